import { createIdentifier, parseLanguageModel } from './domain/language/model.ts'
import type { Adjuster } from './domain/teach/adjuster.ts'
import { createFeelings, createHeads, createTriage, parseLexicon } from './domain/triage/index.ts'
import type { Resources } from './adapters/resources.ts'

/**
 * Reads the triage that ships: rules, learned heads and the language model. @returns makes triage, as it was shipped or with
 * what a desk was taught on top; all of them share what was read
 * @throws when one of its files is malformed
 */
export function readTriage(files: Resources): (adjust?: Adjuster) => ReturnType<typeof createTriage> {
  const heads = createHeads(files.bytes('models', 'triage.bin'))
  const identify = createIdentifier(parseLanguageModel(files.bytes('models', 'language.bin')))
  const lexicon = parseLexicon(files.json('triage', 'lexicon.json'))
  const feelings = createFeelings({ heat: files.json('models', 'anger.json'), offensive: files.bytes('models', 'abuse.bin'), angerEn: files.bytes('models', 'feeling-en.bin') })
  return (adjust) => createTriage(lexicon, identify, { heads, feelings }, adjust)
}

/** Triage as it ships. @throws when one of its files is malformed */
export const openTriage = (files: Resources): ReturnType<typeof createTriage> => readTriage(files)()
