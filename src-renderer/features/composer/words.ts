import type { Desk } from '../../bridge/desk.ts'
import { createStore, type Store } from '../../ui/store.ts'
import { nextWords, NO_WORDS, type Words, type WordsEvent } from './ghost.ts'
import { joinWords } from './join-words.ts'
import { UnsentSaver } from './unsent.ts'

/** What is in the composers. Lives as long as the window, so that switching back shows the words at once. */
interface WordsBook {
  stores: Map<string, Store<Words>>
  saver: UnsentSaver
  /** Saves that the engine has not answered yet, by conversation. */
  asking: Map<string, number>
}

const books = new WeakMap<Desk, WordsBook>()

function bookOf(desk: Desk): WordsBook {
  let book = books.get(desk)
  if (!book) {
    const saver = new UnsentSaver((conversationId, text) => save(desk, conversationId, text))
    books.set(desk, (book = { stores: new Map(), saver, asking: new Map() }))
    desk.onOtherWords = (conversationId, text) => takeOver(desk, conversationId, text)
    // The window goes: what was typed in the last moment goes to the engine first.
    window.addEventListener('pagehide', () => saver.flushAll())
  }
  return book
}

/** Saves upon what this window knows to be kept; where another window was faster both have their words. */
async function save(desk: Desk, conversationId: string, text: string): Promise<void> {
  const { asking, stores } = bookOf(desk)
  const basedOn = desk.keptWords.get(conversationId) ?? ''
  desk.keptWords.set(conversationId, text)
  asking.set(conversationId, (asking.get(conversationId) ?? 0) + 1)
  try {
    const { newer } = await desk.client.call('unsent.save', { conversationId, text, basedOn, writer: desk.windowId })
    if (newer === null) return
    desk.keptWords.set(conversationId, newer)
    join(desk, conversationId, basedOn, stores.get(conversationId)?.get().text ?? text, newer)
  } finally {
    asking.set(conversationId, (asking.get(conversationId) ?? 1) - 1)
  }
}

/** Another window saved these words. While a save of this one is on its way, its answer tells what is kept. */
function takeOver(desk: Desk, conversationId: string, text: string): void {
  const { asking, stores } = bookOf(desk)
  if ((asking.get(conversationId) ?? 0) > 0) return
  const before = desk.keptWords.get(conversationId) ?? ''
  desk.keptWords.set(conversationId, text)
  const store = stores.get(conversationId)
  if (store) join(desk, conversationId, before, store.get().text, text)
}

function join(desk: Desk, conversationId: string, before: string, mine: string, theirs: string): void {
  const text = joinWords(before, mine, theirs)
  if (text === mine && text === theirs) return
  const { saver } = bookOf(desk)
  saver.forget(conversationId)
  wordsOf(desk, conversationId).set((words) => (words.text === text ? words : nextWords(words, { type: 'reset', text })))
  if (text !== theirs) saver.change(conversationId, text)
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
