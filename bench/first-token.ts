import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import OpenAI from 'openai'
import { v7 } from 'uuid'
import type { DraftTrace } from '../src-shared/domain/trace.ts'
import { receiveCustomerMessage } from '../src-gateway/append.ts'
import { startModelServer } from '../tests/support/model-server.ts'
import { startEngine, type LiveEngine } from './desk/live-engine.ts'
import { openShopGateway, type ShopGateway } from './desk/shop-gateway.ts'
import { ensure, type Measure } from './measure.ts'
import { interleave, median, quantile } from './stats.ts'

const RUNS = 60
const WARM_UPS = 5
const TOKENS = ['您好，', '包裹', '已经', '到', '杭州', '了。']
const ANSWER = TOKENS.join('')

/** A stranger asks. @returns milliseconds until the first words of the draft leave for the window */
async function throughDesk(gateway: ShopGateway, heard: Map<string, Heard>): Promise<number> {
  const conversationId = v7()
  const now = Date.now()
  await gateway.store.write((tx) => tx.append(now, {
    type: 'conversation',
    conversation: { id: conversationId, shopId: 'demo', channel: 'web', displayName: '陈先生', customerId: null, verification: 'none', status: 'open', assignee: null, createdAt: now, updatedAt: now },
  }))
  const draft = new Promise<Heard>((resolve) => heard.set(conversationId, { first: 0, text: '', done: resolve }))
  const began = performance.now()
  await gateway.store.write((tx) => receiveCustomerMessage(tx, Date.now(), {
    id: v7(), conversationId, author: { kind: 'customer', id: 'visitor', name: '陈先生' }, text: '请问我的包裹到哪里了？已经三天了，我电话13912345678', attachments: [],
  }))
  const { first, text } = await draft
  ensure(text === ANSWER, 'the words of the server in the draft')
  return first - began
}

interface Heard {
  /** When the first words came, by performance.now(). */
  first: number
  text: string
  done(heard: Heard): void
}

function listen(engine: LiveEngine): Map<string, Heard> {
  const heard = new Map<string, Heard>()
  engine.onPatches((patches) => {
    for (const patch of patches) {
      if (patch.kind !== 'draft' && patch.kind !== 'draft-delta') continue
      const entry = heard.get(patch.conversationId)
      if (!entry) continue
      if (patch.kind === 'draft-delta') {
        entry.first ||= performance.now()
      } else if (patch.draft?.state === 'ready') {
        entry.text = patch.draft.text
        entry.done(entry)
      }
    }
  })
  return heard
}

/** What the desk itself did before its request left, for each draft, by the trace that it keeps. */
async function beforeAsking(engine: LiveEngine, heard: ReadonlyMap<string, Heard>): Promise<number[]> {
  const answers = await Promise.all([...heard.keys()].slice(WARM_UPS).map((conversationId) => engine.ask('draft.traces', { conversationId })))
  return (answers as { traces: DraftTrace[] }[]).flatMap(({ traces }) => traces[0]?.steps.flatMap((step) => (step.name === 'compose' ? step.rounds.slice(0, 1).map(({ at }) => at) : [])) ?? [])
}

/** The same request by the bare SDK. */
async function bySdk(client: OpenAI, body: OpenAI.ChatCompletionCreateParamsStreaming): Promise<number> {
  const began = performance.now()
  let first = 0
  let text = ''
  for await (const chunk of await client.chat.completions.create(body)) {
    const words = chunk.choices[0]?.delta.content ?? ''
    if (words !== '') first ||= performance.now()
    text += words
  }
  ensure(text === ANSWER, 'the words of the server from the SDK')
  return first - began
}

export const firstToken: Measure = {
  name: 'first-token', title: 'customer message in to first draft words out to the window', baseline: 'the bare openai SDK, same request, same local server', unit: 'ms', compare: 'difference',
  async run() {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'deskmate-bench-token-'))
    const key = createHash('sha256').update(randomBytes(16)).digest('hex')
    const server = await startModelServer([{ do: 'tokens', tokens: TOKENS, delayMs: 20 }])
    const gateway = await openShopGateway(path.join(dir, 'gateway'), key)
    const engine = startEngine({ dataDir: path.join(dir, 'desk'), key, gatewayUrl: gateway.url, model: { baseUrl: server.url, name: 'scripted', key: null, embeddings: '' } })
    try {
      await engine.live
      // As for an endpoint far away: everything that is sent goes through the masker.
      await engine.ask('settings.set', { model: { baseUrl: server.url, name: 'scripted', masking: 'all' } })
      const heard = listen(engine)
      await throughDesk(gateway, heard)
      const body = server.requests.at(-1)?.body as unknown as OpenAI.ChatCompletionCreateParamsStreaming
      const client = new OpenAI({ baseURL: server.url, apiKey: 'none', maxRetries: 0 })
      const samples = await interleave(RUNS, WARM_UPS, () => bySdk(client, body), () => throughDesk(gateway, heard))
      const own = await beforeAsking(engine, heard)
      const over = samples.measured.map((ms, at) => ms - (samples.baseline[at] ?? Number.NaN))
      return { ...samples, notes: [`95 of 100 pairs within +${quantile(over, 0.95).toFixed(1)} ms, personal data masked`, `of them ${median(own).toFixed(1)} ms (95 of 100: ${quantile(own, 0.95).toFixed(1)} ms) from the draft's beginning to its request, by its own trace`, `${RUNS} pairs after ${WARM_UPS}; the way through: gateway's commit, socket, engine's commit, triage, prompt, endpoint, publisher`, `${server.requests.length} requests, each answered with the same words`] }
    } finally {
      await engine.close()
      await gateway.close()
      await server.close()
      fs.rmSync(dir, { recursive: true, force: true })
    }
  },
}
