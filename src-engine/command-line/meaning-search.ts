import { toAppError } from '../../src-shared/errors.ts'
import type { EmbeddingsPort } from '../domain/knowledge/embedding/port.ts'
import { toVector, type Vector } from '../domain/knowledge/embedding/vector.ts'
import type { PassageIndex } from '../domain/knowledge/index/passage-index.ts'

/** Passages of one request. */
const SLICE = 64
const LIMIT_MS = 30_000

/**
 * What queries mean, by an endpoint; the passages of the index get their vectors before the first. After a failure, which is told
 * once, the rest is found by words alone.
 */
export function createMeaning(index: PassageIndex, port: EmbeddingsPort, tell: (problem: string) => void): (query: string) => Promise<Vector | null> {
  let reading: Promise<void> | null = null
  let failed = false
  const embed = async (texts: readonly string[]): Promise<(Vector | null)[]> => (await port.embed(texts, LIMIT_MS, new AbortController().signal)).vectors.map(toVector)

  async function read(): Promise<void> {
    for (let slice = index.unplaced(SLICE); slice.length > 0; slice = index.unplaced(SLICE)) {
      const vectors = await embed(slice.map(({ text }) => text))
      slice.forEach(({ take }, at) => {
        const vector = vectors[at]
        if (!vector) throw new Error('a passage got no direction')
        take(vector)
      })
    }
  }
  return async (query) => {
    if (failed || query.trim() === '') return null
    try {
      await (reading ??= read())
      return (await embed([query]))[0] ?? null
    } catch (thrown) {
      failed = true
      tell(`the endpoint gave no vectors (${toAppError(thrown).code}); found by words alone from here on`)
      return null
    }
  }
}
