import { toAppError } from '../../src-shared/errors.ts'
import type { EmbeddingsPort } from '../domain/knowledge/embedding/port.ts'
import { toVector, vectorOf } from '../domain/knowledge/embedding/vector.ts'
import type { Unplaced } from '../domain/knowledge/index/passage-index.ts'
import type { Engine } from './context.ts'
import { countVectors, restVectors, vectorsProblem } from './vectors-rest.ts'

/** Texts of one request. */
const SLICE = 32
/** UTF-16 units of a text that are sent: a table without a full stop would be refused for its length, and hold up the others. */
const LONGEST = 2_000
/** Nobody waits for it. */
const LIMIT_MS = 30_000

/**
 * Gives some passages their vectors: those of texts that were asked for before from the store, the others from the endpoint, kept
 * under the hash of their text. @returns `more`: there are others · `done` · `waits`: the endpoint is to be left alone
 */
export async function embedSome(engine: Engine, signal: AbortSignal): Promise<'more' | 'done' | 'waits'> {
  const port = engine.embeddings()
  const slice = port ? engine.knowledge().unplaced(SLICE) : []
  if (!port || slice.length === 0) return 'done'
  const missing = slice.filter((passage) => !fromStore(engine, port, passage))
  if (missing.length === 0) return 'more'
  if (vectorsProblem(engine) !== null) return 'waits'
  const texts = missing.map(({ text }) => text.slice(0, LONGEST))
  try {
    const { vectors, tokens } = await port.embed(texts, LIMIT_MS, signal)
    if (signal.aborted) return 'done'
    countVectors(engine, texts, tokens)
    // Another model was chosen meanwhile.
    if (engine.embeddings() !== port) return 'more'
    return keepAll(engine, port, missing, vectors) ? 'more' : 'waits'
  } catch (thrown) {
    if (signal.aborted) return 'done'
    restVectors(engine, toAppError(thrown))
    return 'waits'
  }
}

function fromStore(engine: Engine, port: EmbeddingsPort, { text, take }: Unplaced): boolean {
  const bytes = engine.store.vectors.get(port.name, text)
  if (bytes) take(vectorOf(bytes))
  return bytes !== null
}

/** @returns false for vectors that cannot be compared with those that are there: then something else answers than before */
function keepAll(engine: Engine, port: EmbeddingsPort, passages: readonly Unplaced[], answered: readonly number[][]): boolean {
  const made = answered.map(toVector)
  const length = engine.knowledge().vectorLength() ?? made[0]?.bytes.length
  if (made.some((vector) => vector?.bytes.length !== length)) {
    restVectors(engine, { code: 'model-strange' })
    return false
  }
  engine.store.transaction(() => passages.forEach(({ text, take }, at) => {
    const vector = made[at]
    if (!vector) return
    engine.store.vectors.keep(port.name, text, vector.bytes)
    take(vector)
  }))
  return true
}
