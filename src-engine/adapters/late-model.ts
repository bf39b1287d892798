import { maskingFor } from '../../src-shared/domain/masking.ts'
import type { ModelPort } from '../domain/drafting/model-port.ts'
import type { EmbeddingsPort } from '../domain/knowledge/embedding/port.ts'
import type { ModelConfig } from './model.ts'

/** A model whose client (the SDK) is loaded at the first use, or when `load` is called: a desk starts without it. */
export function createLateModel(config: ModelConfig): ModelPort & { load(): Promise<void> } {
  let loading: Promise<ModelPort> | null = null
  const model = (): Promise<ModelPort> => (loading ??= import('./model.ts').then(({ createModel }) => createModel(config)))
  return {
    name: config.name, masking: config.masking ?? maskingFor(config.baseUrl),
    stream: async (request) => (await model()).stream(request),
    check: async (signal) => (await model()).check(signal),
    load: async () => void (await model()),
  }
}

/** Vectors, with the same client loaded as late. */
export function createLateEmbeddings(config: ModelConfig): EmbeddingsPort {
  let loading: Promise<EmbeddingsPort> | null = null
  return {
    name: config.name, masking: config.masking ?? maskingFor(config.baseUrl),
    embed: async (texts, limitMs, signal) => (await (loading ??= import('./model/embeddings.ts').then(({ createEmbeddings }) => createEmbeddings(config)))).embed(texts, limitMs, signal),
  }
}
