import type OpenAI from 'openai'
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions'
import type { ModelTool } from '../../domain/drafting/model-port.ts'
import type { Deadline } from './deadline.ts'
import { modelError } from './errors.ts'

export type ToolCall = { id: string; name: string; json: string }
/** One request and its streamed answer. `cut`: the answer passed the limit of characters and was ended by us. */
export type Round = { text: string; model: string | null; usage: { input: number; output: number } | null; calls: ToolCall[]; cut: boolean }

export type RoundInput = {
  client: OpenAI
  model: string
  messages: ChatCompletionMessageParam[]
  tools: ModelTool[]
  deadline: Deadline
  /** Characters (UTF-16 units) that may still come. */
  room: number
  onDelta(text: string): void
  /** Called at the first sign of an answer; from then on nothing is retried. */
  onFirst(): void
}

/** Streams one answer. Throws what the SDK throws, and `model-failed` for a stream that ends without saying so. */
export async function streamRound(input: RoundInput): Promise<Round> {
  const round: Round = { text: '', model: null, usage: null, calls: [], cut: false }
  input.deadline.quiet()
  const stream = await input.client.chat.completions.create(
    {
      model: input.model, messages: input.messages, stream: true, stream_options: { include_usage: true },
      ...(input.tools.length > 0 ? { tools: input.tools.map((tool) => ({ type: 'function' as const, function: tool })) } : {}),
    },
    { signal: input.deadline.signal },
  )
  let finish: string | null = null
  for await (const chunk of stream) {
    round.model = chunk.model || round.model
    if (chunk.usage) round.usage = { input: chunk.usage.prompt_tokens, output: chunk.usage.completion_tokens }
    const choice = chunk.choices[0]
    if (!choice) continue
    finish = choice.finish_reason ?? finish
    addCalls(round.calls, choice.delta?.tool_calls ?? [])
    const words = choice.delta?.content ?? ''
    if (words !== '' || round.calls.length > 0) {
      input.deadline.heard()
      input.onFirst()
    }
    if (words !== '' && take(round, words, input)) return round
  }
  // The SDK ends the loop quietly when it is aborted and when a proxy closes the line in mid-answer.
  if (finish === null || finish === 'content_filter') throw modelError('failed')
  return round
}

/** Adds words to the answer; true when the limit is reached and the stream was stopped. */
function take(round: Round, words: string, input: RoundInput): boolean {
  const fits = words.slice(0, input.room - round.text.length)
  round.text += fits
  if (fits !== '') input.onDelta(fits)
  if (round.text.length < input.room) return false
  round.cut = true
  input.deadline.cut()
  return true
}

type CallDelta = { index: number; id?: string; function?: { name?: string; arguments?: string } }
function addCalls(calls: ToolCall[], deltas: readonly CallDelta[]): void {
  for (const delta of deltas) {
    const call = (calls[delta.index] ??= { id: '', name: '', json: '' })
    call.id = delta.id || call.id
    call.name += delta.function?.name ?? ''
    call.json += delta.function?.arguments ?? ''
  }
}
