import type { ReplyDelivery } from '../../src-shared/domain/channel-line.ts'
import type { Engine } from './context.ts'
import { fromLog } from './thread.ts'

/** How a reply stands on its way out of the gateway. Must run inside a transaction. @returns what to do after the commit. */
export function receiveDelivery(engine: Engine, delivery: ReplyDelivery): () => void {
  const { store } = engine
  store.shared.put('delivery', delivery.messageId, delivery)
  return () => {
    const stored = store.messages.get(delivery.messageId)
    if (stored) engine.publish({ kind: 'message', message: fromLog(engine, stored) })
    engine.publish({ kind: 'team' })
  }
}
