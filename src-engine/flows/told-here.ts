import { circumstancesOf, type Circumstances } from '../domain/knowledge/applies.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { Engine } from './context.ts'
import { knownTo } from './known-to.ts'

/** Which articles hold in a conversation now: by the clock, its channel, and where the customer's parcels go. */
export const toldHere = (engine: Pick<Engine, 'store' | 'clock'>, record: ConversationRecord): Circumstances =>
  circumstancesOf({ orders: knownTo(engine, record).orders, now: engine.clock.now(), channel: record.conversation.channel })
