import type { SetUpValue, SetUpValues } from '../../../../src-shared/domain/set-up.ts'

const isValue = (value: unknown): value is SetUpValue => ['string', 'number', 'boolean'].includes(typeof value) || (Array.isArray(value) && value.every((one) => typeof one === 'string'))

/** What a person filled in, as the gateway tells it: a value of another shape is left out. */
export const valuesOf = (values: Readonly<Record<string, unknown>>): SetUpValues => Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (isValue(value) ? [[name, value]] : [])))
