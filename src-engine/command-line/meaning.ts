import { openResources } from '../adapters/resources.ts'
import { parseMeaning, type Meaning } from '../domain/classify/meaning.ts'

/** The table of meanings that ships; the folder `resources` stands beside `out`. */
export function openMeaning(): Meaning {
  return parseMeaning(openResources(new URL('../../resources', import.meta.url).pathname).bytes('models', 'meaning.bin'))
}
