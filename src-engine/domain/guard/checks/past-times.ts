import type { Finding } from '../../../../src-shared/domain/draft.ts'
import type { Claim } from '../claim.ts'
import { finding, type Span } from '../finding.ts'
import { ANSWERS } from '../own-words.ts'
import type { Looked } from './looked.ts'

const STOP = /[,,。;;!!?？\n]|\. /
const SENTENCE_END = /[。!!?？\n]|\. /
const TODAY = /今天|今日|今晚|今早|今儿|(?<![a-z])(?:today|tonight|this (?:morning|afternoon|evening))(?![a-z])/i
/** The time is an end, which lies ahead. */
const BY_BEFORE = /(?:(?:最晚|最迟|不晚于|赶在)\s?$|(?<![a-z])(?:by|before|until|no later than)\s(?:[a-z]+ )?$)/i
const BY_BEHIND = /^\s?(?:之?前|以前)/
/** The clause tells what was, asks, or says what somebody else is to do by then. */
const NOT_AHEAD = /已|[过了](?:$|[的吗呢])|刚|原本?[定说计承应]|本[来应]|当时|[吗呢?]|(?<![a-z])(?:was|were|had|has|have|did|wrote|called|replied|said|told|sent|missed|should have)(?![a-z])|回复您的/i

/** The words that name the time with its day: `今天18:00前`, `by 6 pm today`. */
function whole(folded: string, claim: Claim): Span {
  const before = /(?:(?:最晚|最迟)?(?:今天|今日|今晚)(?:的|内)?\s?|(?:today )?(?:by|before|at) )$/i.exec(folded.slice(Math.max(0, claim.start - 16), claim.start))?.[0] ?? ''
  const behind = /^\s?(?:之?前|以前)|^ (?:today|tonight)(?![a-z])/i.exec(folded.slice(claim.end, claim.end + 12))?.[0] ?? ''
  const [start, end] = [claim.start - before.length, claim.end + behind.length]
  return { start, end, text: folded.slice(start, end) }
}

/** `6点` without a part of the day may mean the evening. */
function isPast(claim: Claim, now: string): boolean {
  const [time = ''] = claim.keys
  const hour = Number(time.slice(0, 2))
  const isVague = /点/.test(claim.text) && hour < 12 && !/早|上午|凌晨|下午|傍晚|晚/.test(claim.text)
  return (isVague ? `${String(hour + 12).padStart(2, '0')}${time.slice(2)}` : time) < now
}

/**
 * A time of today by which something is promised and that has gone by: nobody can keep it. `source` is what time it is,
 * `expected` by when the shop can answer. Without a word for the day only our own answer is taken for today's.
 */
export function pastTimes({ folded, claims, place, answerBy }: Looked): Finding[] {
  if (place.now === null) return []
  const now = place.timeOf(place.now)
  return claims.filter((claim) => claim.kind === 'time' && isPast(claim, now)).flatMap((claim) => {
    const ahead = folded.slice(claim.end, claim.end + 40).split(STOP)[0] ?? ''
    const back = folded.slice(Math.max(0, claim.start - 40), claim.start).split(STOP).at(-1) ?? ''
    const clause = back + folded.slice(claim.start, claim.end) + ahead
    const sentence = (folded.slice(0, claim.start).split(SENTENCE_END).at(-1) ?? '').length
    const days = claims.filter((one) => one.kind === 'date' && one.start >= claim.start - sentence && one.start < claim.end + ahead.length)
    const isToday = TODAY.test(clause) && days.every((day) => TODAY.test(day.text) || day.start < claim.start - back.length)
    const isOurs = ANSWERS.test(clause)
    const isEnd = BY_BEFORE.test(back) || BY_BEHIND.test(ahead)
    if (NOT_AHEAD.test(clause) || !(isToday ? isEnd || isOurs : isOurs && isEnd && days.length === 0)) return []
    const span = whole(folded, claim)
    const by = isOurs ? answerBy(/\p{Script=Han}/u.test(span.text + ahead + back) ? 'zh' : 'en') : null
    return [finding(span, 'past-time', 'warning', { source: now, ...(by === null ? {} : { expected: by }) })]
  })
}
