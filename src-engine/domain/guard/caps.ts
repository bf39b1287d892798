import type { Finding } from '../../../src-shared/domain/draft.ts'
import type { Claim } from './claim.ts'
import { plainAmount } from './currencies.ts'
import { finding } from './finding.ts'
import { rewritten } from './nearest.ts'
import type { Policy } from './policy.ts'

/** Words near an amount that make it a payment of goodwill, or a refund. */
const GOODWILL = /补偿|赔偿|赔付|赔您|赔你|红包|打款|补您|补你|compensat|goodwill|make it up/i
const REFUND = /退款|退您|退给|退还|退回|refund/i

/** What ends a clause; a comma within a figure does not. */
const CLAUSE_END = /[,,。;;!?\n](?!\d{3})|\. /

/** A payment of goodwill or a refund over its cap; `inside`: goodwill within the cap, which needs no other source. */
export function overCap(claim: Claim, folded: string, policy: Policy): Finding | 'inside' | null {
  if (claim.kind !== 'amount' || claim.value === null || isOtherCurrency(claim, policy.currency)) return null
  const around = (folded.slice(Math.max(0, claim.start - 40), claim.start).split(CLAUSE_END).at(-1) ?? '') + (folded.slice(claim.end, claim.end + 8).split(CLAUSE_END)[0] ?? '')
  const isGoodwill = GOODWILL.test(around)
  const name = isGoodwill ? 'compensationCap' : 'refundCap'
  const cap = isGoodwill || REFUND.test(around) ? policy[name] : undefined
  if (cap === undefined) return null
  const minor = Math.round(cap * 100)
  if (claim.value <= minor) return isGoodwill ? 'inside' : null
  return finding(claim, 'over-cap', 'error', { expected: rewritten(claim.text, plainAmount(minor)), source: `policy.${name}` })
}

const isOtherCurrency = (claim: Claim, currency: string | undefined): boolean =>
  currency !== undefined && claim.keys.every((key) => !key.startsWith(':') && !key.startsWith(`${currency}:`))
