import { AppError } from '../../src-shared/errors.ts'
import type { Engine } from './context.ts'

/** What a draft and the top line tell when an endpoint cannot be reached. */
const UNREACHABLE = 'model-unreachable'

/** A model was set, or (null) taken away: nothing is known of it yet. A drill goes on with the new one, and ends without one. */
export function modelChosen(engine: Engine, name: string | null): void {
  const { live, store } = engine
  const down = live.drill.model && name !== null
  live.drill = { ...live.drill, model: down }
  live.model = { name, health: name === null ? 'none' : down ? 'failing' : 'untried', problem: down ? UNREACHABLE : null }
  store.settings.write('model-rests-until', 0)
}

/** Called before a model is asked. @throws AppError `model-unreachable` during the drill, as the endpoint's own failure would */
export function failInDrill(engine: Engine): void {
  if (!engine.live.drill.model) return
  throw new AppError({ code: UNREACHABLE, retryable: true, say: { zh: '演练中：模型停了，草稿先由本机写。', en: 'Drill: the model is down; drafts are made on this machine.' } })
}
