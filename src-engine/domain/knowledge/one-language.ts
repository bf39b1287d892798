import type { LocalText } from '../../../src-shared/domain/text.ts'

/** The language that most of a text is written in. */
export const languageOf = (text: string): 'zh' | 'en' => ((text.match(/\p{Script=Han}/gu)?.length ?? 0) * 4 > text.length ? 'zh' : 'en')

/** Words of one language; the other side stays empty, so that they are never quoted there. */
export const inOneLanguage = (language: 'zh' | 'en', words: string): LocalText => (language === 'zh' ? { zh: words, en: '' } : { zh: '', en: words })
