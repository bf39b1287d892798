import type { Style } from '../../../src-shared/domain/styles.ts'
import type { Masker } from '../drafting/masking/masker.ts'
import type { ModelPrompt } from '../drafting/model-port.ts'
import { buildPrompt, type CitablePassage } from '../drafting/prompt.ts'
import type { DraftInput } from '../drafting/types.ts'

/** A prompt file and its version, such as `rewrite.v1`. */
export interface PromptFile { version: string; text: string }
export interface WritingPrompts { rewrite: PromptFile; translate: PromptFile; expand: PromptFile }

/** What a style asks of the model. */
const MANNERS: Readonly<Record<Style, string>> = {
  shorter: 'Shorter. Leave out greetings, thanks, fillers and whatever is said twice. Half the length is good; a single sentence is fine.',
  warmer: 'Warmer. Address the customer, make orders into requests, show once that you understand the situation. Not longer than it must be, nothing cheerful to somebody who is upset.',
  firmer: 'Firmer. State the position plainly and politely, without hedges about it and without asking for permission. How sure a fact is stays as it is: a guess stays a guess.',
  apologise: 'With one apology, in one short sentence at the beginning, for what the customer went through. It names no fault, no cause and no compensation.',
  formal: 'Formal and polite, in full words: no contractions, no slang, no particles.',
}

/** Angle brackets become look-alikes, so that the frame cannot be closed from inside. */
const framed = (name: string, text: string): string => `<${name}>${text.replace(/</g, '\u2039').replace(/>/g, '\u203a')}</${name}>`
const filled = (text: string, values: Readonly<Record<string, string>>): string => text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)

/** `zh` is Simplified Chinese, `pt` Portuguese. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(code === 'zh' ? 'zh-Hans' : code) ?? code
  } catch {
    return `the language with the code ${code}`
  }
}

export function rewritePrompt(file: PromptFile, ask: { style: Style; text: string; shop: string }, masker: Masker, at: number): ModelPrompt {
  return { version: file.version, system: filled(file.text, { shop: ask.shop, manner: MANNERS[ask.style] }), messages: [{ role: 'user', content: framed('words', masker.said(ask.text, at, null)) }] }
}

/** @param from null: whatever language it is in */
export function translatePrompt(file: PromptFile, ask: { text: string; from: string | null; to: string; shop: string }, masker: Masker, at: number): ModelPrompt {
  const values = { shop: ask.shop, from: ask.from === null ? 'the language that they are in' : languageName(ask.from), to: languageName(ask.to) }
  return { version: file.version, system: filled(file.text, values), messages: [{ role: 'user', content: framed('words', masker.said(ask.text, at, null)) }] }
}

/** The conversation as the drafter reads it, with the keywords last. */
export function expandPrompt(file: PromptFile, input: DraftInput & { passages: readonly CitablePassage[] }, keywords: string, masker: Masker): ModelPrompt {
  const { system, messages } = buildPrompt(input, file.text, masker)
  const asked = framed('keywords', masker.said(keywords, input.now, null))
  const last = messages.at(-1)
  const turns = last?.role === 'user' ? [...messages.slice(0, -1), { ...last, content: `${last.content}\n${asked}` }] : [...messages, { role: 'user' as const, content: asked }]
  return { version: file.version, system, messages: turns }
}
