import { v7 } from 'uuid'
import type { Conversation } from '../../src-shared/domain/conversation.ts'
import type { Message } from '../../src-shared/domain/message.ts'
import type { SharedPhrase } from '../../src-shared/domain/phrase.ts'
import { AppError } from '../../src-shared/errors.ts'
import type { Change, LogEvent } from '../../src-shared/wire/protocol.ts'
import type { SeatCall, SeatParams, SeatResult, SendResult } from '../../src-shared/wire/seat.ts'

const offline = (): AppError => new AppError({ code: 'offline', retryable: true, say: { zh: '断线', en: 'offline' } })

/** What may go wrong on the way of one call. `lost-answer`: the gateway did it, the desk never hears. */
export type Fault = 'none' | 'cut-before' | 'lost-answer'

/** The gateway's rules in memory, for tests of the engine that need thousands of runs; the real one has its own suite. */
export class MemoryGateway {
  readonly logId = v7()
  readonly events: LogEvent[] = []
  readonly #conversations = new Map<string, Conversation>()
  readonly #messages = new Map<string, Message>()
  #paused = false
  readonly #phrases = new Map<string, SharedPhrase>()
  readonly #requests = new Map<string, number>()
  now = 1_790_000_000_000
  online = true
  fault: () => Fault = () => 'none'
  onEvents: (events: LogEvent[]) => void = () => undefined
  /** Another seat that holds the lease of a conversation. */
  readonly otherLease = new Set<string>()

  #append(change: Change): number {
    const event = { n: this.events.length + 1, at: this.now, change }
    this.events.push(event)
    if (this.online) this.onEvents([event])
    return event.n
  }

  publish(change: Change): void {
    this.#append(change)
  }

  open(displayName = 'Chen', over: Partial<Conversation> = {}): string {
    const id = v7()
    const conversation: Conversation = {
      id, shopId: 'demo', channel: 'web', displayName, customerId: null, verification: 'none', status: 'open', assignee: null,
      createdAt: this.now, updatedAt: this.now, ...over,
    }
    this.#conversations.set(id, conversation)
    this.#append({ type: 'conversation', conversation })
    return id
  }

  thread(conversationId: string): Message[] {
    return [...this.#messages.values()].filter((m) => m.conversationId === conversationId).sort((a, b) => a.seq - b.seq)
  }

  #write(message: Omit<Message, 'seq' | 'at'>): { message: Message; n: number } {
    const full = { ...message, seq: this.thread(message.conversationId).length + 1, at: (this.now += 1000) }
    this.#messages.set(full.id, full)
    return { message: full, n: this.#append({ type: 'message', message: full }) }
  }

  customerWrites(conversationId: string, text: string): Message {
    const conversation = this.#conversations.get(conversationId)
    if (conversation?.status === 'resolved') this.#setStatus(conversationId, 'open')
    return this.#write({ id: v7(), conversationId, author: { kind: 'customer', id: 'visitor', name: 'Chen' }, text, attachments: [] }).message
  }

  #setStatus(conversationId: string, status: Conversation['status']): number {
    const conversation = { ...(this.#conversations.get(conversationId) as Conversation), status }
    this.#conversations.set(conversationId, conversation)
    return this.#append({ type: 'conversation', conversation })
  }

  #send(p: SeatParams<'send'>): SendResult {
    const thread = this.thread(p.conversationId)
    const lastSeq = thread.at(-1)?.seq ?? 0
    if (!this.#conversations.has(p.conversationId)) throw new AppError({ code: 'not-found', retryable: false, say: { zh: '没有', en: 'none' } })
    const known = this.#messages.get(p.id)
    if (known) return { status: 'accepted', seq: known.seq, at: known.at, n: 1, duplicate: true }
    if (this.#paused && p.author.kind === 'autopilot') return { status: 'conflict', reason: 'paused', lastSeq }
    if (this.#conversations.get(p.conversationId)?.status === 'resolved') return { status: 'conflict', reason: 'closed', lastSeq }
    if (this.otherLease.has(p.conversationId)) return { status: 'conflict', reason: 'lease', lastSeq }
    if (thread.some((m) => m.author.kind === 'customer' && m.seq > p.basedOnSeq)) return { status: 'conflict', reason: 'newer-message', lastSeq }
    const { message, n } = this.#write({ id: p.id, conversationId: p.conversationId, author: { ...p.author, id: 'seat' }, text: p.text, attachments: p.attachments })
    return { status: 'accepted', seq: message.seq, at: message.at, n, duplicate: false }
  }

  /** Of two words on one phrase the later one to arrive holds; a call that came before changes nothing. */
  #phrase(id: string, phraseId: string, phrase: SharedPhrase | null): SeatResult<'phrase.put'> {
    let n = this.#requests.get(id)
    if (n === undefined) {
      if (phrase) this.#phrases.set(phraseId, { ...phrase, updatedAt: this.now })
      else this.#phrases.delete(phraseId)
      n = this.#append(phrase ? { type: 'phrase', phrase: { ...phrase, updatedAt: this.now } } : { type: 'phrase-removed', id: phraseId })
      this.#requests.set(id, n)
    }
    return { n, phrase: this.#phrases.get(phraseId) ?? null }
  }

  #answer(call: SeatCall, params: unknown): unknown {
    const head = this.events.length
    switch (call) {
      case 'hello': {
        const p = params as SeatParams<'hello'>
        return { protocol: '1.1', logId: this.logId, head, mode: p.logId === this.logId && p.cursor <= head ? 'events' : 'snapshot', now: this.now }
      }
      case 'snapshot':
        return { changes: this.events.map((e) => e.change), next: null, cursor: head }
      case 'pull': {
        const p = params as SeatParams<'pull'>
        return { events: this.events.slice(p.after, p.after + p.limit), head }
      }
      case 'live':
        return { head }
      case 'send':
        return this.#send(params as SeatParams<'send'>)
      case 'lease': {
        const p = params as SeatParams<'lease'>
        const granted = !this.otherLease.has(p.conversationId)
        return { granted, holder: granted ? 'seat' : 'other', expiresAt: granted ? this.now + 60_000 : null }
      }
      case 'status': {
        const p = params as SeatParams<'status'>
        return { n: this.#setStatus(p.conversationId, p.status) }
      }
      case 'pauseAutopilot': {
        this.#paused = (params as SeatParams<'pauseAutopilot'>).paused
        return { n: this.#append({ type: 'autopilot', paused: this.#paused, by: 'seat' }) }
      }
      case 'phrase.put': {
        const p = params as SeatParams<'phrase.put'>
        return this.#phrase(p.id, p.phrase.id, p.phrase)
      }
      case 'phrase.remove': {
        const p = params as SeatParams<'phrase.remove'>
        return this.#phrase(p.id, p.phraseId, null)
      }
      case 'typing':
        return {}
    }
  }

  async call<C extends SeatCall>(call: C, params: SeatParams<C>): Promise<SeatResult<C>> {
    await Promise.resolve()
    const fault = this.fault()
    if (!this.online || fault === 'cut-before') throw offline()
    const result = this.#answer(call, params) as SeatResult<C>
    await Promise.resolve()
    if (fault === 'lost-answer' || !this.online) throw offline()
    return result
  }
}
