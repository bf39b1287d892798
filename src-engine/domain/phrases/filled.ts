import { fillGaps, gapsIn } from '../../../src-shared/domain/phrase-gaps.ts'
import type { PhraseValues } from './values.ts'

const SENTENCES = { zh: /(?<=[。！!？?；;\n])/u, en: /(?<=(?<!\d)[.!?])\s+|\n/u }

/** A text with its variables filled; a sentence with a gap that nothing fills is left out. */
export function filledSentences(text: string, values: PhraseValues, language: 'zh' | 'en'): string {
  const sentences = text.split(SENTENCES[language]).map((sentence) => fillGaps(sentence, values).trim())
  return sentences.filter((sentence) => sentence !== '' && gapsIn(sentence).length === 0).join(language === 'zh' ? '' : ' ')
}
