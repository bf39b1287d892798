import { TOPICS } from '../../../src-shared/domain/triage.ts'
import type { Lexicon } from './lexicon.ts'
import type { Heads } from './model/heads.ts'
import { readingOfLine } from './model/reading.ts'

const HAN = /\p{Script=Han}/u

/**
 * What a text asks about by the learned heads alone, every topic with its probability: also what is no message, such as the title
 * of an article. The heads have read Chinese and English; of other languages the answer says little.
 */
export function createTopicReader(heads: Heads, lexicon: Lexicon): (text: string) => ReadonlyMap<string, number> {
  return (text) => {
    const { topics } = heads(readingOfLine({ text, before: null, language: HAN.test(text) ? 'zh' : 'en' }, lexicon))
    return new Map(TOPICS.map((topic, at) => [topic, topics[at] ?? 0]))
  }
}
