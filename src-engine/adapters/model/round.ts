import type OpenAI from 'openai'
import type { ChatCompletionCreateParamsStreaming, ChatCompletionMessageParam } from 'openai/resources/chat/completions'
import type { ModelTool, ModelWatch, TokenCount } from '../../domain/drafting/model-port.ts'
import type { Deadline } from './deadline.ts'
import { modelError, toModelError } from './errors.ts'

export type ToolCall = { id: string; name: string; json: string }
/** One request and its streamed answer. `cut`: the answer passed the limit of characters and was ended by us. */
export type Round = { text: string; model: string | null; usage: TokenCount | null; calls: ToolCall[]; cut: boolean }

export type RoundInput = {
  client: OpenAI
  model: string
  messages: ChatCompletionMessageParam[]
  tools: ModelTool[]
  deadline: Deadline
  /** Characters (UTF-16 units) that may still come, over all rounds; counted down. */
  room: { left: number }
  onDelta(text: string): void
  watch: ModelWatch | undefined
  /** Called at the first sign of an answer; from then on nothing is retried. */
  onFirst(): void
}

/** Streams one answer. Throws what the SDK throws, and `model-cut` for a stream that ends without saying so. */
export async function streamRound(input: RoundInput): Promise<Round> {
  const round: Round = { text: '', model: null, usage: null, calls: [], cut: false }
  const over = (problem: string | null): void => input.watch?.answered({ usage: round.usage, problem })
  try {
    await readRound(input, round)
    over(null)
    return round
  } catch (thrown) {
    over(toModelError(thrown).code)
    throw thrown
  }
}

async function readRound(input: RoundInput, round: Round): Promise<void> {
  input.deadline.quiet()
  const body: ChatCompletionCreateParamsStreaming = {
    model: input.model, messages: input.messages, stream: true, stream_options: { include_usage: true },
    ...(input.tools.length > 0 ? { tools: input.tools.map((tool) => ({ type: 'function' as const, function: tool })) } : {}),
  }
  input.watch?.sent(JSON.stringify(body))
  const { data: stream, response } = await input.client.chat.completions.create(body, { signal: input.deadline.signal }).withResponse()
  if (!/^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '')) {
    stream.controller.abort()
    throw modelError('strange')
  }
  let finish: string | null = null
  let refused = false
  for await (const chunk of stream) {
    round.model = chunk.model || round.model
    if (chunk.usage) round.usage = { input: chunk.usage.prompt_tokens, output: chunk.usage.completion_tokens }
    const choice = chunk.choices?.[0]
    if (!choice) continue
    finish = choice.finish_reason ?? finish
    refused ||= Boolean(choice.delta?.refusal) || finish === 'content_filter'
    const unspoken = addCalls(round.calls, choice.delta?.tool_calls ?? []) + silentLength(choice.delta)
    const words = choice.delta?.content ?? ''
    if (words !== '' || round.calls.length > 0) {
      input.deadline.heard()
      input.onFirst()
    }
    if (take(round, words, unspoken, input)) return
  }
  if (refused) throw modelError('refused')
  // The SDK ends the loop quietly when it is aborted and when a proxy closes the line in mid-answer.
  if (finish === null) throw modelError(round.text.trim() === '' ? 'failed' : 'cut')
}

/** Length of what is neither words nor a tool's call: a refusal, or thoughts that some servers send along. */
function silentLength(delta: { refusal?: string | null; reasoning_content?: unknown } | undefined): number {
  const thought = delta?.reasoning_content
  return (delta?.refusal?.length ?? 0) + (typeof thought === 'string' ? thought.length : 0)
}

/** Adds words to the answer; true when the room is used up and the stream was stopped. Thoughts cost a quarter: they are long by nature. */
function take(round: Round, words: string, unspoken: number, input: RoundInput): boolean {
  const fits = words.slice(0, Math.max(0, input.room.left))
  round.text += fits
  if (fits !== '') {
    input.onDelta(fits)
    input.watch?.heard(fits)
  }
  input.room.left -= words.length + unspoken / 4
  if (input.room.left > 0) return false
  round.cut = true
  input.deadline.cut()
  return true
}

type CallDelta = { index: number; id?: string; function?: { name?: string; arguments?: string } }
/** @returns how many characters were added */
function addCalls(calls: ToolCall[], deltas: readonly CallDelta[]): number {
  let added = 0
  for (const delta of deltas) {
    const call = (calls[delta.index] ??= { id: '', name: '', json: '' })
    call.id = delta.id || call.id
    call.name += delta.function?.name ?? ''
    call.json += delta.function?.arguments ?? ''
    added += (delta.function?.name ?? '').length + (delta.function?.arguments ?? '').length
  }
  return added
}
