import { AppError } from '../../src-shared/errors.ts'
import { ModelError } from '../domain/drafting/model-port.ts'
import { keepAskedRest, readAskedRest } from './asked-rest.ts'
import type { Engine } from './context.ts'
import { publishDesk } from './inbox.ts'

/** What a draft and the top line tell when an endpoint cannot be reached. */
const UNREACHABLE = 'model-unreachable'
/** After a failure of the endpoint the local drafter works alone for this long, so that no draft waits for a dead line. */
const MODEL_REST_MS = 15_000

/** A model was set, or (null) taken away: nothing is known of it yet. A drill goes on with the new one, and ends without one. */
export function modelChosen(engine: Engine, name: string | null): void {
  const { live, store } = engine
  const down = live.drill.model && name !== null
  live.drill = { ...live.drill, model: down }
  live.model = { name, health: name === null ? 'none' : down ? 'failing' : 'untried', problem: down ? UNREACHABLE : null }
  store.settings.write('model-rests-until', 0)
}

/** Until when the endpoint is left alone, and why; null: it may be asked. `asked`: it wanted it so. */
export function modelRest(engine: Engine): { until: number; problem: string; asked: boolean } | null {
  const { store, live } = engine
  const now = engine.clock.now()
  const asked = readAskedRest(engine)
  if (asked && now < asked.until && asked.model === live.model.name) return { until: asked.until, problem: asked.problem, asked: true }
  const until = store.settings.read('model-rests-until', 0)
  return now < until ? { until, problem: live.model.problem ?? UNREACHABLE, asked: false } : null
}

/** The endpoint answered (null) or failed: the desk tells so, and after a failure it rests, as long as it asked for. */
export function noteHealth(engine: Engine, failure: AppError | null): void {
  const { live, store } = engine
  const before = live.model
  const problem = failure?.code ?? null
  live.model = { ...before, health: problem ? 'failing' : 'ok', problem }
  const now = engine.clock.now()
  const asked = failure instanceof ModelError ? failure.restMs : null
  if (failure && asked !== null) keepAskedRest(engine, { until: now + asked, model: before.name, problem: failure.code })
  if (failure) store.settings.write('model-rests-until', now + MODEL_REST_MS)
  else if (store.settings.read('model-rests-until', 0) > now) store.settings.write('model-rests-until', 0)
  if (before.health !== live.model.health || before.problem !== problem) publishDesk(engine)
}

/** Called before a model is asked. @throws AppError `model-unreachable` during the drill, as the endpoint's own failure would */
export function failInDrill(engine: Engine): void {
  if (!engine.live.drill.model) return
  throw new AppError({ code: UNREACHABLE, retryable: true, say: { zh: '演练中：模型停了，草稿先由本机写。', en: 'Drill: the model is down; drafts are made on this machine.' } })
}
