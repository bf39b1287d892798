import type { Resources } from './adapters/resources.ts'
import { parseMeaning } from './domain/classify/meaning.ts'
import type { SenseParts } from './domain/knowledge/index.ts'
import { createConcepts, parseSynonyms } from './domain/knowledge/synonyms.ts'
import { createPlaces } from './domain/knowledge/vectors/space.ts'
import { parseVectors } from './domain/knowledge/vectors/table.ts'
import { createHeads, parseLexicon } from './domain/triage/index.ts'
import { createTopicReader } from './domain/triage/topic-reader.ts'

/** What helps to find articles beyond the letters of the words: synonyms, topics, directions. @throws when one of its files is malformed */
export function openSenses(resources: Resources): Required<SenseParts> {
  const meaning = parseMeaning(resources.bytes('models', 'meaning.bin'))
  const tables = { han: parseVectors(resources.bytes('models', 'vectors-zh.bin')), latin: parseVectors(resources.bytes('models', 'vectors-en.bin')) }
  return {
    concepts: createConcepts(parseSynonyms(resources.text('knowledge', 'synonyms.txt'))),
    topics: createTopicReader(createHeads(resources.bytes('models', 'triage.bin')), parseLexicon(resources.json('triage', 'lexicon.json'))),
    meaning: (text) => meaning.of(text),
    places: () => createPlaces(tables),
  }
}
