import { toAppError, type AppError } from '../../src-shared/errors.ts'
import type { Masker } from '../domain/drafting/masking/masker.ts'
import type { ModelAnswer, ModelPort, ModelPrompt, ModelRequest } from '../domain/drafting/model-port.ts'
import { createRecorder } from '../domain/drafting/recorder.ts'
import type { Engine } from './context.ts'
import { isBudgetSpent } from './model-budget.ts'
import { failInDrill, modelRest, noteHealth } from './model-health.ts'
import { keepAsked, maskingOf, outcomeOf } from './model-masking.ts'

/** Longest answer in characters; more is a model that does not come to an end. */
const ROOM = 4_000

/** A question to the endpoint. `id` of what it is asked for, `conversationId` of whom it is about. */
export type EndpointQuestion = Pick<ModelRequest, 'prompt' | 'tools' | 'callTool' | 'signal' | 'onDelta'> & { id: string; conversationId: string }

export type EndpointAnswer = { answer: ModelAnswer; problem: null } | { answer: null; problem: string | null }

/** The prompt with what the endpoint must not read hidden. */
function hidden(engine: Engine, prompt: ModelPrompt, masker: Masker): ModelPrompt {
  const hide = (text: string): string => masker.said(text, engine.clock.now(), null)
  const system = hide(prompt.system) + (masker.policy === 'all' ? engine.prompt.masked : '')
  return { ...prompt, system, messages: prompt.messages.map((message) => ({ ...message, content: hide(message.content) })) }
}

async function ask(engine: Engine, model: ModelPort, { id, conversationId, prompt, callTool, onDelta, signal, ...rest }: EndpointQuestion): Promise<ModelAnswer> {
  const { vault, masker } = maskingOf(engine, model, conversationId)
  const recorder = createRecorder({ draftId: id, conversationId, basedOnSeq: 0, startedAt: engine.clock.now() }, () => performance.now())
  recorder.compose(model.name, masker.policy, masker.marks)
  const words = masker.stream((text) => {
    recorder.showed()
    onDelta(text)
  })
  let outcome: Parameters<typeof keepAsked>[4] = 'ready'
  try {
    const answer = await model.stream({
      ...rest, signal, prompt: hidden(engine, prompt, masker), room: ROOM, whole: true, watch: recorder.watch, onDelta: (text) => words.push(text),
      callTool: async (name, args) => masker.facts(await callTool(name, masker.unmaskFacts(args))),
    })
    words.end()
    recorder.composed({ by: answer.model, why: 'model', problem: null, until: null })
    return { ...answer, text: masker.unmask(answer.text) }
  } catch (thrown) {
    outcome = outcomeOf(signal)
    recorder.composed({ by: model.name, why: 'fault', problem: toAppError(thrown).code, until: null })
    throw thrown
  } finally {
    keepAsked(engine, conversationId, vault, recorder, outcome)
  }
}

/**
 * The one way on which the copilot's words reach an endpoint: what is hidden of a customer is hidden here. Without a model,
 * while one rests, when the day's budget is spent, and after any failure there is no answer, and `problem` says why; null:
 * there is no model. Rejects only when it was stopped.
 */
export async function askEndpoint(engine: Engine, question: EndpointQuestion): Promise<EndpointAnswer> {
  const model = engine.model()
  if (!model) return { answer: null, problem: null }
  const rest = modelRest(engine)
  if (rest) return { answer: null, problem: rest.problem }
  if (isBudgetSpent(engine)) return { answer: null, problem: 'budget-spent' }
  try {
    failInDrill(engine)
    const answer = await ask(engine, model, question)
    noteHealth(engine, null)
    return { answer, problem: null }
  } catch (thrown) {
    if (question.signal.aborted) throw thrown
    const fault: AppError = toAppError(thrown)
    if (fault.code.startsWith('model-')) noteHealth(engine, fault)
    return { answer: null, problem: fault.code }
  }
}
