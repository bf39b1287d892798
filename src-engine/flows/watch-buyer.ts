import type { CallParams } from '../../src-shared/contract/calls.ts'
import { AppError } from '../../src-shared/errors.ts'
import { atTheGateway } from './at-the-gateway.ts'
import type { Engine } from './context.ts'
import { ownSeat } from './own-seat.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * A supervisor puts the verified customer of a conversation on the list of those whom a person looks at first, or takes them off it.
 * @throws AppError `not-found`, `needs-line`, or as the gateway refuses it
 */
export async function watchBuyer(engine: Engine, { id, conversationId, watch }: CallParams<'customer.watch'>): Promise<void> {
  const conversation = engine.store.conversations.get(conversationId)?.conversation
  const customerId = conversation && conversation.verification !== 'none' ? conversation.customerId : null
  if (!customerId) throw new AppError({ code: 'not-found', retryable: false, say: { zh: '还没有核实这位顾客是谁。', en: 'It is not verified yet who this customer is.' } })
  const until = watch?.days ? engine.clock.now() + watch.days * DAY_MS : null
  await atTheGateway(engine, () => engine.link.call('customer.watch', { id, customerId, watch: watch && { reason: watch.reason, until }, name: ownSeat(engine).name }))
  engine.publish({ kind: 'context', conversationId })
}
