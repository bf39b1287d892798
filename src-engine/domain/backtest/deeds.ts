import type { DeedKind } from '../../../src-shared/domain/backtest.ts'
import type { Money } from '../../../src-shared/domain/text.ts'
import { Money as MoneyShape } from '../../../src-shared/domain/text.ts'
import type { Topic } from '../../../src-shared/domain/triage.ts'
import { calendar } from '../guard/calendar.ts'
import { claims } from '../guard/extract.ts'
import { fold } from '../guard/fold.ts'
import { readPromises, type Place } from '../promises/read.ts'
import { ANSWER_WORDS } from './answer-words.ts'

/** What people did, and what they granted; amounts in minor units. */
export interface Deed { kind: DeedKind; granted: Money[] }

const HANDS_OVER = /转接|转给|帮您转|转人工|转到|升级处理|(?:主管|专员|专人|同事|售后).{0,6}(?:联系|处理|跟进|接待)|transfer(?:ring|red)? (?:you|this)|escalat|forward(?:ed|ing)? (?:this|your)|supervisor|(?:specialist|manager|colleague) (?:will|to|who)|hand(?:ing|ed)? (?:you|this) over/iu
/** Asks for something that only the customer has. */
const ASKS_FOR = /(?:请|麻烦|辛苦|烦请|方便)(?:您|亲)?.{0,4}(?:提供|发一?下|发给|发来|告知|告诉|说一?下|拍|上传|核对|确认一下|报一?下)|(?:could|can|would|will) you (?:please |kindly )?(?:send|provide|share|tell|confirm|give|upload|check)|please (?:send|provide|share|confirm|tell|upload|attach)|may i (?:have|ask)|哪(?:个|一个|一)订单|订单号(?:是)?多少|which order/iu
const QUESTION = /[?？]\s*$|[吗呢]\s*[~～。!！]?\s*$/u
/** A question out of politeness asks for nothing. */
const POLITE = /还有(?:什么|其他|别的)|有什么可以|需要.{0,6}帮|anything else|how (?:can|may) (?:i|we) help|(?:is|was) (?:that|this) (?:ok|helpful)/iu
/** Money that was given for trouble, and money that was given back, told as done. */
const GAVE = /(?:补偿|赔付|赔偿|赔|补)(?:给)?(?:您|亲).{0,8}\d|已(?:经)?(?:为您|给您|帮您|为亲|给亲)?.{0,6}(?:补偿|赔付|赔偿|返现|返差|退差价|发放|补发.{0,2}(?:红包|优惠券))|(?:have|'ve|has been|we) (?:compensated|credited)|(?:issued|sent) (?:you )?a .{0,20}(?:coupon|voucher|credit)/iu
const GAVE_BACK = /已(?:经)?(?:为您|给您|帮您|为亲|给亲)?.{0,6}退款|(?:退|返)(?:给)?(?:您|亲).{0,8}\d|(?:have|'ve|has been|we) (?:issued|refunded)|(?:issued|sent) (?:you )?a .{0,20}refund/iu
/** Questions about money that is on its way already: telling of it grants nothing. */
const ABOUT_MONEY = new Set(['refund_progress', 'return_arrived'])

function amountsIn(text: string, at: number, timeZone: string): Money[] {
  return claims(fold(text), calendar(new Date(at).toISOString(), timeZone)).flatMap((claim) => {
    if (claim.kind !== 'amount') return []
    const [currency, minor] = claim.keys[0]?.split(':') ?? []
    const money = MoneyShape.safeParse({ currency, amount: Number(minor) })
    return money.success ? [money.data] : []
  })
}

/** Grants by the promise reader, and what is told as done. null: none. */
function grantIn(texts: readonly string[], intent: string | null, at: number, place: Place): Money[] | null {
  const isTold = ABOUT_MONEY.has(intent ?? '')
  let granted: Money[] | null = null
  for (const text of texts) {
    const promises = readPromises(text, at, place).filter(({ kind }) => kind === 'compensation' || (kind === 'refund' && !isTold))
    const told = GAVE.test(text) || (!isTold && GAVE_BACK.test(text)) ? amountsIn(text, at, place.timeZone).slice(0, 1) : null
    const amounts = promises.flatMap(({ amount }) => (amount ? [amount] : []))
    if (promises.length > 0 || told !== null) granted = [...(granted ?? []), ...(amounts.length > 0 ? amounts : (told ?? []))]
  }
  return granted
}

/**
 * What people did, by their replies to one burst of a customer. Careful: what the words do not tell is `unclear` and counts
 * for nothing.
 * @param texts replies of people, in order @param intent topic that was asked @param at when they were sent, milliseconds since the epoch
 */
export function readDeed(texts: readonly string[], intent: string | null, at: number, place: Place): Deed {
  if (texts.length === 0) return { kind: 'none', granted: [] }
  const all = texts.join('\n')
  const granted = grantIn(texts, intent, at, place)
  if (granted !== null) return { kind: 'money', granted }
  if (HANDS_OVER.test(all)) return { kind: 'handover', granted: [] }
  if (ASKS_FOR.test(all)) return { kind: 'asked', granted: [] }
  const words = ANSWER_WORDS[intent as Topic]
  if (words?.test(all)) return { kind: 'same', granted: [] }
  return { kind: texts.some((text) => QUESTION.test(text.trim()) && !POLITE.test(text)) ? 'asked' : 'unclear', granted: [] }
}

/** Was the money that people granted given back, or given for trouble? */
export function paidAs(texts: readonly string[], at: number, place: Place): 'refund' | 'compensate' {
  return texts.some((text) => GAVE_BACK.test(text) || readPromises(text, at, place).some(({ kind }) => kind === 'refund')) ? 'refund' : 'compensate'
}
