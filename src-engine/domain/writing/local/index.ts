import type { NothingReason } from '../../../../src-shared/contract/writing.ts'
import type { Style } from '../../../../src-shared/domain/styles.ts'
import { isChinese } from '../sentences.ts'
import { apologiseEn, apologiseZh } from './apologise.ts'
import { firmerEn, firmerZh } from './firmer.ts'
import { formalEn, formalZh } from './formal.ts'
import { shorterEn, shorterZh } from './shorter.ts'
import type { Circumstances, Rewriters } from './types.ts'
import { warmerEn, warmerZh } from './warmer.ts'

export type { Circumstances } from './types.ts'

const ZH: Rewriters = { shorter: shorterZh, warmer: warmerZh, firmer: firmerZh, apologise: apologiseZh, formal: formalZh }
const EN: Rewriters = { shorter: shorterEn, warmer: warmerEn, firmer: firmerEn, apologise: apologiseEn, formal: formalEn }

/** Letters of other languages than English, and words that English does not have. */
const NOT_ENGLISH = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]|[äöüßñáéíóúàèìòùâêîôûçãõåøæœğışłąęćńśźż¿¡]|\b(?:und|der|die|das|nicht|el|los|las|que|pero|les|des|pour|avec|il|che|não|uma|het|een|nie|jest)\b/iu

/** The language that words are in, as far as this desk can rewrite it by itself; null: another. */
export function ownLanguage(text: string): 'zh' | 'en' | null {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)) return null
  if (isChinese(text)) return 'zh'
  return NOT_ENGLISH.test(text) || !/[a-z]/iu.test(text) ? null : 'en'
}

/** Rewrites words without an endpoint, by rules alone. Same words, same result. @returns '' and the reason where nothing can be done honestly */
export function rewriteLocally(style: Style, text: string, circumstances: Circumstances): { text: string; nothing: NothingReason | null; language: 'zh' | 'en' | null } {
  const language = ownLanguage(text)
  if (language === null) return { text: '', nothing: 'language', language }
  const made = (language === 'zh' ? ZH : EN)[style](text, circumstances)
  return isReason(made) ? { text: '', nothing: made, language } : { text: made, nothing: null, language }
}

const REASONS: ReadonlySet<string> = new Set(['already', 'nothing', 'language'])
const isReason = (made: string): made is NothingReason => REASONS.has(made)
