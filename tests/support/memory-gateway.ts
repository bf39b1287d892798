import { v7 } from 'uuid'
import { holdKey, type Hold } from '../../src-shared/domain/autonomy.ts'
import type { Conversation } from '../../src-shared/domain/conversation.ts'
import type { Customer } from '../../src-shared/domain/customer.ts'
import type { DemoState } from '../../src-shared/domain/demo-play.ts'
import type { Resolution } from '../../src-shared/domain/disposition.ts'
import type { Message } from '../../src-shared/domain/message.ts'
import type { Note } from '../../src-shared/domain/note.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import type { Policy } from '../../src-shared/domain/policy.ts'
import { goesApart } from '../../src-shared/domain/channel-abilities.ts'
import { quoteOf } from '../../src-shared/domain/quote-of.ts'
import type { SharedPhrase } from '../../src-shared/domain/phrase.ts'
import { AppError } from '../../src-shared/errors.ts'
import type { Change, LogEvent } from '../../src-shared/wire/protocol.ts'
import { MemoryCases } from './memory-cases.ts'
import { MemoryEffects } from './memory-effects.ts'
import { MemoryPolicies } from './memory-policies.ts'
import { MemoryWorkflows } from './memory-workflows.ts'
import { MemoryShared } from './memory-shared.ts'
import { MemoryFollowUps } from './memory-follow-ups.ts'
import type { RecallResult, SeatCall, SeatParams, SeatResult, SendResult } from '../../src-shared/wire/seat.ts'

const offline = (): AppError => new AppError({ code: 'offline', retryable: true, say: { zh: '断线', en: 'offline' } })

/** The seat that a desk under test is. */
const SEAT = 'this-desk'

/** What may go wrong on the way of one call. `lost-answer`: the gateway did it, the desk never hears. */
export type Fault = 'none' | 'cut-before' | 'lost-answer'

/** The gateway's rules in memory, for tests of the engine that need thousands of runs; the real one has its own suite. */
export class MemoryGateway {
  readonly logId = v7()
  readonly events: LogEvent[] = []
  readonly #conversations = new Map<string, Conversation>()
  readonly #messages = new Map<string, Message>()
  readonly #resolutions = new Map<string, Resolution>()
  readonly #requests = new Map<string, number>()
  readonly notes = new Map<string, Note>()
  readonly followUps = new MemoryFollowUps((change) => this.#append(change))
  readonly effects = new MemoryEffects((change) => this.publish(change), () => this.customers)
  readonly policies = new MemoryPolicies((change) => this.#append(change))
  readonly workflows = new MemoryWorkflows((change) => this.#append(change))
  /** What holds autopilot back, by scope and name. */
  readonly holds = new Map<string, Hold>()
  readonly cases = new MemoryCases((change) => this.publish(change), () => this.effects, () => this.customers)
  readonly #seats = new Set<string>()
  /** Reviews and tickets. */
  readonly shared = new MemoryShared({ events: () => this.events, append: (change) => this.#append(change), thread: (id) => this.thread(id), message: (id) => this.#messages.get(id), seats: () => [...this.#seats] })
  readonly customers = new Map<string, { customer: Customer; orders: Order[] }>()
  #paused = false
  /** Pictures that were brought here, by their names. */
  readonly pictures = new Set<string>()
  readonly #phrases = new Map<string, SharedPhrase>()
  now = 1_790_000_000_000
  online = true
  /** What desks told of their drafts, call by call. */
  readonly outcomes: SeatParams<'outcomes.tell'>[] = []
  /** The recorded day that it plays; the control knows pause and anything else. */
  demo: DemoState | null = null
  fault: (call: string) => Fault = () => 'none'
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
    if (change.type === 'customer') this.customers.set(change.customer.id, change)
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

  customerWrites(conversationId: string, text: string, attachments: Message['attachments'] = []): Message {
    const conversation = this.#conversations.get(conversationId)
    if (conversation?.status === 'resolved') this.#change(conversationId, { status: 'open', resolution: null })
    this.shared.customerWrites(conversationId, this.now)
    return this.#write({ id: v7(), conversationId, author: { kind: 'customer', id: 'visitor', name: 'Chen' }, text, attachments }).message
  }

  #change(conversationId: string, change: Partial<Conversation>): number {
    const conversation = { ...(this.#conversations.get(conversationId) as Conversation), ...change }
    this.#conversations.set(conversationId, conversation)
    return this.#append({ type: 'conversation', conversation })
  }

  #withdraw(id: string | undefined): void {
    const resolution = this.#resolutions.get(id ?? '')
    if (resolution && !resolution.withdrawn) this.#resolve({ ...resolution, withdrawn: true })
  }

  #status({ id, conversationId, status, disposition, name, resolutionId }: SeatParams<'status'>, seatId: string): number {
    const before = this.#conversations.get(conversationId)
    if (status === 'open') this.#withdraw(resolutionId)
    if (before?.status === status && (status === 'open' || disposition === undefined)) return this.events.length
    this.#withdraw(before?.resolution?.id)
    if (status === 'resolved') {
      this.#resolve({ id, conversationId, disposition: disposition ?? null, by: { id: seatId, name: name ?? '' }, at: this.now, withdrawn: false })
      return this.#change(conversationId, { status, snooze: null, resolution: { id, at: this.now } })
    }
    return this.#change(conversationId, { status, resolution: null })
  }

  #resolve(resolution: Resolution): number {
    this.#resolutions.set(resolution.id, resolution)
    return this.#append({ type: 'resolution', resolution })
  }

  #note(p: SeatParams<'note'>, seatId: string): number {
    const known = this.notes.get(p.noteId)
    if (known && known.author.id !== seatId) throw new AppError({ code: 'not-yours', retryable: false, say: { zh: '不是您的', en: 'not yours' } })
    const note: Note = {
      id: p.noteId, conversationId: p.conversationId, author: { id: seatId, name: p.name }, text: p.deleted ? '' : p.text, at: known?.at ?? p.at, editedAt: known ? this.now : null, deleted: p.deleted,
    }
    this.notes.set(note.id, note)
    return this.#append({ type: 'note', note })
  }

  #mark(p: SeatParams<'markOrder'>): number {
    const known = this.customers.get(this.#conversations.get(p.conversationId)?.customerId ?? '')
    const orders = known?.orders.map((o) => (o.no !== p.orderNo ? o : { ...o, ...(p.flag === undefined ? {} : { flag: p.flag }), memo: [o.memo, p.memo].filter(Boolean).join('\n') }))
    if (!known || !orders) throw new AppError({ code: 'not-found', retryable: false, say: { zh: '没有', en: 'none' } })
    this.customers.set(known.customer.id, { ...known, orders })
    return this.#append({ type: 'customer', customer: known.customer, orders })
  }

  /** Once per request id, as the real gateway: asked again it answers as the first time. */
  #once(id: string, work: () => number): { n: number } {
    const n = this.#requests.get(id) ?? work()
    this.#requests.set(id, n)
    return { n }
  }

  #send(p: SeatParams<'send'>): SendResult {
    const thread = this.thread(p.conversationId)
    const lastSeq = thread.at(-1)?.seq ?? 0
    if (!this.#conversations.has(p.conversationId)) throw new AppError({ code: 'not-found', retryable: false, say: { zh: '没有', en: 'none' } })
    const known = this.#messages.get(p.id)
    if (known) return { status: 'accepted', seq: known.seq, at: known.at, n: 1, duplicate: true, ...(known.apart === true ? { apart: true } : {}) }
    if (this.#paused && p.author.kind === 'autopilot') return { status: 'conflict', reason: 'paused', lastSeq }
    if (this.#conversations.get(p.conversationId)?.status === 'resolved') return { status: 'conflict', reason: 'closed', lastSeq }
    if (this.otherLease.has(p.conversationId)) return { status: 'conflict', reason: 'lease', lastSeq }
    if (thread.some((m) => m.author.kind === 'customer' && m.seq > p.basedOnSeq)) return { status: 'conflict', reason: 'newer-message', lastSeq }
    if (p.attachments.some((a) => !this.pictures.has(a.sha256))) throw new AppError({ code: 'attachment-missing', retryable: true, say: { zh: '没有图', en: 'no picture' } })
    const quoted = p.quoteId ? this.#messages.get(p.quoteId) : undefined
    const said = thread.slice(thread.findLastIndex((m) => m.author.kind === 'customer') + 1)
    const apart = p.apart === true && goesApart(this.#conversations.get(p.conversationId)?.channel ?? 'demo', p, said)
    const { message, n } = this.#write({ id: p.id, conversationId: p.conversationId, author: { ...p.author, id: SEAT }, text: p.text, attachments: p.attachments, ...(quoted ? { quote: quoteOf(quoted) } : {}), ...(apart ? { apart } : {}) })
    return { status: 'accepted', seq: message.seq, at: message.at, n, duplicate: false, ...(apart ? { apart } : {}) }
  }

  #recall(id: string): RecallResult {
    const message = this.#messages.get(id)
    if (!message || message.author.id !== SEAT) return { status: 'refused', reason: 'not-yours' }
    if (message.recalledAt !== undefined) return { status: 'recalled', at: message.recalledAt }
    if (this.now - message.at > 120_000) return { status: 'refused', reason: 'too-late' }
    const { conversationId, seq } = message
    message.recalledAt = this.now
    this.#append({ type: 'message-recalled', conversationId, id, seq, at: this.now })
    return { status: 'recalled', at: this.now }
  }

  /** As HTTP does: stands or falls with the line, and a lost answer leaves the picture here. */
  async upload(sha256: string, kept: unknown): Promise<void> {
    await Promise.resolve()
    const fault = this.fault('picture')
    if (!kept && this.online && this.pictures.has(sha256)) return
    if (!kept) throw new AppError({ code: 'picture-lost', retryable: false, say: { zh: '图片没了', en: 'picture lost' } })
    if (!this.online || fault === 'cut-before') throw offline()
    this.pictures.add(sha256)
    if (fault === 'lost-answer') throw offline()
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

  #answer(call: SeatCall, params: unknown, seatId: string): unknown {
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
        return { head, demo: this.demo }
      case 'demo':
        if (this.demo === null) throw new AppError({ code: 'not-found', retryable: false, say: { zh: '没有', en: 'none' } })
        return (this.demo = { ...this.demo, playing: (params as SeatParams<'demo'>).action !== 'pause' })
      case 'send':
        return this.#send(params as SeatParams<'send'>)
      case 'lease': {
        const p = params as SeatParams<'lease'>
        const granted = !this.otherLease.has(p.conversationId)
        return { granted, holder: granted ? 'seat' : 'other', expiresAt: granted ? this.now + 60_000 : null }
      }
      case 'status': {
        const p = params as SeatParams<'status'>
        return this.#once(p.id, () => this.#status(p, seatId))
      }
      case 'disposition': {
        const p = params as SeatParams<'disposition'>
        const resolution = this.#resolutions.get(p.resolutionId)
        if (!resolution) throw new AppError({ code: 'not-found', retryable: false, say: { zh: '没有', en: 'none' } })
        return this.#once(p.id, () => this.#resolve({ ...resolution, disposition: p.disposition }))
      }
      case 'snooze': {
        const p = params as SeatParams<'snooze'>
        return this.#once(p.id, () => this.#change(p.conversationId, { snooze: p.until === null ? null : { until: p.until, seenSeq: p.seenSeq } }))
      }
      case 'note': {
        const p = params as SeatParams<'note'>
        return this.#once(p.id, () => this.#note(p, seatId))
      }
      case 'markOrder': {
        const p = params as SeatParams<'markOrder'>
        return this.#once(p.id, () => this.#mark(p))
      }
      case 'followUp': {
        const p = params as SeatParams<'followUp'>
        return this.followUps.make(p, this.#messages.get(p.messageId)?.at ?? this.now)
      }
      case 'changeFollowUp':
        return this.followUps.change(params as SeatParams<'changeFollowUp'>, seatId, this.now)
      case 'perform':
        return { n: this.events.length, effect: this.effects.perform(params as SeatParams<'perform'>, seatId, this.now) }
      case 'policy.put':
        return this.policies.put(params as SeatParams<'policy.put'>, seatId, this.now, this.events.reduce<Policy | null>((holds, { change }) => (change.type === 'policy' ? change.policy : holds), null))
      case 'policy.history':
        return this.policies.history()
      case 'workflow.put':
        return this.workflows.put(params as SeatParams<'workflow.put'>, seatId, this.now)
      case 'workflow.use':
        return this.workflows.use(params as SeatParams<'workflow.use'>, seatId, this.now)
      case 'case.act':
        return { n: this.events.length, ...this.cases.act(params as SeatParams<'case.act'>, seatId, this.now) }
      case 'pauseAutopilot': {
        this.#paused = (params as SeatParams<'pauseAutopilot'>).paused
        return { n: this.#append({ type: 'autopilot', paused: this.#paused, by: 'seat' }) }
      }
      case 'customer.watch': {
        const { customerId, watch, name } = params as SeatParams<'customer.watch'>
        const known = this.customers.get(customerId)
        if (!known) throw new Error('there is no such customer')
        this.publish({ type: 'customer', orders: known.orders, customer: { ...known.customer, watch: watch && { ...watch, by: name, at: this.now } } })
        return { n: this.events.length }
      }
      case 'autopilot.hold': {
        const { id, by, ...wish } = params as SeatParams<'autopilot.hold'>
        const hold: Hold = { ...wish, by: { seatId: SEAT, name: by }, at: this.now }
        this.holds.set(holdKey(hold), hold)
        return this.#once(id, () => this.#append({ type: 'autopilot-hold', hold }))
      }
      case 'recall':
        return this.#recall((params as SeatParams<'recall'>).id)
      case 'phrase.put': {
        const p = params as SeatParams<'phrase.put'>
        return this.#phrase(p.id, p.phrase.id, p.phrase)
      }
      case 'phrase.remove': {
        const p = params as SeatParams<'phrase.remove'>
        return this.#phrase(p.id, p.phraseId, null)
      }
      case 'orders.find': {
        const { orderNos } = params as SeatParams<'orders.find'>
        return { found: [...this.customers.values()].filter(({ orders }) => orders.some((o) => orderNos.includes(o.no))) }
      }
      case 'outcomes.tell':
        this.outcomes.push(params as SeatParams<'outcomes.tell'>)
        return {}
      case 'typing':
        return {}
    }
  }

  /** What a review stands in the way of; null: of nothing. */
  async #held(call: SeatCall, params: unknown): Promise<SendResult | null> {
    const reply = params as SeatParams<'send'>
    if (call !== 'send' || this.#messages.has(reply.id) || !(await this.shared.forbids(reply))) return null
    return { status: 'conflict', reason: 'review', lastSeq: this.thread(reply.conversationId).at(-1)?.seq ?? 0 }
  }

  async call<C extends SeatCall>(call: C, params: SeatParams<C>, seatId = 'seat'): Promise<SeatResult<C>> {
    await Promise.resolve()
    const fault = this.fault(call)
    if (!this.online || fault === 'cut-before') throw offline()
    this.#seats.add(seatId)
    const result = (await (this.shared.answer(call, params, seatId, this.now) ?? this.#held(call, params)) ?? this.#answer(call, params, seatId)) as SeatResult<C>
    await Promise.resolve()
    if (fault === 'lost-answer' || !this.online) throw offline()
    return result
  }
}
