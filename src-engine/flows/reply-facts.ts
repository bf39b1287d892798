import type { KnownFacts } from '../domain/learning/generalise.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { Engine } from './context.ts'
import { storedSettings } from './settings.ts'

/** What is known of the people and orders of a conversation, so that none of it is learned. */
export function factsOf(engine: Engine, { conversation }: ConversationRecord, agentName: string): KnownFacts {
  const { shop } = engine.store
  const customer = conversation.customerId ? shop.customer(conversation.customerId) : null
  const orders = customer ? shop.orders(customer.id) : []
  const addresses = orders.flatMap(({ address }) => [address.region, address.detail, `${address.region}${address.detail}`])
  return {
    customers: [conversation.displayName, customer?.name ?? '', ...orders.map(({ address }) => address.name)],
    agents: [agentName, storedSettings(engine).agentName],
    orders: orders.flatMap(({ no, afterSale }) => [no, afterSale?.id ?? '']),
    tracking: orders.map(({ logistics }) => logistics?.trackingNo ?? ''),
    contacts: [customer?.phone ?? '', ...orders.map(({ address }) => address.phone)],
    addresses,
  }
}
