import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { DeskLanguage, LocalText } from '../../../src-shared/domain/text.ts'
import { labels as labelsEn } from './labels.en.ts'
import { labels as labelsZh } from './labels.zh.ts'

const LABELS = { en: labelsEn, zh: labelsZh }

export interface ScreenWords {
  t: TFunction
  language: DeskLanguage
  /** A text that the engine gives in both languages. */
  local: (text: LocalText) => string
  /** What a code of triage is called; null for a code this screen does not know. */
  label: (code: string) => string | null
}

/** Words for the screen in its present language. */
export function useWords(): ScreenWords {
  const { t, i18n } = useTranslation()
  const language: DeskLanguage = i18n.language === 'zh' ? 'zh' : 'en'
  return useMemo(() => ({ t, language, local: (text) => text[language], label: (code) => labelOf(language, code) }), [t, language])
}

function labelOf(language: DeskLanguage, code: string): string | null {
  const { topic, act, mark, emotion } = LABELS[language]
  const all: Partial<Record<string, string>>[] = [topic, mark, act, emotion]
  for (const group of all) if (Object.hasOwn(group, code)) return group[code] ?? null
  return null
}
