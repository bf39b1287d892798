import type { Desk } from '../../bridge/desk.ts'
import { createStore, type Store } from '../../ui/store.ts'

const books = new WeakMap<Desk, Map<string, Store<string>>>()

/** What stands in the box of a conversation; switching there and back finds it again. Lives as long as the window. */
export function typedOf(desk: Desk, conversationId: string): Store<string> {
  let book = books.get(desk)
  if (!book) books.set(desk, (book = new Map()))
  let store = book.get(conversationId)
  if (!store) book.set(conversationId, (store = createStore('')))
  return store
}
