import { useEffect } from 'react'
import type { Settings } from '../../src-shared/contract/desk.ts'
import { languageOf, setLanguage } from './i18n/index.ts'
import { remember, remembered } from './memory.ts'

const darkWanted = () => window.matchMedia('(prefers-color-scheme: dark)')

function paintTheme(theme: Settings['theme']): void {
  const dark = theme === 'dark' || (theme === 'system' && darkWanted().matches)
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
}

const THEMES: readonly string[] = ['light', 'dark', 'system'] satisfies Settings['theme'][]
const LANGUAGES: readonly string[] = ['zh', 'en', 'system'] satisfies Settings['language'][]

/** What was chosen last time, so that the first paint is right before the engine answers. */
export function lastAppearance(): Pick<Settings, 'theme' | 'language'> {
  const theme = remembered('theme')
  const language = remembered('language')
  return {
    theme: THEMES.includes(theme ?? '') ? (theme as Settings['theme']) : 'system',
    language: LANGUAGES.includes(language ?? '') ? (language as Settings['language']) : 'system',
  }
}

export function startAppearance(): 'zh' | 'en' {
  const last = lastAppearance()
  paintTheme(last.theme)
  return languageOf(last.language, navigator.language)
}

/** Follows the settings, and the system where they say so. */
export function useAppearance(settings: Settings | undefined): void {
  const theme = settings?.theme
  const language = settings?.language
  const density = settings?.density ?? 'comfortable'
  useEffect(() => {
    document.documentElement.dataset['density'] = density
  }, [density])
  useEffect(() => {
    if (!theme) return
    remember('theme', theme)
    const paint = () => paintTheme(theme)
    paint()
    const system = darkWanted()
    system.addEventListener('change', paint)
    return () => system.removeEventListener('change', paint)
  }, [theme])
  useEffect(() => {
    if (!language) return
    remember('language', language)
    setLanguage(languageOf(language, navigator.language))
  }, [language])
}
