import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import OpenAI from 'openai'
import type { DraftTrace } from '../src-shared/domain/trace.ts'
import { startGateway } from './desk/gateway-process.ts'
import { startEngine, type LiveEngine } from './desk/live-engine.ts'
import { ROOT } from './desk/places.ts'
import { startServer, type ServerProcess } from './desk/server-process.ts'
import { ensure, type Measure } from './measure.ts'
import { interleave, median, quantile } from './stats.ts'

const ROUNDS = 5
const RUNS_EACH = 20
const WARM_UPS = 25
const TOKENS = ['您好，', '包裹', '已经', '到', '杭州', '了。']
const TOKEN_EVERY_MS = 20
const ANSWER = TOKENS.join('')
const QUESTION = '请问我的包裹到哪里了？已经三天了，我电话13912345678'
/** Quiet between two runs, in milliseconds: what one leaves to be done is not the next one's. */
const REST_MS = 150

/** One draft as it reaches the window. */
interface Heard { conversationId: string; /** On the clock that all processes share, in nanoseconds. */ first: bigint; text: string }

/** @returns what waits for the next draft that is begun and finished */
function listen(engine: LiveEngine): () => Promise<Heard> {
  let waiting: ((heard: Heard) => void) | null = null
  let heard: Heard | null = null
  engine.onPatches((patches) => {
    for (const patch of patches) {
      if (patch.kind === 'draft-delta') heard ??= { conversationId: patch.conversationId, first: process.hrtime.bigint(), text: '' }
      else if (patch.kind === 'draft' && patch.draft?.state === 'ready' && heard?.conversationId === patch.conversationId) {
        waiting?.({ ...heard, text: patch.draft.text })
        heard = null
      }
    }
  })
  return () => new Promise((resolve) => { waiting = resolve })
}

/** A stranger asks. @returns milliseconds until the first words of the draft leave for the window */
async function throughDesk(customers: ServerProcess<unknown>, nextDraft: () => Promise<Heard>, drafted: string[]): Promise<number> {
  const [draft, sent] = [nextDraft(), customers.next()]
  customers.write(QUESTION)
  const { conversationId, first, text } = await draft
  ensure(text === ANSWER, 'the words of the endpoint in the draft')
  drafted.push(conversationId)
  const began = /^sent (\d+)$/.exec(await sent)?.[1]
  ensure(began !== undefined, 'the moment when the customer sent')
  return Number(first - BigInt(began)) / 1e6
}

/** The desk's first request for a draft, by the trace that it keeps. `at`: milliseconds after the draft was begun. */
async function requestOf(engine: LiveEngine, conversationId: string): Promise<{ at: number; sent: string }> {
  const { traces } = await engine.ask('draft.traces', { conversationId }) as { traces: DraftTrace[] }
  const [round] = traces[0]?.steps.flatMap((step) => (step.name === 'compose' ? step.rounds : [])) ?? []
  ensure(round !== undefined, 'a request in the trace of each draft')
  return round
}

/** The same words by the bare SDK. */
async function bySdk(client: OpenAI, body: OpenAI.ChatCompletionCreateParamsStreaming): Promise<number> {
  const began = performance.now()
  let first = 0
  let text = ''
  for await (const chunk of await client.chat.completions.create(body)) {
    const words = chunk.choices[0]?.delta.content ?? ''
    if (words !== '') first ||= performance.now()
    text += words
  }
  ensure(text === ANSWER, 'the words of the endpoint from the SDK')
  return first - began
}

/** The value that 95 of 100 of each round do not exceed. */
const byRound = (pairs: readonly number[]): number[] => Array.from({ length: ROUNDS }, (_, round) => quantile(pairs.slice(round * RUNS_EACH, (round + 1) * RUNS_EACH), 0.95))

export const firstToken: Measure = {
  name: 'first-token', title: 'customer sends to first draft words out to the window, 95 of 100', baseline: 'the bare openai SDK, same request, same endpoint', unit: 'ms', compare: 'difference',
  async run() {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'deskmate-bench-token-'))
    const endpoint = await startServer<{ url: string }>(path.join(ROOT, 'out/bench/endpoint.js'), [String(TOKEN_EVERY_MS), ...TOKENS], process.env)
    const gateway = await startGateway(path.join(dir, 'gateway'))
    const model = { baseUrl: endpoint.ready.url, name: 'scripted', key: null, embeddings: '' }
    const engine = startEngine({ dataDir: path.join(dir, 'desk'), key: createHash('sha256').update(randomBytes(16)).digest('hex'), gatewayUrl: gateway.ready.seatUrl, model })
    const customers = await startServer(path.join(ROOT, 'out/bench/customer.js'), [gateway.ready.chatUrl, String(ROUNDS * RUNS_EACH + WARM_UPS + 1), String(REST_MS)], process.env)
    try {
      await engine.live
      // As for an endpoint far away: everything that is sent goes through the masker.
      await engine.ask('settings.set', { model: { baseUrl: model.baseUrl, name: model.name, masking: 'all' } })
      const nextDraft = listen(engine)
      const drafted: string[] = []
      const ask = (): Promise<number> => throughDesk(customers, nextDraft, drafted)
      await ask()
      const body = JSON.parse((await requestOf(engine, drafted[0] ?? '')).sent) as OpenAI.ChatCompletionCreateParamsStreaming
      const client = new OpenAI({ baseURL: model.baseUrl, apiKey: 'none', maxRetries: 0 })
      const pairs = await interleave(ROUNDS * RUNS_EACH, WARM_UPS, () => bySdk(client, body), ask)
      const own = (await Promise.all(drafted.slice(1 + WARM_UPS).map((id) => requestOf(engine, id)))).map(({ at }) => at)
      const over = pairs.measured.map((ms, at) => ms - (pairs.baseline[at] ?? Number.NaN))
      return {
        baseline: byRound(pairs.baseline), measured: byRound(pairs.measured),
        notes: [
          `of ${over.length} pairs half within +${median(over).toFixed(1)} ms, 95 of 100 within +${quantile(over, 0.95).toFixed(1)} ms, all within +${Math.max(...over).toFixed(1)} ms; personal data masked`,
          `of them ${median(own).toFixed(1)} ms (95 of 100: ${quantile(own, 0.95).toFixed(1)} ms) from the draft's beginning to its request, by its own trace`,
          `${ROUNDS} rounds of ${RUNS_EACH} after ${WARM_UPS}; the way through: web chat, gateway's commit, socket, engine's commit, triage, prompt, endpoint, publisher; customers, gateway and endpoint in processes of their own`,
        ],
      }
    } finally {
      await customers.stop()
      await engine.close()
      await gateway.stop()
      await endpoint.stop()
      fs.rmSync(dir, { recursive: true, force: true })
    }
  },
}
