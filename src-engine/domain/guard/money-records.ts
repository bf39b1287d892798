import { isRecord } from './whose.ts'

/** Our own money record: exactly these two fields, in minor units. */
export interface MoneyRecord { amount: number; currency: string }
export function isMoney(value: Record<string, unknown>): value is Record<string, unknown> & MoneyRecord {
  return Object.keys(value).length === 2 && typeof value['amount'] === 'number' && typeof value['currency'] === 'string'
}

/** Other shops write the same two fields in major units: one amount with a fraction tells it of all. */
export function isMajor(facts: readonly unknown[]): boolean {
  return facts.some((fact) => hasFraction(fact))
}

function hasFraction(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasFraction)
  if (!isRecord(value)) return false
  return isMoney(value) ? !Number.isInteger(value.amount) : Object.values(value).some(hasFraction)
}
