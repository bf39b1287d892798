import type { Act, Entity } from '../../../src-shared/domain/triage.ts'
import type { Normalized } from './normalize.ts'
import { THRESHOLD } from './scan.ts'
import type { Scored } from './scan.ts'

export const MOST_ACTS = 2
/** What may stand around a number that answers our question without making it a sentence. */
const FILLER = /我的?|是|为|在|就|这个|那个|单号|订单号?|退货|快递|物流|运单|编号|号码?|手机号?|电话|邮箱|尾号|金额|给你|发你|您?看|收件人|姓名|order|number|no|tracking|phone|email|is|my|it's|its|the|here|#|[\s:：,，.。!~、;()（）"'-]/gu
/** A name of a person beside the number ("张伟 13800000000"). */
const NAME_LENGTH = 4
const EMOJI_ONLY = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator} ]+$/u
const QUESTION = /[?？]\s*$|吗|呢|是否|对吧|可以么|好么|确认一下|需要.{0,12}么|\b(?:shall|would you|do you|is (?:it|this|that)|can i|should)\b/iu
const ASKS_NUMBER = /单号|订单号|号码|手机号|尾号|编号|后四位|order (?:number|no|id)|number|reference/iu

/** Whether our side's latest line ended in a question, so that "嗯" and "ok" say yes to it. */
export const asksSomething = (line: string | null): boolean => line !== null && QUESTION.test(line.slice(-60))
/** Whether our side's latest line asked for a number, so that bare digits are an answer. */
export const asksNumber = (line: string | null): boolean => line !== null && ASKS_NUMBER.test(line)

const NUMBERS: ReadonlySet<Entity['type']> = new Set(['order_no', 'after_sale_no', 'tracking_no', 'phone', 'phone_last4', 'email', 'sensitive'])

/** Nothing but entities and the small words around them is left; a date or an amount alone may belong to small talk. */
function onlyEntities(raw: string, entities: readonly Entity[]): boolean {
  if (!entities.some((one) => NUMBERS.has(one.type)) || /[?？]|吗|么|呢/u.test(raw)) return false
  const points = Array.from(raw)
  for (const entity of entities) points.fill('', entity.start, entity.end)
  return points.join('').toLowerCase().replace(FILLER, '').length <= NAME_LENGTH
}

const made = (label: Act, confidence: number, to: number): Scored<Act> => ({ label, confidence, hits: [{ from: 0, to, weight: confidence }] })

export interface ActContext { readonly raw: string; readonly attachments: number; readonly entities: readonly Entity[]; readonly lastOurs: string | null; readonly hasTopic: boolean }

/** The act that the form of the message alone shows: only media, or nothing but a number that answers. */
export function formOf(text: Normalized, { raw, attachments, entities, lastOurs }: ActContext): 'media_only' | 'provide_info' | null {
  const bare = text.text.trim()
  if (bare === '' || EMOJI_ONLY.test(bare)) return bare !== '' || attachments > 0 ? 'media_only' : null
  return onlyEntities(raw, entities) || (/^[\d -]{3,}$/u.test(bare) && asksNumber(lastOurs)) ? 'provide_info' : null
}

/** What the customer does with the open topic by the rules, at most two, surest first. */
export function findActs(text: Normalized, hits: ReadonlyArray<Scored<Act>>, context: ActContext): Scored<Act>[] {
  const bare = text.text.trim()
  const form = formOf(text, context)
  if (form === 'media_only' || bare === '') return form === null ? [] : [made('media_only', 0.9, text.text.length)]
  let found = hits.filter((one) => one.confidence >= THRESHOLD)
  const has = (label: Act): boolean => found.some((one) => one.label === label)
  const drop = (label: Act): void => { found = found.filter((one) => one.label !== label) }
  if (!has('provide_info') && form !== null) found.push(made('provide_info', 0.9, text.text.length))
  // "好的" and "ok" end a talk unless they answer a question; "嗯" says yes either way.
  if (has('affirm') && has('closing')) drop(asksSomething(context.lastOurs) || /^[嗯恩]+$/u.test(bare) ? 'closing' : 'affirm')
  if (has('closing') && has('deny_correct')) drop('deny_correct')
  // A sentence with a subject of its own gives no "information" apart from that subject.
  if (context.hasTopic) for (const label of ['provide_info', 'affirm', 'closing'] as const) drop(label)
  return found.sort((a, b) => b.confidence - a.confidence).slice(0, MOST_ACTS)
}
