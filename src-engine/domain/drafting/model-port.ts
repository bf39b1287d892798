/** One tool as the model sees it; `parameters` is a JSON schema of an object. */
export type ModelTool = { name: string; description: string; parameters: Record<string, unknown> }

/** What a model is asked: the standing instruction, then the turns, oldest first. */
export type ModelPrompt = {
  /** Version of the prompt file that made it, such as `draft.v1`. */
  version: string
  system: string
  messages: Array<{ role: 'user' | 'assistant'; content: string }>
}

export type ModelRequest = {
  prompt: ModelPrompt
  tools: ModelTool[]
  /** Runs a tool; throws ToolArgumentsError when the model's arguments make no sense. */
  callTool(name: string, args: unknown): Promise<unknown> | unknown
  signal: AbortSignal
  onDelta(text: string): void
}

/** `usage` in tokens over all rounds; null when the endpoint does not say. `model` is the name the endpoint gave. */
export type ModelAnswer = { text: string; model: string; usage: { input: number; output: number } | null; toolCalls: string[] }

/**
 * A chat model. Failures are AppErrors: model-unreachable, model-unauthorised, model-rate-limited, model-failed,
 * model-aborted.
 */
export interface ModelPort {
  readonly name: string
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
