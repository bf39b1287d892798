import type { TFunction } from 'i18next'
import type { Finding } from '../../../src-shared/domain/draft.ts'

const TONES = ['tone-cold', 'tone-blaming', 'tone-shouting', 'tone-empty', 'tone-long', 'tone-address'] as const
type Tone = (typeof TONES)[number]
const isTone = (kind: string): kind is Tone => (TONES as readonly string[]).includes(kind)

/** What is to be said of a finding that is about figures of one's own words, or about tone; null: it is the guard's. */
export function adviceWords(t: TFunction, { kind, text, expected }: Finding): string | null {
  if (kind === 'figure') return expected === undefined ? t('finding.figure', { text }) : t('finding.figure.expected', { text, expected })
  if (!isTone(kind)) return null
  const what = t(`finding.${kind}`, { text })
  return expected === undefined || expected === '' ? what : t('finding.instead', { what, expected })
}
