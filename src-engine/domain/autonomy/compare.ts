import { amountOf, type CommerceAction } from '../../../src-shared/domain/commerce.ts'
import type { Costly, Verdict } from '../../../src-shared/domain/autonomy.ts'
import { editDistance } from '../learning/distance.ts'
import { LIGHT } from '../learning/outcome.ts'

/** Did the person send what autopilot would have sent, as it stood or lightly edited? Pictures are words of their own. */
export const sameReply = (would: string, sent: { text: string; pictures: number }): boolean =>
  would !== '' && sent.pictures === 0 && editDistance(would, sent.text) <= LIGHT

/** Did the person do what autopilot would have done? The same order, kind and amount; whatever else is otherwise. */
export function sameAction(would: CommerceAction, done: CommerceAction): boolean {
  const [a, b] = [amountOf(would), amountOf(done)]
  return would.kind === done.kind && would.orderNo === done.orderNo && a?.amount === b?.amount && a?.currency === b?.currency
}

/** Of money that autopilot would have given: what it means that the person did this instead. `done` null: nothing was done. */
export function comparedAction(would: CommerceAction, done: CommerceAction | null): { verdict: Verdict; costly: Costly | null } {
  if (done !== null && sameAction(would, done)) return { verdict: 'same', costly: null }
  const given = amountOf(would)?.amount ?? 0
  const gave = done === null ? 0 : (amountOf(done)?.amount ?? 0)
  return { verdict: 'otherwise', costly: given > gave ? 'money' : null }
}
