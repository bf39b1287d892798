import { AppError } from '../../src-shared/errors.ts'
import type { Engine } from './context.ts'
import { needDemo } from './control-demo.ts'
import { draftAgain } from './draft-reply.ts'
import { publishDesk } from './inbox.ts'
import { modelChosen } from './model-health.ts'

function noModel(): AppError {
  return new AppError({ code: 'no-model', retryable: false, say: { zh: '还没有接模型，草稿本来就由本机写。', en: 'No model is connected; drafts are made on this machine already.' } })
}

/**
 * From now on the model answers like an endpoint that is out of reach, until switched back. Drafts that it is writing are made
 * anew, by the local drafter. Never stored. @throws AppError `no-demo`, `no-model`
 */
export function setModelDown(engine: Engine, down: boolean): void {
  const { live } = engine
  if (down === live.drill.model) return
  if (down) needDemo(engine)
  if (down && engine.model() === null) throw noModel()
  live.drill = { ...live.drill, model: down }
  modelChosen(engine, live.model.name)
  publishDesk(engine)
  if (down) for (const conversationId of [...live.streaming.keys()]) draftAgain(engine, conversationId)
}
