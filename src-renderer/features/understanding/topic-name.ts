import type { ScreenWords } from '../../app/i18n/use-words.ts'

/** What a label of a report is called. null: none. */
export function nameOf({ t, label }: Pick<ScreenWords, 't' | 'label'>, code: string | null): string {
  if (code === null) return t('understanding.nothing')
  return code.startsWith('own:') ? code.slice('own:'.length) : (label(code) ?? code)
}
