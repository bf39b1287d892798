import type { PromiseAdjustment, SeenPromise } from '../../../src-shared/contract/promises.ts'
import type { Desk } from '../../bridge/desk.ts'
import { createStore, type Store } from '../../ui/store.ts'

/** What the person said of promises in words that are not sent yet. */
export type Adjustments = readonly PromiseAdjustment[]
const NONE: Adjustments = []

const books = new WeakMap<Desk, Map<string, Store<Adjustments>>>()

/** Of one conversation; lives as long as the window, as the words do. */
export function adjustmentsOf(desk: Desk, conversationId: string): Store<Adjustments> {
  const book = books.get(desk) ?? new Map<string, Store<Adjustments>>()
  books.set(desk, book)
  const store = book.get(conversationId) ?? createStore(NONE)
  book.set(conversationId, store)
  return store
}

const isOf = (promise: Pick<SeenPromise, 'kind' | 'words'>) => (one: PromiseAdjustment): boolean => one.kind === promise.kind && one.words === promise.words

/** @param dueAt gateway time; null: it is no promise; undefined: as it was read */
export function adjust(desk: Desk, conversationId: string, { kind, words }: Pick<SeenPromise, 'kind' | 'words'>, dueAt: number | null | undefined): void {
  adjustmentsOf(desk, conversationId).set((now) => [...now.filter((one) => !isOf({ kind, words })(one)), ...(dueAt === undefined ? [] : [{ kind, words, dueAt }])])
}

/** The words are gone: what was said of them, too. @returns what it was */
export function takeAdjustments(desk: Desk, conversationId: string): PromiseAdjustment[] {
  const store = adjustmentsOf(desk, conversationId)
  const said = [...store.get()]
  store.set(() => NONE)
  return said.slice(-20)
}

/** As they are to be kept. */
export function withAdjustments(seen: readonly SeenPromise[], adjustments: Adjustments): SeenPromise[] {
  return seen.flatMap((promise) => {
    const said = adjustments.find(isOf(promise))
    if (!said) return [promise]
    return said.dueAt === null ? [] : [{ ...promise, dueAt: said.dueAt, assumed: false }]
  })
}
