import type { DeskLanguage } from '../../../src-shared/domain/text.ts'
import { labels as en } from './labels.en.ts'
import { labels as zh } from './labels.zh.ts'

/** What triage sees in the way something is written, beside topics, acts, marks and emotions. */
export type Cue = 'anger.word' | 'anger.furious' | 'anger.punctuation' | 'anger.caps' | 'anger.repeat' | 'anger.smile' | 'wait.days' | 'history.repeat'

const LABELS = { en, zh }

/**
 * What a code of triage is called, also with its kind before it (`mark.abuse`, `threat.review`); null for a code that this
 * window does not know.
 */
export function labelOf(language: DeskLanguage, code: string): string | null {
  // A topic of the shop's own is its own name.
  if (code.startsWith('own:')) return code.slice('own:'.length)
  const { topic, act, mark, emotion, cue } = LABELS[language]
  const all: Partial<Record<string, string>>[] = [topic, mark, act, emotion, cue]
  const names = [code, code.replace(/^(?:topic|act|mark|emotion)\./, ''), code.replace(/^threat\./, 'threat_')]
  for (const name of names) for (const group of all) if (Object.hasOwn(group, name)) return group[name] ?? null
  return null
}

/** Is this evidence anger itself, in the words that were chosen? */
export function showsAnger(why: string): boolean {
  return why === 'anger.word' || why === 'anger.furious' || why === 'mark.abuse' || why === 'abuse'
}

/** Does this evidence show a mood or a risk? Topics and mere acts are evidence too, but nothing to underline. */
export function showsMood(why: string): boolean {
  return !why.startsWith('topic.') && !why.startsWith('act.')
}
