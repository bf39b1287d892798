import { createIdentifier, parseLanguageModel } from './domain/language/model.ts'
import type { Adjuster } from './domain/teach/adjuster.ts'
import type { Product } from '../src-shared/domain/product.ts'
import { productNames } from './domain/triage/entities/product-names.ts'
import { productLexicon, type ProductLexicon } from './domain/triage/entities/products.ts'
import { createFeelings, createHeads, createTriage, parseLexicon } from './domain/triage/index.ts'
import { normalize } from './domain/triage/normalize.ts'
import type { Resources } from './adapters/resources.ts'

export interface TriageParts {
  /** Triage as it was shipped, or with what a desk was taught on top; all of them share what was read. */
  make(adjust?: Adjuster): ReturnType<typeof createTriage>
  /** A shop's products by name, as this triage compares words. */
  products(products: readonly Product[]): ProductLexicon
}

/** Reads the triage that ships: rules, learned heads and the language model. @throws when one of its files is malformed */
export function readTriage(files: Resources): TriageParts {
  const heads = createHeads(files.bytes('models', 'triage.bin'))
  const identify = createIdentifier(parseLanguageModel(files.bytes('models', 'language.bin')))
  const lexicon = parseLexicon(files.json('triage', 'lexicon.json'))
  const feelings = createFeelings({ heat: files.json('models', 'anger.json'), offensive: files.bytes('models', 'abuse.bin'), angerEn: files.bytes('models', 'feeling-en.bin') })
  return {
    make: (adjust) => createTriage(lexicon, identify, { heads, feelings }, adjust),
    products: (products) => productLexicon(productNames(products), (text) => normalize(text, lexicon.simplified).text),
  }
}

/** Triage as it ships. @throws when one of its files is malformed */
export const openTriage = (files: Resources): ReturnType<typeof createTriage> => readTriage(files).make()
