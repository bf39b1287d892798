import type { NodeOf } from '../../../../../src-shared/domain/workflow.ts'

type Compared = string | number | boolean
type Case = NodeOf<'branch'>['cases'][number]

/** Minor units of an amount to one that is typed. */
const MINOR = 100

/** What was typed, as it is compared with a value of that kind: amounts in minor units. What is no figure stays as it was typed, and the check says so. */
export function readAs(typed: string, type: string | null): Compared {
  if (type === 'yes-no') return /^(yes|y|true|是|对)$/iu.test(typed) ? true : /^(no|n|false|否|不)$/iu.test(typed) ? false : typed
  if (type !== 'number' && type !== 'amount' && type !== 'photo') return typed
  const figure = Number(typed)
  return Number.isNaN(figure) ? typed : type === 'amount' ? Math.round(figure * MINOR) : figure
}

/** The other way round: as it is typed. */
export function shownAs(value: Compared, type: string | null): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' && type === 'amount' ? String(value / MINOR) : String(value)
}

/** A way of a branch under a name that no other has; what leads to it is still to be written. */
export function newCase(others: readonly Case[]): Case {
  let n = 1
  while (others.some(({ port }) => port === `case-${n}`)) n += 1
  return { port: `case-${n}`, is: [''] }
}
