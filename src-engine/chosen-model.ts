import { createLateEmbeddings, createLateModel } from './adapters/late-model.ts'
import type { EmbeddingsPort } from './domain/knowledge/embedding/port.ts'
import type { Engine } from './flows/context.ts'
import { modelChosen } from './flows/model-health.ts'
import { storedModel, type StoredModel } from './flows/settings.ts'

/** The endpoint that drafts, and the one that makes vectors. */
export interface ChosenModel extends Pick<Engine, 'model' | 'embeddings'> {
  /** Takes up what the settings say now. */
  use(engine: Engine): void
  /** Loads the client, now and after each change: the first window has drawn its queue. */
  load(): void
}

/** @param environment the model named from outside, where the settings name none  @param forgetVectors those in memory are of another endpoint */
export function createChosenModel(environment: StoredModel | null, forgetVectors: () => void, onError: (thrown: unknown) => void): ChosenModel {
  let model: ReturnType<typeof createLateModel> | null = null
  let embeddings: EmbeddingsPort | null = null
  let isLoaded = false
  const load = (): void => void model?.load().catch(onError)
  return {
    model: () => model, embeddings: () => embeddings,
    use(engine) {
      const chosen = storedModel(engine) ?? environment
      model = chosen ? createLateModel(chosen) : null
      if (isLoaded) load()
      modelChosen(engine, chosen?.name ?? null)
      const named = chosen?.embeddings ?? ''
      if (named !== (embeddings?.name ?? '')) {
        engine.store.vectors.forgetOthers(named)
        forgetVectors()
      }
      embeddings = chosen && named !== '' ? createLateEmbeddings({ ...chosen, name: named }) : null
      engine.live.vectorsRest = { until: 0, problem: '' }
      if (isLoaded) engine.wake('vectors')
    },
    load() {
      isLoaded = true
      load()
    },
  }
}
