import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { DeskLanguage } from '../../../src-shared/domain/text.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en }
    keySeparator: false
    nsSeparator: false
    returnNull: false
  }
}

/** Starts with both languages loaded: they are small, and a switch must not wait. */
export function startI18n(language: DeskLanguage): void {
  void i18next.use(initReactI18next).init({
    lng: language, fallbackLng: 'en', keySeparator: false, nsSeparator: false, initAsync: false,
    resources: { en: { translation: en }, zh: { translation: zh } },
    // React escapes what it draws.
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = HTML_LANG[language]
}

const HTML_LANG: Record<DeskLanguage, string> = { zh: 'zh-CN', en: 'en' }

export function setLanguage(language: DeskLanguage): void {
  if (i18next.language === language) return
  document.documentElement.lang = HTML_LANG[language]
  void i18next.changeLanguage(language)
}

/** The language that a setting means on this machine. */
export function languageOf(setting: DeskLanguage | 'system', system: string): DeskLanguage {
  if (setting !== 'system') return setting
  return system.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
