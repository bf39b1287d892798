import { AppError, toAppError } from '../../src-shared/errors.ts'
import { maskText } from '../domain/drafting/mask.ts'
import type { ModelAnswer, ModelPort, ModelRequest } from '../domain/drafting/model-port.ts'
import type { Engine } from './context.ts'
import { failInDrill } from './model-health.ts'

/** The adapter ends an answer at so many characters: one that long has no end of its own. */
const ENDLESS = 4_000

/** A question to the endpoint. `keep`: numbers of the customer's own orders and parcels, which it may see. */
export type EndpointQuestion = Pick<ModelRequest, 'prompt' | 'tools' | 'callTool' | 'signal' | 'onDelta'> & { keep: ReadonlySet<string> }

export type EndpointAnswer = { answer: ModelAnswer; problem: null } | { answer: null; problem: string | null }

const failed = (): AppError => new AppError({ code: 'model-failed', retryable: true, say: { zh: '模型没有答完整。', en: 'The model gave no complete answer.' } })

/** Everything that leaves, with what the endpoint must not see hidden: in the prompt, in the turns, in the results of tools. */
function hidden({ prompt, callTool, keep, ...rest }: EndpointQuestion): ModelRequest {
  const mask = (text: string): string => maskText(text, keep)
  return {
    ...rest,
    prompt: { ...prompt, system: mask(prompt.system), messages: prompt.messages.map((message) => ({ ...message, content: mask(message.content) })) },
    callTool: async (name, args) => JSON.parse(mask(JSON.stringify(await callTool(name, args)))) as unknown,
  }
}

/**
 * The one way on which the copilot's words reach an endpoint: what is hidden of a customer is hidden here. Without a model,
 * while one rests, and after any failure there is no answer, and `problem` says why; null: there is no model. Rejects only
 * when it was stopped.
 */
export async function askEndpoint(engine: Engine, question: EndpointQuestion): Promise<EndpointAnswer> {
  const model: ModelPort | null = engine.model()
  if (!model) return { answer: null, problem: null }
  if (engine.clock.now() < engine.store.settings.read('model-rests-until', 0)) return { answer: null, problem: engine.live.model.problem ?? 'model-unreachable' }
  try {
    failInDrill(engine)
    const answer = await model.stream(hidden(question))
    if (answer.text.length >= ENDLESS) throw failed()
    return { answer, problem: null }
  } catch (thrown) {
    if (question.signal.aborted) throw thrown
    return { answer: null, problem: toAppError(thrown).code }
  }
}
