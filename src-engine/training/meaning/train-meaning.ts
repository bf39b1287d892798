import { writeMeaning } from '../../domain/classify/meaning.ts'
import { readMeaningCorpus } from './corpus.ts'
import { distil } from './distil.ts'
import { openTeacher } from './teacher.ts'

const SEED = 1
const SHAPE = { neighbours: 16_384, pieces: 8_192, size: 128 }

/**
 * Makes the table of meanings again, bit for bit on the same machine; some ten minutes, most of them the teacher's.
 * @param data folder of the public sets  @param teacher folder with the teacher's packages
 * @returns the file and what the table card tells; null where a set is missing
 * @throws Error where the teacher is not there
 */
export async function trainMeaning(data: string, teacher: string): Promise<{ bytes: Uint8Array; cosine: number; words: number; sentences: number } | null> {
  const corpus = readMeaningCorpus(data)
  if (corpus === null) return null
  const teach = await openTeacher(teacher)
  const words = await teach(corpus.words)
  const sentences = []
  for (const list of corpus.lists) sentences.push(...await teach(list))
  const { table, cosine } = distil(words, sentences, SHAPE, SEED)
  return { bytes: writeMeaning(table), cosine, words: words.length, sentences: sentences.length }
}
