import type { Entity } from '../../../src-shared/domain/triage.ts'
import type { Turn } from '../drafting/types.ts'
import { ANGRY } from '../../../src-shared/domain/policy-ceilings.ts'
import { ESCALATION_LIMIT } from '../policy/decide.ts'
import type { Records } from './look-up.ts'

/** What the customer wrote since the run last listened, with what triage said of it. */
export interface Heard {
  text: string
  topics: readonly string[]
  acts: readonly string[]
  marks: readonly string[]
  emotionLevel: number
  escalation: number
  entities: readonly Pick<Entity, 'type' | 'text' | 'value'>[]
  photos: number
  /** The turns before these words, oldest first. */
  history: readonly Turn[]
  /** The answer to another question of theirs that may go out without a person; null: none. */
  aside: string | null
}

/** Everything outside the run that a step may look at. */
export interface World extends Records {
  /** Topics whose customers always get a person, marks and acts likewise. */
  person: { topics: ReadonlySet<string>; marks: ReadonlySet<string>; acts: ReadonlySet<string> }
}

const WITHDRAWS = /算了|不(?:[用要想])?(?:退|换|取消|改|用|开|修|约|补寄|补发)(?:了|吧)|先[不别](?:退|换|取消|改|弄)|找到了(?!问题|毛病|原因)|never ?mind|forget (?:it|about it)|don'?t bother|don'?t (?:cancel|return|exchange|change) (?:it|that|them|yet)|no need(?! to)|found (?:it|them)(?=\s*(?:$|[.!,;]| under| behind| in | at ))|leave it|changed my mind|no longer (?:need|want) (?:it|to)/iu
const ASKS_ELSE = /帮我|给我|我要|就行|please|instead|just give/iu

/** The customer wants nothing of it any more, and nothing else in its place. */
export const withdraws = (heard: Heard): boolean => WITHDRAWS.test(heard.text) && !ASKS_ELSE.test(heard.text)

/** Somebody is said to have allowed or promised it: a person looks whether that is so. */
const CLAIMED = /(?:客服|同事|经理|老板|领导|平台|[哥姐弟妹他她])[^，。！？,.!?]{0,16}(?:批准|答应|同意|承诺|保证)(?:了|过|给|我)|\b(?:colleague|manager|supervisor|agent|brother|sister|friend|boss|platform)\b[^.!?]{0,40}\b(?:approved|promised|agreed to|guaranteed)/iu

/** Long enough for an answer, too short for a matter of its own beside it; code points. */
const SHORT = 24
/** All that was written is an answer: what triage makes of such few words is no other matter. */
export const isBare = ({ text }: Pick<Heard, 'text'>): boolean => [...text.trim()].length <= SHORT && !/[?？吗呢]\s*$/u.test(text)

/** They name an order by a number that none of theirs has. */
export function namesOtherOrder({ entities }: Heard, { orders }: Records): boolean {
  return entities.some(({ type, value }) => type === 'order_no' && !orders.some(({ no, logistics }) => no === value || logistics?.trackingNo === value))
}

const CORRECTS = /不对|不是这|不是那|错了|搞错|弄错|说错|另(?:外)?一?[单个笔件]|改成|换成|wrong|not that|no,|actually|i meant|my mistake|the other/iu

/** The customer takes back what they said before. */
export const corrects = (heard: Heard): boolean => CORRECTS.test(heard.text) || heard.acts.includes('deny_correct')

const ONLY_POLITE: ReadonlySet<string> = new Set(['greeting', 'thanks', 'closing', 'hold_on', 'urge'])

/** They say nothing that could be an answer, and ask for nothing: time is given. */
export const isPatient = (heard: Heard): boolean =>
  heard.topics.length === 0 && heard.entities.length === 0 && heard.photos === 0 && heard.acts.length > 0 && heard.acts.every((act) => ONLY_POLITE.has(act)) && heard.acts.some((act) => act === 'hold_on' || act === 'thanks')

/**
 * Why a person has to take over, whatever was asked; null: nothing of that. Anger never moves an amount, it ends the run (AI-03).
 * @param own topics of the matter itself, which do not count as another
 */
export function needsPerson(heard: Heard, own: ReadonlySet<string>, { topics, marks, acts }: World['person']): string | null {
  if (heard.acts.some((act) => acts.has(act))) return 'person-wanted'
  if (heard.marks.some((mark) => marks.has(mark))) return 'danger'
  if (CLAIMED.test(heard.text)) return 'claimed'
  if (heard.emotionLevel >= ANGRY) return 'angry'
  if (!(heard.escalation < ESCALATION_LIMIT)) return 'escalation'
  return heard.topics.some((topic) => topics.has(topic) && !own.has(topic)) ? 'person-topic' : null
}

