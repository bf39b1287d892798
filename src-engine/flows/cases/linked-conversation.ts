import type { AfterSaleCase } from '../../../src-shared/domain/case.ts'
import type { Engine } from '../context.ts'

/** The customer's conversation that a case belongs to, else the newest of that customer here; null: none is known. */
export function linkedConversation({ store }: Engine, { conversationId, customerId }: AfterSaleCase): string | null {
  if (conversationId !== null && store.conversations.get(conversationId)) return conversationId
  const [newest] = store.conversations.ofCustomer(customerId)
    .flatMap((id) => store.conversations.get(id) ?? [])
    .filter(({ conversation }) => conversation.verification !== 'none')
    .sort((a, b) => b.lastAt - a.lastAt)
  return newest?.conversation.id ?? null
}
