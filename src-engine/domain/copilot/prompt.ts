import type { CopilotSource, CopilotTurn } from '../../../src-shared/domain/copilot.ts'
import { withoutNumbers } from '../../../src-shared/domain/copilot-text.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { ModelPrompt } from '../drafting/model-port.ts'
import { stamp } from '../drafting/order-facts.ts'
import type { Telling } from './records.ts'

/** Earlier questions that the model reads, and turns of the conversation. */
const LAST_QUESTIONS = 4
export const LAST_TURNS = 8

export interface PromptParts {
  file: { version: string; text: string }
  shop: LocalText
  now: number
  topics: readonly string[]
  turns: readonly { role: string; text: string }[]
  sources: readonly CopilotSource[]
  /** Answered questions of this conversation, oldest first. */
  before: readonly CopilotTurn[]
  question: string
  telling: Telling
}

/** Angle brackets become look-alikes, so that nobody's words can close the frame that they stand in. */
export const quoted = (text: string): string => text.replace(/</g, '\u2039').replace(/>/g, '\u203a')

/** A source as the model reads it. */
export const sourceText = ({ n, title, text, internal }: CopilotSource, language: 'zh' | 'en'): string =>
  `[${n}] ${quoted(title[language])}${internal ? ' (internal)' : ''}\n<source>${quoted(text)}</source>`

/** Fills the prompt file for one question; earlier answers stand before it without their numbers, which were of other lists. */
export function buildCopilotPrompt(parts: PromptParts): ModelPrompt {
  const { telling } = parts
  const values: Record<string, string> = {
    shop: parts.shop[telling.language], language: telling.language === 'zh' ? 'Simplified Chinese' : 'English',
    now: `${stamp(parts.now, telling.timeZone)} (${telling.timeZone})`, topics: parts.topics.join(', ') || 'unknown',
    conversation: parts.turns.slice(-LAST_TURNS).map(({ role, text }) => `<${role}>${quoted(text)}</${role}>`).join('\n') || 'none',
    sources: parts.sources.map((source) => sourceText(source, telling.language)).join('\n\n') || 'none',
  }
  // One pass, so that a value which looks like a placeholder stays a value.
  const system = parts.file.text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
  const before = parts.before.filter(({ text, extracts }) => text !== '' || extracts.length > 0).slice(-LAST_QUESTIONS).flatMap((turn) => [
    { role: 'user' as const, content: turn.question },
    { role: 'assistant' as const, content: withoutNumbers(turn.text) || turn.extracts.map(({ text }) => text).join('\n') },
  ])
  return { version: parts.file.version, system, messages: [...before, { role: 'user', content: parts.question }] }
}
