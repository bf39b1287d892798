import type { QueryClient } from '@tanstack/react-query'
import type { Thread } from '../../src-shared/contract/desk.ts'
import type { Draft } from '../../src-shared/domain/draft.ts'
import type { Hold } from '../../src-shared/domain/autonomy.ts'
import type { Lesson } from '../../src-shared/domain/teaching.ts'
import type { Patch } from '../../src-shared/contract/port.ts'
import { v7 as newId } from 'uuid'
import { createStore, type Store } from '../ui/store.ts'
import { createCache, keys, type ShiftNews, writeOpen, writePatches, writeThread } from './cache.ts'
import { EngineClient, type EnginePort } from './client.ts'
import { FrameBatch } from './frame.ts'
import { PatchGate } from './gate.ts'
import { withOlder, type ThreadView } from './patches.ts'

/** Messages of one page of a thread. */
export const PAGE = 60

/** Messages a page may have at most, by the contract. */
const PAGE_MAX = 200

/** What the engine keeps beside the words of a reply that is not sent. */
export type KeptParts = Thread['unsentParts']

/** Is the engine there? `never`: it has not been reached since the window opened. */
export type EngineLink = 'never' | 'up' | 'away'

/** Everything between the window and the engine: the client, the cache, and what keeps the two the same. */
export class Desk {
  readonly cache: QueryClient = createCache()
  readonly link: Store<EngineLink> = createStore<EngineLink>('never')
  /** This page's name: it tells its own saved words from another window's. */
  readonly windowId = newId()
  /** Words that the engine keeps for a conversation, as far as this window knows; the composer begins with them. */
  readonly keptWords = new Map<string, string>()
  /** The same for pictures and quote. */
  readonly keptParts = new Map<string, KeptParts>()
  /** Another window saved words for a conversation; set by the composers, which may hold newer ones. */
  onOtherWords: ((conversationId: string, text: string) => void) | null = null
  readonly client: EngineClient
  readonly #gate = new PatchGate()
  readonly #batch = new FrameBatch<Patch>((patches) => this.#write(patches))
  #shown: string | null = null
  readonly #fallHearers = new Set<(hold: Hold) => void>()
  readonly #lowRatingHearers = new Set<(name: string) => void>()
  readonly #shiftHearers = new Set<(news: ShiftNews) => void>()
  readonly #ticketHearers = new Set<(title: string) => void>()
  readonly #refusalHearers = new Set<(lesson: Lesson) => void>()

  constructor() {
    this.client = new EngineClient({
      patches: (n, patches) => this.#receive(n, patches),
      answer: () => this.#batch.flush(),
      link: (up) => this.link.set(up ? 'up' : 'away'),
    })
  }

  /** A port came: the first one, or one to an engine that was started again. */
  attach(port: EnginePort): void {
    this.#gate.close()
    this.client.attach(port)
    void this.#open()
  }

  /** Tells the engine which conversation is on the screen. */
  show(conversationId: string | null): void {
    this.#shown = conversationId
    void this.client.call('conversation.focus', { conversationId }).catch(() => undefined)
  }

  /** Tells of corrections that are noted and not learned. @returns the way to stop it */
  hearRefusals(hear: (lesson: Lesson) => void): () => void {
    this.#refusalHearers.add(hear)
    return () => void this.#refusalHearers.delete(hear)
  }

  /** Tells when autopilot falls back by itself. @returns the way to stop it */
  hearFalls(hear: (hold: Hold) => void): () => void {
    this.#fallHearers.add(hear)
    return () => void this.#fallHearers.delete(hear)
  }

  /** A customer gave 1 or 2. @returns stops hearing */
  hearLowRatings(hear: (name: string) => void): () => void {
    this.#lowRatingHearers.add(hear)
    return () => void this.#lowRatingHearers.delete(hear)
  }

  /** Somebody hands a shift over to whoever sits here, or answered theirs. @returns stops hearing */
  hearShifts(hear: (news: ShiftNews) => void): () => void {
    this.#shiftHearers.add(hear)
    return () => void this.#shiftHearers.delete(hear)
  }

  /** A colleague finished a ticket of a conversation that is answered here. @returns stops hearing */
  hearTickets(hear: (title: string) => void): () => void {
    this.#ticketHearers.add(hear)
    return () => void this.#ticketHearers.delete(hear)
  }

  /** The newest page of a thread, for react-query. */
  async readThread(conversationId: string): Promise<ThreadView> {
    const loaded = this.cache.getQueryData<ThreadView>(keys.thread(conversationId))?.messages.length ?? 0
    const limit = Math.min(PAGE_MAX, Math.max(PAGE, loaded))
    const thread = await this.client.call('thread.get', { conversationId, before: null, limit })
    // Once known, patches keep them true; this answer may be older than what was typed meanwhile.
    if (!this.keptWords.has(conversationId)) this.keptWords.set(conversationId, thread.unsent)
    this.keptParts.set(conversationId, thread.unsentParts)
    return writeThread(this.cache, thread)
  }

  /** Loads the page before what is there. Resolves to false when there is nothing older. */
  async readOlder(conversationId: string, limit: number = PAGE): Promise<boolean> {
    const view = this.cache.getQueryData<ThreadView>(keys.thread(conversationId))
    const before = view?.messages.find((m) => m.seq !== null)?.seq
    if (!view?.more || !before) return false
    const page = await this.client.call('thread.get', { conversationId, before, limit })
    this.cache.setQueryData<ThreadView>(keys.thread(conversationId), (now) => now && { ...now, messages: withOlder(now.messages, page.messages), more: page.more })
    return page.more
  }

  async #open(): Promise<void> {
    this.#gate.close()
    try {
      const opened = await this.client.call('desk.open', {})
      this.#gate.open(opened.n)
      writeOpen(this.cache, opened)
    } catch {
      // Closed again by the next port or the next gap; the last known state stays on the screen.
      return
    }
    if (this.#shown) void this.client.call('conversation.focus', { conversationId: this.#shown }).catch(() => undefined)
    void this.cache.invalidateQueries({ queryKey: ['thread'] })
    void this.cache.invalidateQueries({ queryKey: ['copilot'] })
    void this.cache.invalidateQueries({ queryKey: keys.phrases })
    void this.cache.invalidateQueries({ queryKey: keys.knowledge })
    void this.cache.invalidateQueries({ queryKey: keys.taught })
    void this.cache.invalidateQueries({ queryKey: keys.side })
  }

  #receive(n: number, patches: Patch[]): void {
    const admission = this.#gate.admit(n)
    if (admission === 'apply') this.#batch.add(patches)
    if (admission === 'gap') void this.#open()
  }

  #write(patches: readonly Patch[]): void {
    writePatches(this.cache, patches, {
      askDraft: (id) => void this.#readDraft(id),
      otherWords: (id, text, writer) => this.#otherWords(id, text, writer),
      lowRating: (name) => this.#lowRatingHearers.forEach((hear) => hear(name)),
      shift: (news) => this.#shiftHearers.forEach((hear) => hear(news)),
      ticketDone: (title) => this.#ticketHearers.forEach((hear) => hear(title)),
      fell: (hold) => this.#fallHearers.forEach((hear) => hear(hold)),
      refused: (lesson) => this.#refusalHearers.forEach((hear) => hear(lesson)),
      askThread: (id) => void this.cache.invalidateQueries({ queryKey: keys.thread(id) }),
    })
  }

  #otherWords(conversationId: string, text: string, writer: string | null): void {
    // A conversation that was never shown here is asked for when it is.
    if (writer === this.windowId || !this.keptWords.has(conversationId)) return
    if (this.onOtherWords) this.onOtherWords(conversationId, text)
    else this.keptWords.set(conversationId, text)
  }

  async #readDraft(conversationId: string): Promise<void> {
    const { draft } = await this.client.call('draft.get', { conversationId })
    this.cache.setQueryData<Draft | null>(keys.draft(conversationId), draft)
  }
}
