import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { vectorOf } from './made-up-vectors.ts'

/** What the server does with one request, in order; the last step serves all later requests as well. */
export type ModelStep =
  /** Streams the tokens, `delayMs` apart (0: at once). */
  | { do: 'tokens'; tokens: string[]; delayMs?: number; /** false: it does not count tokens. */ usage?: boolean }
  /** Calls a tool. `json` is sent as it is, so it may be broken. */
  | { do: 'tool'; name: string; json: string; id?: string }
  /** Answers out of the results of the tools, whatever they were. */
  | { do: 'answer-from-tools'; make: (results: unknown[]) => string }
  /** Streams the tokens and then tears the connection, or (`politely`) ends it without a finish reason. */
  | { do: 'cut'; tokens: string[]; politely?: boolean }
  | { do: 'status'; status: number; headers?: Record<string, string> }
  /** Streams until the client goes away: words, thoughts beside them, or the arguments of a tool. */
  | { do: 'endless'; token: string; as?: 'words' | 'thought' | 'arguments' }
  /** Says no, as the protocol has it. */
  | { do: 'refusal'; text: string }
  /** Does what the request calls for. */
  | { do: 'decide'; step: (body: Record<string, unknown>) => ModelStep }
  /** Answers with a web page, as a proxy does. */
  | { do: 'page' }
  /** Accepts the request and says nothing until the client goes away. */
  | { do: 'silence' }

export type ModelRequestRecord = {
  path: string
  headers: IncomingMessage['headers']
  body: Record<string, unknown>
  /** Did the client close the connection before the answer was complete? */
  aborted: boolean
}
export type ModelServer = {
  /** Base URL for the client, ending in `/v1`. */
  url: string
  requests: ModelRequestRecord[]
  close(): Promise<void>
}

/** What the server does with one request for vectors, in order; the last step serves all later requests as well. */
export type VectorStep =
  /** Texts that share words, or things of `MEANINGS`, point the same way; the same text always does. */
  | { do: 'vectors'; dimensions?: number; delayMs?: number; /** false: it does not count tokens. */ usage?: boolean }
  | { do: 'status'; status: number; headers?: Record<string, string> }
  /** One vector is shorter than the others, or missing. */
  | { do: 'uneven' } | { do: 'too-few' }
  | { do: 'page' } | { do: 'silence' }
  /** Tears the connection. */
  | { do: 'gone' }

/** A draft with an amount that no fact holds, for tests of the guard behind a model. */
export const hallucination = (amount: string): ModelStep => ({ do: 'tokens', tokens: ['我们会', '退您', amount, ',今天到账。'] })

/** A real HTTP server on a free loopback port that speaks the OpenAI chat protocol and follows a script. */
export async function startModelServer(script: ModelStep[], options: { model?: string; key?: string; vectors?: VectorStep[] } = {}): Promise<ModelServer> {
  const requests: ModelRequestRecord[] = []
  let served = 0
  let servedVectors = 0
  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy())
  })
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readJson(request)
    const record: ModelRequestRecord = { path: request.url ?? '', headers: request.headers, body, aborted: false }
    requests.push(record)
    response.on('close', () => { record.aborted ||= !response.writableFinished })
    if (options.key !== undefined && request.headers.authorization !== `Bearer ${options.key}`) return fail(response, 401)
    if (request.method === 'GET' && record.path === '/v1/models') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ object: 'list', data: [{ id: options.model ?? 'scripted', object: 'model' }] }))
      return
    }
    if (request.method === 'POST' && record.path === '/v1/embeddings') {
      const steps = options.vectors ?? []
      const step = steps[Math.min(servedVectors, steps.length - 1)]
      servedVectors += 1
      return step ? performVectors(step, response, body) : fail(response, 404)
    }
    if (request.method !== 'POST' || record.path !== '/v1/chat/completions') return fail(response, 404)
    const step = script[Math.min(served, script.length - 1)]
    served += 1
    if (!step) return fail(response, 500)
    await perform(step, { response, body, model: options.model ?? 'scripted', gone: () => record.aborted })
  }
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`, requests,
    close: () => new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    }),
  }
}

const DIMENSIONS = 64

async function performVectors(step: VectorStep, response: ServerResponse, body: Record<string, unknown>): Promise<void> {
  if (step.do === 'status') return fail(response, step.status, step.headers)
  if (step.do === 'silence') return
  if (step.do === 'gone') return void response.destroy()
  if (step.do === 'page') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>')
  if (step.do === 'vectors' && step.delayMs) await new Promise((resolve) => setTimeout(resolve, step.delayMs))
  const texts = [body['input']].flat().map(String)
  const vectors = texts.map((text) => vectorOf(text, (step.do === 'vectors' ? step.dimensions : undefined) ?? DIMENSIONS))
  if (step.do === 'uneven') vectors[0]?.pop()
  if (step.do === 'too-few') vectors.pop()
  const counts = step.do === 'vectors' && step.usage === false ? {} : { usage: { prompt_tokens: texts.length * 7, total_tokens: texts.length * 7 } }
  // Last first: clients must go by the index.
  const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })).reverse()
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ object: 'list', model: body['model'], data, ...counts }))
}

type Stage = { response: ServerResponse; body: Record<string, unknown>; model: string; gone(): boolean }

async function perform(step: ModelStep, stage: Stage): Promise<void> {
  const { response } = stage
  if (step.do === 'decide') return perform(step.step(stage.body), stage)
  if (step.do === 'status') return fail(response, step.status, step.headers)
  if (step.do === 'silence') return
  if (step.do === 'page') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>')
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
  send(stage, { role: 'assistant', content: '' })
  switch (step.do) {
    case 'tokens':
      await words(stage, step.tokens, step.delayMs ?? 0)
      return end(stage, 'stop', step.usage)
    case 'refusal':
      send(stage, { refusal: step.text })
      return end(stage, 'stop')
    case 'answer-from-tools':
      await words(stage, [step.make(toolResults(stage.body))], 0)
      return end(stage, 'stop')
    case 'tool':
      return callTool(stage, step)
    case 'cut':
      await words(stage, step.tokens, 0)
      // Let what was written leave the process first, or the client sees no token at all.
      await new Promise((resolve) => setImmediate(resolve))
      if (step.politely) response.end()
      else response.destroy()
      return
    case 'endless':
      while (!stage.gone() && !response.destroyed) {
        send(stage, endlessDelta(step))
        await new Promise((resolve) => setImmediate(resolve))
      }
  }
}

/** The arguments come in two pieces, as real servers send them. */
function callTool(stage: Stage, step: { name: string; json: string; id?: string }): void {
  const middle = Math.floor(step.json.length / 2)
  send(stage, { tool_calls: [{ index: 0, id: step.id ?? 'call_1', type: 'function', function: { name: step.name, arguments: step.json.slice(0, middle) } }] })
  send(stage, { tool_calls: [{ index: 0, function: { arguments: step.json.slice(middle) } }] })
  end(stage, 'tool_calls')
}

async function words(stage: Stage, tokens: readonly string[], delayMs: number): Promise<void> {
  for (const token of tokens) {
    if (stage.gone()) return
    send(stage, { content: token })
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs))
  }
}

const frame = (stage: Stage, fields: Record<string, unknown>): string =>
  `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 0, model: stage.model, ...fields })}\n\n`
const send = (stage: Stage, delta: Record<string, unknown>): void => {
  stage.response.write(frame(stage, { choices: [{ index: 0, delta, finish_reason: null }] }))
}
function endlessDelta({ token, as }: Extract<ModelStep, { do: 'endless' }>): Record<string, unknown> {
  if (as === 'thought') return { reasoning_content: token }
  return as === 'arguments' ? { tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: { name: 'get_orders', arguments: token } }] } : { content: token }
}
function end(stage: Stage, reason: string, counts = true): void {
  stage.response.write(frame(stage, { choices: [{ index: 0, delta: {}, finish_reason: reason }] }))
  if (counts) stage.response.write(frame(stage, { choices: [], usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 } }))
  stage.response.end('data: [DONE]\n\n')
}

function fail(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify({ error: { message: 'scripted', type: 'scripted' } }))
}

function toolResults(body: Record<string, unknown>): unknown[] {
  const messages = Array.isArray(body['messages']) ? (body['messages'] as Array<{ role?: string; content?: string }>) : []
  return messages.filter((message) => message.role === 'tool').map((message) => JSON.parse(message.content ?? 'null') as unknown)
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  const text = Buffer.concat(pieces).toString('utf8')
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
}
