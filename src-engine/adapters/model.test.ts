import { afterEach, describe, expect, test } from 'vitest'
import { startModelServer, type ModelServer, type ModelStep } from '../../tests/support/model-server.ts'
import { AppError } from '../../src-shared/errors.ts'
import { ToolArgumentsError, type ModelError, type ModelRequest } from '../domain/drafting/model-port.ts'
import { createModel, MAX_CHARACTERS } from './model.ts'

let server: ModelServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})

const prompt = { version: 'draft.v1', system: 'You draft.', messages: [{ role: 'user' as const, content: '到哪了' }] }
const tools = [{ name: 'get_orders', description: 'orders', parameters: { type: 'object', properties: {} } }]

async function start(script: ModelStep[], options: { key?: string } = {}): Promise<ModelServer> {
  server = await startModelServer(script, options)
  return server
}
const model = (at: ModelServer, limits = {}, key: string | null = 'k') => createModel({ baseUrl: at.url, name: 'scripted', key }, { limits })

type Heard = { deltas: string[]; calls: unknown[] }
function request(heard: Heard, more: Partial<ModelRequest> = {}): ModelRequest {
  return {
    prompt, tools, signal: new AbortController().signal,
    callTool: (_name, args) => { heard.calls.push(args); return { status: 'shipped' } },
    onDelta: (text) => { heard.deltas.push(text) },
    ...more,
  }
}
const nothing = (): Heard => ({ deltas: [], calls: [] })
async function codeOf(promise: Promise<unknown>): Promise<string> {
  const thrown: unknown = await promise.then(() => null, (error: unknown) => error)
  expect(thrown).toBeInstanceOf(AppError)
  const error = thrown as AppError
  expect(error.say.zh).not.toBe('')
  expect(error.say.en).not.toBe('')
  return error.code
}

describe('M-1 streaming', () => {
  test('M-1 each token reaches the listener in order and the whole is the answer (lost or doubled tokens)', async () => {
    const at = await start([{ do: 'tokens', tokens: ['您的', '包裹', '在路上'], delayMs: 5 }])
    const heard = nothing()
    const answer = await model(at).stream(request(heard))
    expect(heard.deltas).toEqual(['您的', '包裹', '在路上'])
    expect(answer).toMatchObject({ text: '您的包裹在路上', model: 'scripted', usage: { input: 10, output: 5 }, toolCalls: [] })
    expect(at.requests[0]?.headers.authorization).toBe('Bearer k')
  })

  test('M-1 an answer without words is a failure, not an empty draft', async () => {
    const at = await start([{ do: 'tokens', tokens: [' '] }])
    expect(await codeOf(model(at).stream(request(nothing())))).toBe('model-failed')
  })
})

describe('M-2 tools', () => {
  test('M-2 a tool is run with the parsed arguments and its result goes back to the model', async () => {
    const at = await start([
      { do: 'tool', name: 'get_orders', json: '{"orderNo":"1"}' },
      { do: 'answer-from-tools', make: (results) => `state ${(results[0] as { status: string }).status}` },
    ])
    const heard = nothing()
    const answer = await model(at).stream(request(heard))
    expect(heard.calls).toEqual([{ orderNo: '1' }])
    expect(answer.text).toBe('state shipped')
    expect(answer.toolCalls).toEqual(['get_orders'])
    expect(answer.usage).toEqual({ input: 20, output: 10 })
  })

  test('M-2 broken arguments are told to the model once, and the tool is not run', async () => {
    const at = await start([{ do: 'tool', name: 'get_orders', json: '{"orderNo":' }, { do: 'answer-from-tools', make: (results) => JSON.stringify(results[0]) }])
    const heard = nothing()
    const answer = await model(at).stream(request(heard))
    expect(heard.calls).toEqual([])
    expect(answer.text).toContain('error')
  })

  test('M-2 broken arguments twice end the run', async () => {
    const at = await start([{ do: 'tool', name: 'get_orders', json: '{' }])
    expect(await codeOf(model(at).stream(request(nothing())))).toBe('model-failed')
    expect(at.requests).toHaveLength(2)
  })

  test('M-2 arguments that the tool refuses count as broken', async () => {
    const at = await start([{ do: 'tool', name: 'get_orders', json: '{"x":1}' }])
    const refuse = (): never => { throw new ToolArgumentsError('no x') }
    expect(await codeOf(model(at).stream(request(nothing(), { callTool: refuse })))).toBe('model-failed')
    expect(at.requests).toHaveLength(2)
  })

  test('M-2 a model that only ever calls tools is stopped after four rounds', async () => {
    const at = await start([{ do: 'tool', name: 'get_orders', json: '{}' }])
    expect(await codeOf(model(at).stream(request(nothing())))).toBe('model-failed')
    expect(at.requests).toHaveLength(5)
  })
})

describe('M-3 failures and the single retry', () => {
  test('M-3 429 with a short Retry-After is tried again once', async () => {
    const at = await start([{ do: 'status', status: 429, headers: { 'retry-after': '0' } }, { do: 'tokens', tokens: ['好'] }])
    expect((await model(at).stream(request(nothing()))).text).toBe('好')
    expect(at.requests).toHaveLength(2)
  })

  test('M-3 429 with a long Retry-After is not waited for', async () => {
    const at = await start([{ do: 'status', status: 429, headers: { 'retry-after': '60' } }])
    expect(await codeOf(model(at).stream(request(nothing())))).toBe('model-rate-limited')
    expect(at.requests).toHaveLength(1)
  })

  test('M-3 500 twice is a failure after exactly two requests', async () => {
    const at = await start([{ do: 'status', status: 500 }])
    expect(await codeOf(model(at).stream(request(nothing())))).toBe('model-failed')
    expect(at.requests).toHaveLength(2)
  })

  test('M-3 a refused key is not tried again and is named as such', async () => {
    const at = await start([{ do: 'tokens', tokens: ['好'] }], { key: 'right' })
    expect(await codeOf(model(at, {}, 'wrong').stream(request(nothing())))).toBe('model-unauthorised')
    expect(at.requests).toHaveLength(1)
  })

  test('M-3 nobody listening is unreachable', async () => {
    const at = await start([])
    await at.close()
    expect(await codeOf(model(at).stream(request(nothing())))).toBe('model-unreachable')
  })

  test.each([false, true])('M-3 a cut in mid-stream is never tried again nor taken for a whole answer (politely: %s)', async (politely) => {
    const at = await start([{ do: 'cut', tokens: ['您的', '包裹'], politely }])
    const heard = nothing()
    expect(await codeOf(model(at).stream(request(heard)))).toBe('model-cut')
    expect(at.requests).toHaveLength(1)
    expect(heard.deltas.join('')).toBe('您的包裹')
  })
})

describe('M-4 limits', () => {
  test('M-4 an endless stream is cut at the limit and the request is ended', async () => {
    const at = await start([{ do: 'endless', token: '喂喂喂喂喂喂喂' }])
    const heard = nothing()
    const answer = await model(at).stream(request(heard))
    expect(answer.text).toHaveLength(MAX_CHARACTERS)
    expect(heard.deltas.join('')).toBe(answer.text)
    await expect.poll(() => at.requests[0]?.aborted, { timeout: 5000 }).toBe(true)
  })

  test('M-4 silence before the first token ends as unreachable', async () => {
    const at = await start([{ do: 'silence' }])
    expect(await codeOf(model(at, { firstTokenMs: 50 }).stream(request(nothing())))).toBe('model-unreachable')
    expect(at.requests).toHaveLength(1)
  })

  test('M-4 a stream that never ends in time is a failure', async () => {
    const at = await start([{ do: 'tokens', tokens: Array.from({ length: 1000 }, () => '慢'), delayMs: 20 }])
    expect(await codeOf(model(at, { totalMs: 200 }).stream(request(nothing())))).toBe('model-slow')
  })

  test('M-4 the caller can stop it, and the server sees the line close', async () => {
    const at = await start([{ do: 'tokens', tokens: Array.from({ length: 1000 }, () => '慢'), delayMs: 20 }])
    const stop = new AbortController()
    const run = model(at).stream(request(nothing(), { signal: stop.signal, onDelta: () => stop.abort() }))
    expect(await codeOf(run)).toBe('model-aborted')
    await expect.poll(() => at.requests[0]?.aborted, { timeout: 5000 }).toBe(true)
  })

  test('M-4 a signal that was aborted before sends nothing', async () => {
    const at = await start([{ do: 'tokens', tokens: ['好'] }])
    expect(await codeOf(model(at).stream(request(nothing(), { signal: AbortSignal.abort() })))).toBe('model-aborted')
    expect(at.requests).toHaveLength(0)
  })
})

describe('M-7 what an endpoint may do to a draft', () => {
  test('M-7 a refusal is named as one, not shown as an empty or half answer', async () => {
    const at = await start([{ do: 'refusal', text: 'I cannot help with that.' }])
    expect(await codeOf(model(at).stream(request(nothing())))).toBe('model-refused')
    expect(at.requests).toHaveLength(1)
  })

  test('M-7 a page of a proxy in place of an answer is no model (a draft that waits for words in a web page)', async () => {
    const at = await start([{ do: 'page' }])
    expect(await codeOf(model(at).stream(request(nothing())))).toBe('model-strange')
  })

  test.each<[string, ModelStep]>([['words', { do: 'endless', token: '喂喂喂喂喂喂喂' }], ['thoughts', { do: 'endless', token: '想一想再想一想', as: 'thought' }], ['arguments of a tool', { do: 'endless', token: '{{{{{{{{', as: 'arguments' }]])(
    'M-7 who wants a whole answer gets none from a stream without end, be it of %s', async (_name, step) => {
      const at = await start([step])
      expect(await codeOf(model(at).stream(request(nothing(), { room: 400, whole: true })))).toBe('model-endless')
      await expect.poll(() => at.requests[0]?.aborted, { timeout: 5000 }).toBe(true)
    })

  test('M-7 the wish of a busy endpoint is passed on, in seconds or as a date, and no wish is none', async () => {
    const wish = async (header: Record<string, string>): Promise<number | null> => {
      const at = await start([{ do: 'status', status: 429, headers: header }])
      const thrown: unknown = await model(at).stream(request(nothing())).catch((error: unknown) => error)
      await at.close()
      return (thrown as ModelError).restMs
    }
    expect(await wish({ 'retry-after': '90' })).toBe(90_000)
    expect(await wish({ 'retry-after': new Date(Date.now() + 120_000).toUTCString() })).toBeGreaterThan(60_000)
    expect(await wish({ 'retry-after': '99999999' })).toBe(24 * 3_600_000)
    expect(await wish({})).toBeNull()
  })

  test('M-8 the watcher is given each request to the letter, what was heard, and what the tools were asked and answered', async () => {
    const at = await start([{ do: 'tool', name: 'get_orders', json: '{"orderNo":"1"}' }, { do: 'tokens', tokens: ['在', '路上'], usage: false }])
    const seen = { sent: [] as string[], heard: '', over: [] as unknown[], used: [] as string[] }
    await model(at).stream(request(nothing(), {
      watch: {
        sent: (body) => seen.sent.push(body), heard: (text) => { seen.heard += text }, answered: (answer) => seen.over.push(answer),
        used: ({ name, args, result }) => seen.used.push(`${name} ${args} ${result}`),
      },
    }))
    expect(seen.sent.map((body) => JSON.parse(body) as unknown)).toEqual(at.requests.map((one) => one.body))
    expect(seen.heard).toBe('在路上')
    expect(seen.over).toEqual([{ usage: { input: 10, output: 5 }, problem: null }, { usage: null, problem: null }])
    expect(seen.used).toEqual(['get_orders {"orderNo":"1"} {"status":"shipped"}'])
  })
})

test('M-5 check passes for a living endpoint and names a refused key', async () => {
  const at = await start([], { key: 'right' })
  const signal = new AbortController().signal
  await model(at, {}, 'right').check(signal)
  expect(at.requests[0]?.path).toBe('/v1/models')
  expect(await codeOf(model(at, {}, 'wrong').check(signal))).toBe('model-unauthorised')
})

test('M-6 the log holds no word of the prompt or the key (customers\' words in logs)', async () => {
  const at = await start([{ do: 'status', status: 500 }, { do: 'tokens', tokens: ['好'] }])
  const lines: string[] = []
  const logging = createModel({ baseUrl: at.url, name: 'scripted', key: 'secret' }, { log: (event, fields) => { lines.push(JSON.stringify([event, fields])) } })
  await logging.stream(request(nothing()))
  expect(lines.length).toBeGreaterThan(0)
  expect(lines.join()).not.toMatch(/到哪了|secret|You draft/)
})
