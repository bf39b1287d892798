import type { Calendar } from './calendar.ts'
import type { Claim } from './claim.ts'
import type { Sources } from './sources.ts'

const DAY = 86_400_000
const STOP = /[,,。;;!!?？\n]|\. /

/** The clause around a claim. */
function clauseOf(folded: string, claim: Pick<Claim, 'start' | 'end'>): string {
  return (folded.slice(Math.max(0, claim.start - 30), claim.start).split(STOP).at(-1) ?? '') + folded.slice(claim.start, claim.end) + (folded.slice(claim.end, claim.end + 30).split(STOP)[0] ?? '')
}

/** We say when we answer: that is ours to promise, and becomes a follow-up. */
export const ANSWERS = /稍等|等我|稍候|回复|答复|回电|联系您|联系你|跟进|告诉您|给您(?:消息|结果|打电话)|(?<![a-z])(?:reply|get back|update you|call you|write (?:to )?you|contact you|hear from|bear with|(?:give|wait) (?:me )?(?:a|one|two))/i
/** What a parcel, a refund or a shipment does, which is not ours alone. */
const EVENTS = /发货|发出|寄出|出库|送|到|签收|派|退|揽收|取件|上门|补发|赔|(?<![a-z])(?:ship|deliver|arriv|dispatch|refund|sent|send|leave|collect|pick|come|due|estimate|expect)|预计|估计/i
const TODAY = /^(?:今天|今日|今早|今晚|today|tonight)$/i
/** A customer's own clock: what is asked or left to them is no statement. */
const ASKED = /(?:什么时候|方便|可以吗|行吗|[?？]$)/

/** A time that the desk sets itself: when we answer, what we do today, or a question. */
export function isOwnCommitment(claim: Claim, folded: string): boolean {
  if (claim.kind !== 'date' && claim.kind !== 'time' && claim.kind !== 'duration') return false
  const clause = clauseOf(folded, claim)
  if (ANSWERS.test(clause) || ASKED.test(clause)) return true
  return TODAY.test(claim.text) && !EVENTS.test(clause)
}

const BACK_OR_LEFT = /已经?|过去|还有|还剩|剩|没有?更新|之前|以来|前$|(?<![a-z])(?:ago|left|since|for|already|past|last)(?![a-z])/i

/** Days that can be counted from the records and the clock: `已经三天没有更新`, `还有5天`. */
export function isReckoned(claim: Claim, folded: string, sources: Sources, place: Calendar): boolean {
  const hours = /^h(\d+)$/.exec(claim.keys[0] ?? '')?.[1]
  const now = place.now
  if (claim.kind !== 'duration' || hours === undefined || now === null || !BACK_OR_LEFT.test(clauseOf(folded, claim))) return false
  const days = Number(hours) / 24
  const today = Date.parse(`${place.dateOf(now)}T00:00:00Z`)
  return sources.known.some((source) => {
    if (source.kind !== 'date' || source.foreign || source.value === null) return false
    const nights = Math.abs(today - Date.parse(`${place.dateOf(source.value)}T00:00:00Z`)) / DAY
    return days === Math.floor(Math.abs(now - source.value) / DAY) || days === nights
  })
}
