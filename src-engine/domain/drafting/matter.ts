import type { Verdict } from '../../../src-shared/domain/triage.ts'
import { choosesFrom } from './dialogue/focus.ts'
import { needsAskedIn, needsGivenIn } from './dialogue/needs.ts'
import type { DraftInput, Turn } from './types.ts'

/** What the draft has to deal with, worked out once. */
export type Matter = {
  /** At most three, in the order in which they were said; [] when the message has no matter of its own. */
  topics: string[]
  /** The topics are those of an earlier message, and this one says nothing of its own act. */
  inherited: boolean
  /** Puts a question. */
  asks: boolean
  acts: ReadonlySet<string>
  marks: ReadonlySet<string>
  /** 0 calm .. 3 angry. */
  emotion: number
  /** The customer's words since our last reply, joined. */
  words: string
  verified: boolean
  /** We have not said anything yet. */
  first: boolean
  /** Earlier turns of ours. */
  language: string
}

/** Acts that take up the open topic again. */
const CONTINUES = new Set(['urge', 'affirm', 'deny_correct', 'provide_info', 'media_only'])
/** Acts that end or pause: the open topic is left alone. */
const RESTS = new Set(['thanks', 'closing', 'hold_on'])
const ASKS = /[?\uff1f]|吗|呢|么|哪|几[天时号点个人]|多[久少重大长高宽]|咋|啥|谁|能不能|可不可以|是不是|有没有|能.{0,6}[吧不]|还是|怎么|多少|哪里|\b(?:what|when|where|why|how|who|which|can you|could you|any idea|is it|will it|do i|do you|does|is there|are there|are you|will you)\b/i
/** From here on the words tell the language; under it the customer's earlier words do, where there are any. */
const SURE_LANGUAGE = 0.75
const LIKELY_LANGUAGE = 0.5
/** Topics that one bubble, and all unanswered ones together, bring into a draft. */
const MOST_OF_ONE = 2
const MOST_TOPICS = 3

export function matterOf(input: DraftInput): Matter {
  const acts = new Set<string>(input.verdict.acts.map((act) => act.label))
  const burst = unanswered(input.history)
  // The bubbles before the last one are part of the question: what they ask and how they sound counts as well.
  const before = burst.slice(0, -1).flatMap((turn) => turn.verdict ?? [])
  if (answersUs(input.history, burst)) acts.add('provide_info')
  const marks = new Set<string>([...before, input.verdict].flatMap((verdict) => verdict.marks.map((mark) => mark.label)))
  const own = asked(before, input.verdict)
  const emotion = Math.max(input.verdict.emotion.level, ...before.map((verdict) => verdict.emotion.level))
  if (before.some((verdict) => verdict.acts.some((act) => act.label === 'media_only'))) acts.add('media_only')
  const asks = ASKS.test(burst.map((turn) => turn.text).join('\n'))
  const waits = burst.length > 1 || asks || emotion >= 2
  return {
    topics: topicsOf(own, continuing(acts, input.history), input.openTopic, waits || (acts.has('greeting') && burst.length < input.history.length)), asks,
    inherited: own.length === 0 && ![...acts].some((act) => CONTINUES.has(act)),
    acts, marks, emotion,
    words: burst.map((turn) => turn.text).join('\n'),
    verified: input.conversation.verification !== 'none' && input.customer !== null,
    first: !input.history.some((turn) => turn.role !== 'customer'),
    language: languageOf(input.verdict, [...(input.earlier ?? []), ...input.history], input.deskLanguage),
  }
}

/** Topics for which the last bubble's wording was the plainer one: the first stands, the second was touched by its words. */
const TOUCHED: ReadonlyArray<readonly [string, string]> = [['address_change', 'order_modify'], ['return_howto', 'where_is_order'], ['refund_only', 'refund_progress']]

/** What all unanswered bubbles ask, in the order in which they ask it; of more than three the newest bubble's are kept. */
function asked(before: readonly Verdict[], last: Verdict): string[] {
  const labels = (verdict: Verdict): string[] => verdict.topics.map((topic) => topic.label).slice(0, MOST_OF_ONE)
  const all = [...new Set([...before.flatMap(labels), ...labels(last)])]
  const meant = all.filter((topic) => !TOUCHED.some(([kept, dropped]) => dropped === topic && all.includes(kept)))
  return meant.length <= MOST_TOPICS ? meant : meant.slice(-MOST_TOPICS)
}

/** A bare "好的" takes the topic up again only where we had asked something; else it takes note. */
function continuing(acts: ReadonlySet<string>, history: readonly Turn[]): ReadonlySet<string> {
  const ours = lastOurs(history)
  if (!acts.has('affirm') || ours === '' || /[?\uff1f]|回复“|reply "/i.test(ours)) return acts
  return new Set(['closing', ...[...acts].filter((act) => act !== 'affirm')])
}

/** `waits`: the words want an answer, though they name nothing. A remark after an answer does not open the topic again. */
function topicsOf(own: string[], acts: ReadonlySet<string>, open: string | null, waits: boolean): string[] {
  if (own.length > 0 || open === null) return own
  if ([...acts].some((act) => CONTINUES.has(act))) return [open]
  return [...acts].some((act) => RESTS.has(act)) || !waits ? [] : [open]
}

/** What we said last, which may lie in several bubbles; '' before our first word. */
function lastOurs(history: readonly Turn[]): string {
  const end = history.findLastIndex((turn) => turn.role !== 'customer')
  const start = history.slice(0, end + 1).findLastIndex((turn) => turn.role === 'customer')
  return history.slice(start + 1, end + 1).map((turn) => turn.text).join('\n')
}

/** Our last words asked for something and these give it. */
function answersUs(history: readonly Turn[], burst: readonly Turn[]): boolean {
  const ours = lastOurs(history)
  const asked = needsAskedIn(ours)
  if (burst.some((turn) => choosesFrom(ours, turn.text))) return true
  return asked.length > 0 && burst.some((turn) => needsGivenIn(turn, asked).some((need) => asked.includes(need)))
}

/** The customer turns after our last one. */
export function unanswered(history: readonly Turn[]): Turn[] {
  const last = history.findLastIndex((turn) => turn.role !== 'customer')
  return history.slice(last + 1)
}

/** A number or a smiley has no language: then the customer's earlier words count, then the desk's. */
function languageOf(verdict: Verdict, history: readonly Turn[], desk: 'zh' | 'en'): string {
  if (verdict.language.confidence >= SURE_LANGUAGE) return verdict.language.code
  const earlier = history.findLast((turn) => (turn.verdict?.language.confidence ?? 0) >= SURE_LANGUAGE)?.verdict?.language.code
  if (earlier !== undefined) return earlier
  if (verdict.language.confidence >= LIKELY_LANGUAGE) return verdict.language.code
  const theirs = history.filter((turn) => turn.role === 'customer').map((turn) => turn.text).join('')
  if (/\p{Script=Han}/u.test(theirs)) return 'zh'
  return verdict.language.code === 'zh' || verdict.language.code === 'en' ? verdict.language.code : desk
}
