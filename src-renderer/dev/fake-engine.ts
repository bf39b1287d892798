import type { Call, CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { DeskState, SearchHit, Settings, Thread, ThreadMessage } from '../../src-shared/contract/desk.ts'
import type { Patch, PortReply, PortRequest } from '../../src-shared/contract/port.ts'
import type { Draft } from '../../src-shared/domain/draft.ts'
import { NO_BUDGET } from '../../src-shared/domain/budget.ts'
import { ago, build, CASES, idOf, pick } from './fake-data.ts'
import { fakePromises } from './fake-promises.ts'
import { fakeLearning } from './fake-learning.ts'
import { fakeAutonomy } from './fake-autonomy.ts'
import { fakeRouting } from './fake-routing.ts'
import { fakePeople } from './fake-people.ts'
import { fakeReviews } from './fake-reviews.ts'
import { fakeChannels } from './fake-channels.ts'
import { fakeTeam } from './fake-team.ts'
import { fakeIntegrations } from './fake-integrations.ts'
import { fakeShops } from './fake-shops.ts'
import { fakeRatings } from './fake-ratings.ts'
import { fakeShifts } from './fake-shifts.ts'
import { fakeFloor } from './fake-floor.ts'
import { fakeTickets } from './fake-tickets.ts'
import { fakeCases } from './fake-cases.ts'
import { fakeCommerce } from './fake-commerce.ts'
import { fakeCopilot } from './fake-copilot.ts'
import { fakeHistory } from './fake-history.ts'
import { fakeKnowledge } from './fake-knowledge.ts'
import { fakePolicies } from './fake-policies.ts'
import { fakePhrases } from './fake-phrases.ts'
import { fakeMorning } from './fake-morning.ts'
import { fakeResults } from './fake-results.ts'
import { fakeSide } from './fake-side.ts'
import { fakeTeaching } from './fake-teaching.ts'
import { fakeDrafting } from './fake-drafting.ts'
import { fakeTraces } from './fake-traces.ts'
import { fakeWorkflows } from './fake-workflows.ts'
import { fakeWriting } from './fake-writing.ts'
import { fakeUnderstanding } from './fake-understanding.ts'

interface Wish {
  language: 'zh' | 'en'
  theme: 'light' | 'dark'
  link: string
  extra: number
  empty: boolean
  failing: boolean
  /** Messages more in the first conversation; milliseconds that a thread takes. */
  long: number
  slow: number
}

const PLAIN = {
  apart: true, density: 'comfortable', textSize: 100, sound: { enabled: true, volume: 40, quiet: true, from: '22:00', to: '08:00' }, notifications: { enabled: true, whenFocused: false, handOvers: true }, shortcuts: {}, presence: 'available', budget: NO_BUDGET, side: { shortcut: '', platform: 'other', hidden: false },
} satisfies Partial<Settings>
/** The work on a conversation is not played here. */
const WORK = {
  'conversation.setDisposition': () => ({}), 'conversation.snooze': () => ({}), 'conversation.handBack': () => ({}), 'note.save': () => ({}), 'note.delete': () => ({}), 'note.keep': () => ({}), 'order.mark': () => ({}),
  'snooze.times': () => ({ choices: [{ kind: 'tomorrow' as const, until: ago(-1440) }], typed: null }),
}

type Handlers = { [C in Call]: (params: CallParams<C>) => CallResult<C> }

/** Speaks the port's protocol with made-up conversations, so that the window can be looked at without Electron. Not shipped. */
export class FakeEngine {
  #n = 0
  #port: MessagePort | null = null
  readonly #threads = new Map<string, Thread>()
  readonly #state: DeskState
  #settings: Settings
  readonly #slow: number

  constructor(wish: Wish) {
    const cases = wish.empty ? [] : [...CASES, ...Array.from({ length: wish.extra }, (_, i) => ({ ...pick(CASES, 6 + (i % 6)), name: `客户 ${i}` }))]
    cases.forEach((entry, n) => this.#threads.set(idOf(n), build(entry, n)))
    cases.forEach((entry, n) => entry.draft && this.#draft(idOf(n), entry.draft, n === 2 ? 'streaming' : 'ready'))
    this.#startRun(idOf(5))
    this.#slow = wish.slow
    if (wish.long > 0) this.#lengthen(idOf(0), wish.long)
    const offline = wish.link === 'offline'
    this.#state = {
      shop: { zh: '星河数码旗舰店', en: 'Galaxy Digital' }, timeZone: 'Asia/Shanghai',
      link: offline ? { state: 'offline', since: ago(12) } : wish.link === 'catching-up' ? { state: 'catching-up', done: 312, total: 1204 } : { state: 'live' },
      waiting: offline ? 3 : 0, held: wish.empty ? 0 : 1, clockOffset: 0, warnings: ['key-file'], autopilot: { paused: false, level: 'undo' }, me: { accountId: 'local', signedIn: false, name: '', role: 'admin' }, refused: null, peak: null,
      demo: null, drill: { network: null, model: false },
      model: wish.failing ? { name: 'qwen-plus', health: 'failing', problem: 'timeout' } : { name: null, health: 'none', problem: null },
    }
    this.#settings = { language: wish.language, theme: wish.theme, agentName: '小雅', sendWith: 'ctrl-enter', ...PLAIN, model: { baseUrl: '', name: '', hasKey: false, fromEnvironment: false, masking: 'all', embeddings: '' } }
  }

  serve(port: MessagePort): void {
    this.#port = port
    port.onmessage = ({ data }: MessageEvent<PortRequest>) => {
      const handler = this.#handlers[data.call as Call] as (params: unknown) => unknown
      const answer = () => this.#post({ t: 'answer', id: data.id, ok: true, result: handler(data.params) })
      if (this.#slow > 0 && data.call === 'thread.get') setTimeout(answer, this.#slow)
      else answer()
    }
  }

  patch(...patches: Patch[]): void {
    this.#post({ t: 'patches', n: ++this.#n, patches })
  }

  /** A customer writes; for trying things out from the console. */
  say(n: number, text: string): void {
    const t = this.#thread(idOf(n))
    const message: ThreadMessage = { ...pick(t.messages.filter((m) => m.author.kind === 'customer'), 0), id: crypto.randomUUID(), seq: t.messages.length + 1, text, at: Date.now() }
    t.messages = [...t.messages, message]
    t.row = { ...t.row, lastLine: text, lastAt: Date.now(), waitingSince: Date.now(), section: 'needs-you' }
    this.patch({ kind: 'message', message }, { kind: 'row', row: t.row })
  }

  #post(reply: PortReply): void {
    this.#port?.postMessage(reply)
  }

  #draft(id: string, text: string, state: Draft['state']): void {
    const at = text.indexOf('¥')
    const found = at < 0 ? [] : [{ kind: 'amount', severity: 'warning' as const, text: text.slice(at, at + 7), start: at, end: at + 7, expected: '¥158.00' }]
    this.#thread(id).draft = {
      id: idOf(900_000 + Number(id.slice(-4))), conversationId: id, basedOnSeq: 1, state, text: state === 'streaming' ? '' : text, by: 'local', promptVersion: 'templates 1',
      language: 'zh', citations: [{ n: 1, kind: 'order', id: '1', title: '2188340991226675' }, { n: 2, kind: 'article', id: 'a1', title: '物流停滞怎么处理' }], findings: found, problem: null, startedAt: Date.now(), finishedAt: null,
    }
  }

  #lengthen(id: string, more: number): void {
    const thread = this.#thread(id)
    const [sample] = thread.messages
    if (!sample) return
    const old = Array.from({ length: more }, (_, i): ThreadMessage => ({ ...sample, id: idOf(5_000_000 + i), seq: i + 1, at: ago(6000 - i), text: `${i + 1} ${'很久以前的话。'.repeat(1 + (i % 9))}`, author: i % 3 ? sample.author : { kind: 'agent', id: 's', name: '小雅' }, delivery: i % 3 ? 'received' : 'sent' }))
    thread.messages = [...old, ...thread.messages.map((m, i) => ({ ...m, seq: more + i + 1 }))]
  }

  #startRun(id: string): void {
    const thread = this.#threads.get(id)
    const message = thread?.messages.find((m) => m.delivery === 'undo')
    if (thread && message) thread.run = { id: idOf(800_000), conversationId: id, intent: 'where_is_order', basedOnSeq: 1, state: 'undo', messageId: message.id, sendAt: Date.now() + 25_000, decision: { decision: 'auto', rules: [], wouldNeed: [] }, reason: null }
  }

  #stream(id: string): void {
    const draft = this.#threads.get(id)?.draft
    const text = CASES[Number(id.slice(-4))]?.draft
    if (draft?.state !== 'streaming' || !text) return
    let at = draft.text.length
    const tick = setInterval(() => {
      const piece = [...text].slice(at, at + 2).join('')
      at += 2
      this.patch({ kind: 'draft-delta', conversationId: id, draftId: draft.id, text: piece })
      if (at < text.length) return
      clearInterval(tick)
      this.patch({ kind: 'draft', conversationId: id, draft: { ...draft, text, state: 'ready', finishedAt: Date.now() } })
    }, 120)
  }

  #change(id: string, messageId: string, change: Partial<ThreadMessage> | null): void {
    const thread = this.#thread(id)
    const message = thread.messages.find((m) => m.id === messageId)
    if (!message) return
    if (change === null) {
      thread.messages = thread.messages.filter((m) => m !== message)
      return this.patch({ kind: 'message-gone', conversationId: id, id: messageId })
    }
    Object.assign(message, change)
    this.patch({ kind: 'message', message: { ...message } })
  }

  #of(messageId: string): Thread {
    return pick([...this.#threads.values()].filter((t) => t.messages.some((m) => m.id === messageId)), 0)
  }

  #thread(id: string): Thread {
    return pick([this.#threads.get(id)], 0)
  }

  #row(id: string, change: Partial<Thread['row']>): void {
    const thread = this.#thread(id)
    thread.row = { ...thread.row, ...change }
    this.patch({ kind: 'row', row: thread.row })
  }

  #find(query: string): SearchHit[] {
    return [...this.#threads.values()].flatMap((t) => t.messages.filter((m) => m.text.includes(query)).map((m) => {
      const start = [...m.text.slice(0, m.text.indexOf(query))].length
      return { conversationId: t.conversation.id, messageId: m.id, displayName: t.row.displayName, at: m.at, text: m.text, spans: [{ start, end: start + [...query].length }] }
    })).sort((a, b) => b.at - a.at)
  }

  readonly #handlers: Handlers = {
    'autopilot.recent': () => ({ doings: [] }),
    'desk.open': () => ({ n: this.#n, state: this.#state, settings: this.#settings, rows: [...this.#threads.values()].map((t) => t.row) }),
    'thread.get': ({ conversationId, before, limit }) => {
      setTimeout(() => this.#stream(conversationId), 500)
      const thread = this.#thread(conversationId)
      const messages = thread.messages.filter((m) => before === null || (m.seq !== null && m.seq < before)).slice(-limit)
      return { ...thread, messages, more: (messages[0]?.seq ?? 1) > 1 }
    },
    'conversation.mood': ({ conversationId }) => ({
      more: false, replies: [],
      points: this.#thread(conversationId).messages.flatMap(({ id, seq, at, verdict }) => (verdict === null || seq === null ? [] : [{
        messageId: id, seq, at, dissatisfaction: verdict.dissatisfaction, anger: verdict.anger, escalation: verdict.escalation, level: verdict.emotion.level, emotion: verdict.emotion.label, why: verdict.evidence.map((one) => one.why),
      }])),
    }),
    'conversation.focus': () => ({}),
    'conversation.setStatus': ({ conversationId, status }) => { this.#row(conversationId, { section: status === 'resolved' ? 'done' : 'needs-you', chip: null }); return { disposition: status === 'resolved' ? 'solved' : null } },
    ...WORK,
    ...fakeCases,
    ...fakePromises,
    ...fakeHistory,
    'conversation.dismissFlag': ({ conversationId, dismissed }) => { this.#row(conversationId, { flagDismissed: dismissed, flagged: !dismissed, chip: dismissed ? null : 'angry' }); return {} },
    'reply.send': ({ id, conversationId, text }) => {
      const thread = this.#thread(conversationId)
      const offline = this.#state.link.state === 'offline'
      const message: ThreadMessage = { id, conversationId, seq: offline ? null : thread.messages.length + 1, author: { kind: 'agent', id: 's', name: this.#settings.agentName }, text, attachments: [], at: Date.now(), delivery: offline ? 'queued' : 'sent', holdReason: null, verdict: null }
      thread.messages = [...thread.messages, message]
      this.patch({ kind: 'message', message }, { kind: 'draft', conversationId, draft: null })
      this.#row(conversationId, { section: 'waiting-for-customer', chip: null, waitingSince: null })
      return {}
    },
    'reply.release': ({ id }) => { this.#change(this.#of(id).conversation.id, id, { delivery: 'sent', seq: 90, holdReason: null }); return {} },
    'reply.takeBack': ({ id }) => {
      const thread = this.#of(id)
      const { text } = pick(thread.messages.filter((m) => m.id === id), 0)
      this.#change(thread.conversation.id, id, null)
      return { text, attachments: [], quote: null }
    },
    'reply.recall': ({ id }) => { this.#change(this.#of(id).conversation.id, id, { recalledAt: Date.now() }); return {} },
    'picture.keep': ({ bytes, width, height }) => ({ sha256: '0'.repeat(64), type: 'image/png', bytes: bytes.length, width, height }),
    'unsent.saveParts': () => ({}),
    'unsent.save': ({ conversationId, text }) => { this.#thread(conversationId).unsent = text; return { newer: null } },
    'draft.again': () => ({}),
    'draft.get': ({ conversationId }) => ({ draft: this.#threads.get(conversationId)?.draft ?? null }),
    'autopilot.undo': ({ runId }) => {
      const thread = pick([...this.#threads.values()].filter((t) => t.run?.id === runId), 0)
      if (!thread.run) return {}
      this.#change(thread.conversation.id, thread.run.messageId, null)
      thread.run = { ...thread.run, state: 'undone', reason: 'by-person' }
      this.patch({ kind: 'run', conversationId: thread.conversation.id, run: thread.run })
      this.#row(thread.conversation.id, { section: 'needs-you', chip: null })
      return {}
    },
    'autopilot.pause': ({ paused }) => { this.#state.autopilot = { ...this.#state.autopilot, paused }; this.patch({ kind: 'desk', state: { ...this.#state } }); return {} },
    'article.related': () => ({ related: [] }),
    'search.everything': ({ query, limit }) => ({ people: [], orders: [], articles: [], ended: [], messages: this.#find(query).slice(0, limit) }),
    'desk.about': () => ({ appVersion: '0.1.0', dataDir: '/made-up/desk', seatId: 'made-up', policies: [], gateway: { url: 'http://127.0.0.1:4000', embedded: true } }),
    'model.check': () => ({ outcome: 'unknown-model', ms: 12, models: ['qwen3', 'llama3.2'], meaning: null }),
    'settings.set': (change) => {
      const { model, ...rest } = change
      this.#settings = { ...this.#settings, ...rest, model: model ? { baseUrl: model.baseUrl, name: model.name, hasKey: model.key ? true : this.#settings.model.hasKey, fromEnvironment: false, masking: model.masking ?? 'all', embeddings: model.embeddings ?? '' } : this.#settings.model }
      return this.#settings
    },
    typing: () => ({}),
    'demo.control': () => ({}),
    'drill.network': () => ({}),
    'drill.model': () => ({}),
    ...fakeAutonomy, ...fakeTeam, ...fakePeople, ...fakeRouting, ...fakeShifts, ...fakeRatings, ...fakeFloor, ...fakeChannels, ...fakeReviews, ...fakeTickets, ...fakeShops, ...fakeIntegrations,
    ...fakeCommerce, ...fakeResults, ...fakeMorning, ...fakeCopilot,
    ...fakePolicies,
    ...fakePhrases(),
    ...fakeSide,
    ...fakeTeaching,
    ...fakeUnderstanding,
    ...fakeDrafting,
    ...fakeWriting,
    ...fakeWorkflows,
    ...fakeTraces,
    ...fakeLearning,
    ...fakeKnowledge,
  }
}
