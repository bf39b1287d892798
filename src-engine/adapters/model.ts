import OpenAI from 'openai'
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions'
import { maskingFor, type Masking } from '../../src-shared/domain/masking.ts'
import { ToolArgumentsError, type ModelAnswer, type ModelPort, type ModelRequest } from '../domain/drafting/model-port.ts'
import { pause, startDeadline, type Deadline, type Limits } from './model/deadline.ts'
import { modelError, retryDelay, toModelError } from './model/errors.ts'
import { streamRound, type Round, type ToolCall } from './model/round.ts'

/** An OpenAI-compatible endpoint; `baseUrl` ends before `/chat/completions`. `masking`: absent, as the address asks for. */
export type ModelConfig = { baseUrl: string; name: string; key: string | null; masking?: Masking | undefined }
export type ModelDeps = {
  fetch?: typeof fetch
  /** Gets codes and counts, never words of a customer. */
  log?: (event: string, fields: Record<string, unknown>) => void
  limits?: Partial<Limits>
}

const LIMITS: Limits = { firstTokenMs: 20_000, totalMs: 60_000 }
export const MAX_TOOL_ROUNDS = 4
/** Longest answer in characters; what comes after is cut and the request ended. */
export const MAX_CHARACTERS = 4_000

/** The model behind an endpoint. One retry (429 with a short Retry-After, 5xx, no connection), only before the first token. */
export function createModel(config: ModelConfig, deps: ModelDeps = {}): ModelPort {
  const limits = { ...LIMITS, ...deps.limits }
  const client = new OpenAI({
    baseURL: config.baseUrl, apiKey: config.key || 'none', maxRetries: 0, timeout: limits.totalMs,
    // Nothing may come in from the environment: the desk's settings alone say where words go.
    organization: null, project: null, adminAPIKey: null, logLevel: 'off',
    ...(deps.fetch ? { fetch: deps.fetch } : {}),
  })
  return {
    name: config.name, masking: config.masking ?? maskingFor(config.baseUrl),
    async stream(request) {
      const deadline = startDeadline(request.signal, limits)
      const talk = { client, config, request, deadline, log: deps.log ?? (() => undefined), room: { left: request.room ?? MAX_CHARACTERS }, heard: false }
      try {
        return await converse(talk)
      } catch (thrown) {
        throw explain(thrown, deadline, talk.heard)
      } finally {
        deadline.done()
      }
    },
    async check(signal) {
      const deadline = startDeadline(signal, { firstTokenMs: limits.firstTokenMs, totalMs: limits.firstTokenMs })
      try {
        await client.models.list({ signal: deadline.signal })
      } catch (thrown) {
        // Some servers have no list of models; that they answered is what was asked.
        if (!(thrown instanceof OpenAI.APIError && (thrown.status === 404 || thrown.status === 405))) throw explain(thrown, deadline, false)
      } finally {
        deadline.done()
      }
    },
  }
}

type Conversation = {
  client: OpenAI; config: ModelConfig; request: ModelRequest; deadline: Deadline; log: NonNullable<ModelDeps['log']>
  /** Characters that may still come. */
  room: { left: number }
  /** Words have come. */
  heard: boolean
}

/** Asks, runs the tools that the model calls, asks again, until it answers in words. */
async function converse(talk: Conversation): Promise<ModelAnswer> {
  const { request, config } = talk
  const messages: ChatCompletionMessageParam[] = [{ role: 'system', content: request.prompt.system }, ...request.prompt.messages]
  const answer: ModelAnswer = { text: '', model: config.name, usage: null, toolCalls: [] }
  let badArguments = 0
  for (let rounds = 0; rounds <= MAX_TOOL_ROUNDS; rounds += 1) {
    const round = await ask(talk, messages)
    answer.text += round.text
    answer.model = round.model ?? answer.model
    if (round.usage) answer.usage = { input: (answer.usage?.input ?? 0) + round.usage.input, output: (answer.usage?.output ?? 0) + round.usage.output }
    if (round.cut && (request.whole || answer.text.trim() === '')) throw modelError('endless')
    if (round.cut || round.calls.length === 0) return finished(answer)
    messages.push({
      role: 'assistant', content: round.text === '' ? null : round.text,
      tool_calls: round.calls.map((call) => ({ id: call.id, type: 'function', function: { name: call.name, arguments: call.json } })),
    })
    for (const call of round.calls) {
      answer.toolCalls.push(call.name)
      const began = performance.now()
      const result = await runTool(call, request)
      const content = JSON.stringify(result.value ?? null)
      request.watch?.used({ name: call.name, args: call.json, result: content, understood: result.understood, ms: performance.now() - began })
      if (!result.understood) badArguments += 1
      if (badArguments > 1) throw modelError('failed')
      messages.push({ role: 'tool', tool_call_id: call.id, content })
    }
  }
  talk.log('model-too-many-tool-rounds', { model: config.name, tools: answer.toolCalls.length })
  throw modelError('failed')
}

function finished(answer: ModelAnswer): ModelAnswer {
  if (answer.text.trim() === '') throw modelError('failed')
  return answer
}

/** One round with the single retry before its first token. */
async function ask(talk: Conversation, messages: ChatCompletionMessageParam[]): Promise<Round> {
  let heard = false
  const once = (): Promise<Round> =>
    streamRound({
      client: talk.client, model: talk.config.name, messages, tools: talk.request.tools, deadline: talk.deadline, room: talk.room, watch: talk.request.watch,
      onDelta: (text) => {
        talk.heard ||= text.trim() !== ''
        talk.request.onDelta(text)
      },
      onFirst: () => { heard = true },
    })
  try {
    return await once()
  } catch (thrown) {
    const wait = heard || talk.deadline.signal.aborted ? null : retryDelay(thrown)
    if (wait === null) throw thrown
    talk.log('model-retry', { model: talk.config.name, afterMs: wait, code: toModelError(thrown).code })
    await pause(wait, talk.deadline.signal)
    return await once()
  }
}

async function runTool(call: ToolCall, request: ModelRequest): Promise<{ understood: boolean; value: unknown }> {
  let args: unknown
  try {
    args = call.json.trim() === '' ? {} : JSON.parse(call.json)
  } catch {
    return { understood: false, value: { error: 'the arguments are not valid JSON' } }
  }
  try {
    return { understood: true, value: await request.callTool(call.name, args) }
  } catch (thrown) {
    if (thrown instanceof ToolArgumentsError) return { understood: false, value: { error: thrown.message } }
    throw thrown
  }
}

/** A stop has its own meaning, whatever error it surfaced as; so has an end in mid-answer. */
function explain(thrown: unknown, deadline: Deadline, heard: boolean): Error {
  const why = deadline.reason()
  if (why === 'caller') return modelError('aborted', thrown)
  if (why === 'first-token') return modelError('unreachable', thrown)
  if (why === 'total') return modelError('slow', thrown)
  const error = toModelError(thrown)
  // What is no error of ours came from the line.
  return heard && error !== thrown ? modelError('cut', thrown) : error
}
