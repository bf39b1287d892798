import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { Engine } from './context.ts'
import { keyFor, storedModel, type StoredModel } from './settings.ts'

/** Asks an endpoint whether it is there, takes the key and has the model. @param embeddings the model for meaning; '' none */
export type ProbePort = (config: StoredModel, embeddings: string) => Promise<CallResult<'model.check'>>

/** Tries what stands in the settings' form. The stored key goes to no other host than the one it was given for. */
export function checkModel(engine: Pick<Engine, 'store'>, params: CallParams<'model.check'>, environment: StoredModel | null, probe: ProbePort): Promise<CallResult<'model.check'>> {
  const stored = storedModel(engine) ?? environment
  return probe({ baseUrl: params.baseUrl, name: params.name, key: params.key || keyFor(stored, params.baseUrl) }, params.embeddings ?? '')
}
