import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { DeskLanguage, LocalText } from '../../../src-shared/domain/text.ts'
import { labelOf } from './label.ts'

export interface ScreenWords {
  t: TFunction
  language: DeskLanguage
  /** A text that the engine gives in both languages, or in the only one there is. */
  local: (text: LocalText) => string
  /** What a code of triage is called; null for a code this screen does not know. */
  label: (code: string) => string | null
}

/** Words for the screen in its present language. */
export function useWords(): ScreenWords {
  const { t, i18n } = useTranslation()
  const language: DeskLanguage = i18n.language === 'zh' ? 'zh' : 'en'
  return useMemo(() => ({ t, language, local: (text) => text[language] || text[language === 'zh' ? 'en' : 'zh'], label: (code) => labelOf(language, code) }), [t, language])
}
