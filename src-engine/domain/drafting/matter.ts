import type { Verdict } from '../../../src-shared/domain/triage.ts'
import type { DraftInput, Turn } from './types.ts'

/** What the draft has to deal with, worked out once. */
export type Matter = {
  /** At most two, most important first; [] when the message has no matter of its own. */
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
const ASKS = /[?\uff1f]|吗|呢|么|哪|几[天时号点]|多久|多少|咋|啥|谁|能不能|可不可以|是不是|有没有|能.{0,6}[吧不]|还是|怎么|多少|哪里|\b(?:what|when|where|why|how|who|which|can you|could you|any idea|is it|will it|do i)\b/i
const SURE_LANGUAGE = 0.5

export function matterOf(input: DraftInput): Matter {
  const acts = new Set<string>(input.verdict.acts.map((act) => act.label))
  const marks = new Set<string>(input.verdict.marks.map((mark) => mark.label))
  const own = input.verdict.topics.map((topic) => topic.label as string)
  const burst = unanswered(input.history)
  const asks = ASKS.test(burst.map((turn) => turn.text).join('\n'))
  const waits = burst.length > 1 || asks || input.verdict.emotion.level >= 2
  return {
    topics: topicsOf(own, acts, input.openTopic, waits || (acts.has('greeting') && burst.length < input.history.length)).slice(0, 2), asks,
    inherited: own.length === 0 && ![...acts].some((act) => CONTINUES.has(act)),
    acts, marks, emotion: input.verdict.emotion.level,
    words: burst.map((turn) => turn.text).join('\n'),
    verified: input.conversation.verification !== 'none' && input.customer !== null,
    first: !input.history.some((turn) => turn.role !== 'customer'),
    language: languageOf(input.verdict, input.history, input.deskLanguage),
  }
}

/** `waits`: the words want an answer, though they name nothing. A remark after an answer does not open the topic again. */
function topicsOf(own: string[], acts: ReadonlySet<string>, open: string | null, waits: boolean): string[] {
  if (own.length > 0 || open === null) return own
  if ([...acts].some((act) => CONTINUES.has(act))) return [open]
  return [...acts].some((act) => RESTS.has(act)) || !waits ? [] : [open]
}

/** The customer turns after our last one. */
export function unanswered(history: readonly Turn[]): Turn[] {
  const last = history.findLastIndex((turn) => turn.role !== 'customer')
  return history.slice(last + 1)
}

/** A number or a smiley has no language: then the customer's earlier words count, then the desk's. */
function languageOf(verdict: Verdict, history: readonly Turn[], desk: 'zh' | 'en'): string {
  if (verdict.language.confidence >= SURE_LANGUAGE) return verdict.language.code
  const theirs = history.filter((turn) => turn.role === 'customer').map((turn) => turn.text).join('')
  if (/\p{Script=Han}/u.test(theirs)) return 'zh'
  return verdict.language.code === 'zh' || verdict.language.code === 'en' ? verdict.language.code : desk
}
