import type { PhraseWords } from '../../../src-shared/domain/phrase.ts'
import { withoutGaps } from '../../../src-shared/domain/phrase-gaps.ts'

/** What a phrase goes by on the screen: its title in the language of the screen, else in the other, else its words. */
export function shownTitle({ title, text }: PhraseWords, language: 'zh' | 'en'): string {
  const other = language === 'zh' ? 'en' : 'zh'
  return title[language] || title[other] || withoutGaps(text[language] || text[other])
}
