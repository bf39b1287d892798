import type { Customer } from '../../src-shared/domain/customer.ts'
import type { DraftInput } from '../domain/drafting/types.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { Engine } from './context.ts'

/** Why a supervisor looks at somebody first stands in no words to them, and in none that a model reads. */
function withoutWatch(customer: Customer): Customer {
  const { watch: _watch, ...told } = customer
  return told
}

/** Who writes and what they bought, as far as the conversation is verified. */
export function knownTo({ store }: Pick<Engine, 'store'>, { conversation: { customerId, verification } }: ConversationRecord): Pick<DraftInput, 'customer' | 'orders'> {
  const known = customerId !== null && verification !== 'none' ? customerId : null
  const customer = known ? store.shop.customer(known) : null
  return { customer: customer && withoutWatch(customer), orders: known ? store.shop.orders(known) : [] }
}
