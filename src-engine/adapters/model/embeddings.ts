import OpenAI from 'openai'
import { z } from 'zod'
import { maskingFor } from '../../../src-shared/domain/masking.ts'
import type { Embedded, EmbeddingsPort } from '../../domain/knowledge/embedding/port.ts'
import type { ModelConfig } from '../model.ts'
import { startDeadline } from './deadline.ts'
import { modelError, toModelError } from './errors.ts'

/** What a server must answer, whatever else it adds. */
const Answer = z.object({
  data: z.array(z.object({ index: z.number().int().nonnegative(), embedding: z.array(z.number()).min(1) })),
  usage: z.object({ prompt_tokens: z.number().int().nonnegative() }).optional().catch(undefined),
})

/** The vectors of an OpenAI-compatible endpoint (`/embeddings`). Nothing is asked twice: who wants vectors comes again by itself. */
export function createEmbeddings(config: ModelConfig): EmbeddingsPort {
  const client = new OpenAI({ baseURL: config.baseUrl, apiKey: config.key || 'none', maxRetries: 0, organization: null, project: null, adminAPIKey: null, logLevel: 'off' })
  return {
    name: config.name, masking: config.masking ?? maskingFor(config.baseUrl),
    async embed(texts, limitMs, signal) {
      const deadline = startDeadline(signal, { firstTokenMs: limitMs, totalMs: limitMs })
      try {
        return inOrder(await client.embeddings.create({ model: config.name, input: [...texts], encoding_format: 'float' }, { signal: deadline.signal, timeout: limitMs + 1_000 }), texts.length)
      } catch (thrown) {
        const why = deadline.reason()
        if (why === 'caller') throw modelError('aborted', thrown)
        throw why === null ? toModelError(thrown) : modelError('slow', thrown)
      } finally {
        deadline.done()
      }
    },
  }
}

/** @throws ModelError `model-strange` for anything but one vector a text, all of one length */
function inOrder(answer: unknown, count: number): Embedded {
  const parsed = Answer.safeParse(answer)
  if (!parsed.success) throw modelError('strange', parsed.error)
  const vectors: number[][] = []
  for (const { index, embedding } of parsed.data.data) vectors[index] = embedding
  const length = vectors[0]?.length
  if (vectors.length !== count || Array.from(vectors).some((vector) => vector?.length !== length)) throw modelError('strange')
  return { vectors, tokens: parsed.data.usage?.prompt_tokens ?? null }
}
