import { AppError, toAppError } from '../../src-shared/errors.ts'
import type { Masker } from '../domain/drafting/masking/masker.ts'
import type { ModelPort, ModelPrompt } from '../domain/drafting/model-port.ts'
import { createRecorder } from '../domain/drafting/recorder.ts'
import type { Engine } from './context.ts'
import { isBudgetSpent } from './model-budget.ts'
import { failInDrill, modelRest, noteHealth } from './model-health.ts'
import { keepAsked, maskingOf, outcomeOf } from './model-masking.ts'

/** Longest answer in characters; more is a model that does not come to an end. */
const ROOM = 6_000

export interface Question {
  /** Whose words it is about. */
  conversationId: string
  /** Under this id it can be stopped. */
  id: string
  make(masker: Masker): ModelPrompt
  onText?(text: string): void
}

export const noModel = (): AppError =>
  new AppError({ code: 'no-model', retryable: false, say: { zh: '这一步要用模型，还没有接。到“设置”里的“模型”接一个。', en: 'This needs a model, and none is connected. Connect one in Settings, Model.' } })

const spent = (): AppError =>
  new AppError({ code: 'budget-spent', retryable: false, say: { zh: '今天的模型额度用完了，到“设置”里可以调。', en: 'Today’s budget for the model is used up. Settings can raise it.' } })

const resting = (code: string): AppError =>
  new AppError({ code, retryable: true, say: { zh: '模型说它忙，过一会儿再试。', en: 'The model asked to be left alone for a while. Try again later.' } })

/** The endpoint, if it may be asked now. A rest that only the desk gave it does not hold against a person's wish. @throws AppError */
function askable(engine: Engine): ModelPort {
  const model = engine.model()
  if (!model) throw noModel()
  const rest = modelRest(engine)
  if (rest?.asked) throw resting(rest.problem)
  if (isBudgetSpent(engine)) throw spent()
  failInDrill(engine)
  return model
}

/** Streams one answer; what it cost counts also when nobody waited for its end, or it broke off. */
async function ask(engine: Engine, { conversationId, id, make, onText }: Question, signal: AbortSignal): Promise<{ text: string; by: string }> {
  const model = askable(engine)
  const { vault, masker } = maskingOf(engine, model, conversationId)
  const recorder = createRecorder({ draftId: id, conversationId, basedOnSeq: 0, startedAt: engine.clock.now() }, () => performance.now())
  recorder.compose(model.name, masker.policy, masker.marks)
  const words = masker.stream((text) => {
    recorder.showed()
    onText?.(text)
  })
  let outcome: Parameters<typeof keepAsked>[4] = 'ready'
  const prompt = make(masker)
  const system = masker.policy === 'all' ? prompt.system + engine.prompt.masked : prompt.system
  try {
    const answer = await model.stream({ prompt: { ...prompt, system }, tools: [], callTool: () => null, signal, room: ROOM, whole: true, watch: recorder.watch, onDelta: (text) => words.push(text) })
    words.end()
    recorder.composed({ by: answer.model, why: 'model', problem: null, until: null })
    noteHealth(engine, null)
    return { text: masker.unmask(answer.text).trim(), by: answer.model }
  } catch (thrown) {
    const fault = toAppError(thrown)
    if (!signal.aborted && fault.code.startsWith('model-')) noteHealth(engine, fault)
    outcome = outcomeOf(signal)
    recorder.composed({ by: model.name, why: 'fault', problem: fault.code, until: null })
    throw thrown
  } finally {
    keepAsked(engine, conversationId, vault, recorder, outcome)
  }
}

/**
 * Asks the endpoint for words, without tools: all that goes there goes through the masker, what it costs counts for the day, and how
 * it fared is told at the top of the window. `onText` gets the words as they come.
 * @throws AppError `no-model`, `budget-spent`, or what the endpoint failed with
 */
export async function askModel(engine: Engine, question: Question): Promise<{ text: string; by: string }> {
  const { asking } = engine.live
  const abort = new AbortController()
  const done = ask(engine, question, abort.signal)
  asking.set(question.id, { abort, done })
  try {
    return await done
  } finally {
    asking.delete(question.id)
  }
}

/** Nobody waits for this any more. */
export function stopAsking(engine: Engine, id: string): void {
  engine.live.asking.get(id)?.abort.abort()
}
