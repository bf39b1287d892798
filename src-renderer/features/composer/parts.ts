import { v7 as newKey } from 'uuid'
import type { Attachment } from '../../../src-shared/domain/attachment.ts'
import type { Quote } from '../../../src-shared/domain/message.ts'
import type { Desk, KeptParts } from '../../bridge/desk.ts'
import { createStore, type Store } from '../../ui/store.ts'

/** Pictures that one reply may have; the contract's limit. */
export const MAX_PICTURES = 9

/** A picture of the reply that is being written; null until the engine keeps it. */
export interface ChosenPicture {
  key: string
  attachment: Attachment | null
}

/** What stands in the composer beside the words. */
export interface Parts {
  pictures: readonly ChosenPicture[]
  quote: Quote | null
}

export const NO_PARTS: Parts = { pictures: [], quote: null }

const books = new WeakMap<Desk, Map<string, Store<Parts>>>()

const chosen = (attachments: readonly Attachment[]): ChosenPicture[] => attachments.map((attachment) => ({ key: newKey(), attachment }))

/** Pictures that the engine keeps already. */
export const readyPictures = (parts: Parts): Attachment[] => parts.pictures.flatMap(({ attachment }) => attachment ?? [])
/** Is one still on its way to the engine? */
export const isKeeping = (parts: Parts): boolean => parts.pictures.some(({ attachment }) => attachment === null)

/** The parts of a conversation's reply; the first time they are what the engine kept. */
export function partsOf(desk: Desk, conversationId: string): Store<Parts> {
  let book = books.get(desk)
  if (!book) books.set(desk, (book = new Map()))
  let store = book.get(conversationId)
  const kept = desk.keptParts.get(conversationId)
  if (!store) book.set(conversationId, (store = createStore<Parts>(kept ? { pictures: chosen(kept.attachments), quote: kept.quote } : NO_PARTS)))
  return store
}

/** Changes them here at once and lets the engine keep what it can. */
export function changeParts(desk: Desk, conversationId: string, change: (parts: Parts) => Parts): void {
  const store = partsOf(desk, conversationId)
  const before = store.get()
  store.set(change)
  const after = store.get()
  if (after === before) return
  // A failed save leaves them on the screen; the next change tries again.
  void desk.client.call('unsent.saveParts', { conversationId, attachments: readyPictures(after), quoteId: after.quote?.id ?? null }).catch(() => undefined)
}

/** Adds pictures that the engine keeps already, each once. @returns whether there was room for all */
export function addKept(desk: Desk, conversationId: string, attachments: readonly Attachment[]): boolean {
  const now = partsOf(desk, conversationId).get()
  const there = new Set(readyPictures(now).map(({ sha256 }) => sha256))
  const fresh = attachments.filter(({ sha256 }) => !there.has(sha256))
  const taken = fresh.slice(0, Math.max(0, MAX_PICTURES - now.pictures.length))
  if (taken.length > 0) changeParts(desk, conversationId, (parts) => ({ ...parts, pictures: [...parts.pictures, ...chosen(taken)] }))
  return taken.length === fresh.length
}

/** Pictures and quote of a reply come back; what was added meanwhile stays, after them. */
export function addParts(desk: Desk, conversationId: string, { attachments, quote }: KeptParts): void {
  changeParts(desk, conversationId, (now) => ({ pictures: [...chosen(attachments), ...now.pictures].slice(0, MAX_PICTURES), quote: now.quote ?? quote }))
}
