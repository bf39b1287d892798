import type { Masking } from '../../../src-shared/domain/masking.ts'
import { AppError, type AppErrorShape } from '../../../src-shared/errors.ts'

/** One tool as the model sees it; `parameters` is a JSON schema of an object. */
export type ModelTool = { name: string; description: string; parameters: Record<string, unknown> }

/** What a model is asked: the standing instruction, then the turns, oldest first. */
export type ModelPrompt = {
  /** Version of the prompt file that made it, such as `draft.v3`. */
  version: string
  system: string
  messages: Array<{ role: 'user' | 'assistant'; content: string }>
}

/** Tokens of one request. */
export type TokenCount = { input: number; output: number }

/** Follows a run on its way, for a trace. All of it is as the endpoint has it. */
export type ModelWatch = {
  /** A request leaves. `body`: its JSON, to the letter. */
  sent(body: string): void
  /** Words of the answer. */
  heard(text: string): void
  /** The answer is over, or (`problem`, a code) broke off. `usage`: null when the endpoint did not count. */
  answered(answer: { usage: TokenCount | null; problem: string | null }): void
  /** A tool was run for it. `args` and `result` as they stand in the next request. */
  used(tool: { name: string; args: string; result: string; understood: boolean; ms: number }): void
}

export type ModelRequest = {
  prompt: ModelPrompt
  tools: ModelTool[]
  /** Runs a tool; throws ToolArgumentsError when the model's arguments make no sense. */
  callTool(name: string, args: unknown): Promise<unknown> | unknown
  signal: AbortSignal
  onDelta(text: string): void
  watch?: ModelWatch
  /** Longest answer in characters, tool calls and unspoken words included; what comes after is cut and the request ended. */
  room?: number
  /** Only a whole answer is one: without this a cut answer counts as far as it goes. */
  whole?: boolean
}

/** `usage` in tokens over all rounds; null when the endpoint does not say. `model` is the name the endpoint gave. */
export type ModelAnswer = { text: string; model: string; usage: TokenCount | null; toolCalls: string[] }

/** A failure of a model; `restMs`: how long the endpoint asked to be left alone, null where it did not say. */
export class ModelError extends AppError {
  readonly restMs: number | null

  constructor(shape: AppErrorShape, options: { cause?: unknown; restMs?: number | null } = {}) {
    super(shape, { cause: options.cause })
    this.restMs = options.restMs ?? null
  }
}

/**
 * A chat model. Failures are ModelErrors: model-unreachable, model-unauthorised, model-rate-limited, model-refused,
 * model-cut (in mid-stream), model-slow, model-endless, model-strange (that is no model), model-failed, model-aborted.
 */
export interface ModelPort {
  readonly name: string
  /** What may be sent there; absent counts as `all`. */
  readonly masking?: Masking
  stream(request: ModelRequest): Promise<ModelAnswer>
  /** Resolves when the endpoint answers and accepts the key. */
  check(signal: AbortSignal): Promise<void>
}

/** The arguments that a model gave to a tool do not fit it. Told to the model once, then the run fails. */
export class ToolArgumentsError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ToolArgumentsError'
  }
}
