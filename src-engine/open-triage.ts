import { createIdentifier, parseLanguageModel } from './domain/language/model.ts'
import { createHeads, createTriage, parseLexicon, type Adjust } from './domain/triage/index.ts'
import type { Resources } from './adapters/resources.ts'

/**
 * The triage that ships: rules, learned heads and the language model, read from the program's resources.
 * @param adjust what a desk has learned on top
 */
export function openTriage(files: Resources, adjust?: Adjust): ReturnType<typeof createTriage> {
  const heads = createHeads(files.bytes('models', 'triage.bin'))
  const identify = createIdentifier(parseLanguageModel(files.bytes('models', 'language.bin')))
  return createTriage(parseLexicon(files.json('triage', 'lexicon.json')), identify, adjust === undefined ? { heads } : { heads, adjust })
}
