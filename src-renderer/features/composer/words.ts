import type { Desk } from '../../bridge/desk.ts'
import { createStore, type Store } from '../../ui/store.ts'
import { nextWords, NO_WORDS, type Words, type WordsEvent } from './ghost.ts'
import { UnsentSaver } from './unsent.ts'

/** What is in the composers. Lives as long as the window, so that switching back shows the words at once. */
interface WordsBook {
  stores: Map<string, Store<Words>>
  saver: UnsentSaver
}

const books = new WeakMap<Desk, WordsBook>()

function bookOf(desk: Desk): WordsBook {
  let book = books.get(desk)
  if (!book) {
    const saver = new UnsentSaver((conversationId, text) => desk.client.call('unsent.save', { conversationId, text }))
    books.set(desk, (book = { stores: new Map(), saver }))
    // The window goes: what was typed in the last moment goes to the engine first.
    window.addEventListener('pagehide', () => saver.flushAll())
  }
  return book
}

/** The composer's words of a conversation; the first time they are what the engine kept. */
export function wordsOf(desk: Desk, conversationId: string): Store<Words> {
  const { stores } = bookOf(desk)
  let store = stores.get(conversationId)
  if (!store) stores.set(conversationId, (store = createStore({ ...NO_WORDS, text: desk.keptWords.get(conversationId) ?? '' })))
  return store
}

export function changeWords(desk: Desk, conversationId: string, event: WordsEvent): void {
  const store = wordsOf(desk, conversationId)
  const before = store.get().text
  store.set((words) => nextWords(words, event))
  const after = store.get().text
  if (after !== before) bookOf(desk).saver.change(conversationId, after)
}

/** Words come back into the composer; what the agent typed meanwhile stays, after them. */
export function addWords(desk: Desk, conversationId: string, text: string): void {
  const now = wordsOf(desk, conversationId).get().text
  changeWords(desk, conversationId, { type: 'reset', text: now.trim() === '' ? text : `${text}\n${now}` })
}

/** Saves at once: the field lost the focus, or another conversation is shown. */
export function saveWords(desk: Desk, conversationId: string): void {
  bookOf(desk).saver.flush(conversationId)
}
