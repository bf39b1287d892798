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

const WITHDRAWS = /算了|不(?:退|换|取消|改|用|开|修|约)(?:了|吧)|先不(?:退|换|取消|改|弄)|never ?mind|forget (?:it|about it)|don'?t bother|leave it|changed my mind|no longer (?:need|want) (?:it|to)/iu
const ASKS_ELSE = /帮我|给我|我要|就行|please|instead|just give/iu

/** The customer wants nothing of it any more, and nothing else in its place. */
export const withdraws = (heard: Heard): boolean => WITHDRAWS.test(heard.text) && !ASKS_ELSE.test(heard.text)

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
  if (heard.emotionLevel >= ANGRY) return 'angry'
  if (!(heard.escalation < ESCALATION_LIMIT)) return 'escalation'
  return heard.topics.some((topic) => topics.has(topic) && !own.has(topic)) ? 'person-topic' : null
}

