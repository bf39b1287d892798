import OpenAI from 'openai'
import type { CallResult } from '../../../src-shared/contract/calls.ts'
import { startDeadline, type Deadline } from './deadline.ts'
import { createEmbeddings } from './embeddings.ts'
import { toModelError } from './errors.ts'

export type ProbeConfig = { baseUrl: string; name: string; key: string | null }
/** `ms`: until the answer. `models`: what the address offers, at most 50. */
export type ProbeResult = CallResult<'model.check'>

const LIMIT_MS = 10_000
const MODELS_MAX = 50

const OUTCOMES: Partial<Record<string, ProbeResult['outcome']>> = { 'model-unauthorised': 'unauthorised', 'model-unreachable': 'unreachable', 'model-aborted': 'unreachable', 'model-rate-limited': 'busy' }

/** What an endpoint's model for meaning is tried with. */
const PROBE_WORD = 'ping'

/** As `probeModel`, and whether the model for meaning gives vectors; it is not asked where nobody answers. */
export async function probeBoth(config: ProbeConfig, embeddings: string, limitMs: number = LIMIT_MS): Promise<ProbeResult> {
  const result = await probeModel(config, limitMs)
  if (embeddings === '' || result.outcome === 'unreachable' || result.outcome === 'unauthorised') return result
  const port = createEmbeddings({ ...config, name: embeddings })
  const meaning = await port.embed([PROBE_WORD], limitMs, new AbortController().signal).then(() => true, () => false)
  return { ...result, meaning }
}

/** Asks for the list of models, and, where the server has none, the model itself for one token. Words of customers are never sent. */
export async function probeModel(config: ProbeConfig, limitMs: number = LIMIT_MS): Promise<ProbeResult> {
  const began = performance.now()
  const deadline = startDeadline(new AbortController().signal, { firstTokenMs: limitMs, totalMs: limitMs })
  const done = (outcome: ProbeResult['outcome'], models: string[] = []): ProbeResult => ({ outcome, ms: Math.round(performance.now() - began), models: models.slice(0, MODELS_MAX), meaning: null })
  const client = new OpenAI({ baseURL: config.baseUrl, apiKey: config.key || 'none', maxRetries: 0, timeout: limitMs, organization: null, project: null, adminAPIKey: null, logLevel: 'off' })
  try {
    const models = await listModels(client, deadline)
    if (config.name === '') return done('no-name', models ?? [])
    if (models) return done(models.includes(config.name) || models.includes(`${config.name}:latest`) ? 'ok' : 'unknown-model', models)
    await client.chat.completions.create({ model: config.name, messages: [{ role: 'user', content: 'ping' }], max_tokens: 1 }, { signal: deadline.signal })
    return done('ok')
  } catch (thrown) {
    if (thrown instanceof OpenAI.APIError && thrown.status === 404) return done('not-found')
    if (deadline.reason() !== null) return done('unreachable')
    const { code } = toModelError(thrown)
    return done(OUTCOMES[code] ?? 'failed')
  } finally {
    deadline.done()
  }
}

/** null: the server has no list of models. */
async function listModels(client: OpenAI, deadline: Deadline): Promise<string[] | null> {
  try {
    const page = await client.models.list({ signal: deadline.signal })
    return page.data.map((model) => model.id)
  } catch (thrown) {
    if (thrown instanceof OpenAI.APIError && (thrown.status === 404 || thrown.status === 405)) return null
    throw thrown
  }
}
