import type { Store } from '../store/index.ts'

/** Once, after an update: makes the finder's keys for what was stored before there was a finder. */
export function fillFinder(store: Store): void {
  if (store.settings.read('finder-filled', false)) return
  store.transaction(() => {
    for (const { id, displayName } of store.conversations.names()) store.finder.putConversation(id, displayName)
    for (const customer of store.shop.customers()) store.finder.putCustomer(customer, store.shop.orders(customer.id))
    store.settings.write('finder-filled', true)
  })
}
