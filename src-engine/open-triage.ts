import { createIdentifier, parseLanguageModel } from './domain/language/model.ts'
import { createFeelings, createHeads, createTriage, parseLexicon, type Adjust } from './domain/triage/index.ts'
import type { Resources } from './adapters/resources.ts'

/**
 * The triage that ships: rules, learned heads and the language model, read from the program's resources.
 * @param adjust what a desk has learned on top
 */
export function openTriage(files: Resources, adjust?: Adjust): ReturnType<typeof createTriage> {
  const heads = createHeads(files.bytes('models', 'triage.bin'))
  const identify = createIdentifier(parseLanguageModel(files.bytes('models', 'language.bin')))
  const feelings = createFeelings({ heat: files.json('models', 'anger.json'), offensive: files.bytes('models', 'abuse.bin'), angerEn: files.bytes('models', 'feeling-en.bin') })
  return createTriage(parseLexicon(files.json('triage', 'lexicon.json')), identify, adjust === undefined ? { heads, feelings } : { heads, feelings, adjust })
}
