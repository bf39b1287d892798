import fc from 'fast-check'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { recallReply } from '../../src-engine/flows/recall-reply.ts'
import { removePhrase, savePhrase } from '../../src-engine/flows/save-phrase.ts'
import { sendReply } from '../../src-engine/flows/send-reply.ts'
import { setDisposition, setStatus } from '../../src-engine/flows/set-status.ts'
import { setSnooze } from '../../src-engine/flows/set-snooze.ts'
import { deleteNote, saveNote } from '../../src-engine/flows/write-note.ts'
import { openDesk, temporaryFolder, type Desk } from '../support/desk.ts'
import { MemoryGateway, type Fault } from '../support/memory-gateway.ts'

const SEATS = ['this-desk', 'other-desk'] as const
const WHATS = ['note', 'edit-note', 'delete-note', 'snooze', 'wake', 'resolve', 'disposition', 'phrase', 'edit-phrase', 'remove-phrase', 'reply', 'recall'] as const

type Step =
  | { do: 'work'; what: (typeof WHATS)[number]; seat: number; who: number }
  | { do: 'customer'; who: number }
  | { do: 'cut' | 'connect' | 'kill' | 'new-log' }
  | { do: 'fault'; fault: Fault; calls: number }
  | { do: 'pass'; ms: number }
  | { do: 'lose-pushes'; count: number }

const two = fc.integer({ min: 0, max: 1 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 14, arbitrary: fc.record({ do: fc.constant('work' as const), what: fc.constantFrom(...WHATS), seat: two, who: two }) },
  { weight: 2, arbitrary: two.map((who): Step => ({ do: 'customer', who })) },
  { weight: 7, arbitrary: fc.constantFrom<Step>({ do: 'cut' }, { do: 'connect' }, { do: 'kill' }, { do: 'new-log' }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('fault' as const), fault: fc.constantFrom<Fault>('cut-before', 'lost-answer'), calls: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 2, arbitrary: fc.integer({ min: 100, max: 20_000 }).map((ms): Step => ({ do: 'pass', ms })) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lose-pushes' as const), count: fc.integer({ min: 1, max: 3 }) }) },
)

/** Two desks at one gateway, the line of both in the test's hands. */
class Team {
  readonly gateway = new MemoryGateway()
  readonly conversations = [this.gateway.open('A'), this.gateway.open('B')]
  readonly notes: { id: string; seat: number; text: string | null }[] = []
  readonly phrases: string[] = []
  readonly replies: string[] = []
  private readonly dirs = SEATS.map(() => temporaryFolder())
  desks = this.open()
  #words = 0

  private open(): Desk[] { return SEATS.map((seatId, n) => openDesk(this.gateway, { seatId, dir: this.dirs[n] as string })) }

  async connect(): Promise<void> {
    for (const desk of this.desks) await reconnect(desk, this.gateway)
  }

  cut(): void { for (const desk of this.desks) desk.cut() }

  async kill(): Promise<void> {
    for (const desk of this.desks) desk.kill()
    this.gateway.fault = () => 'none'
    this.desks = this.open()
    await this.connect()
  }

  async settle(): Promise<void> {
    this.gateway.fault = () => 'none'
    await this.connect()
    for (let i = 0; i < 5; i++) for (const desk of this.desks) await desk.pass(3_000)
    await this.connect()
  }

  async work({ what, seat, who }: Extract<Step, { do: 'work' }>): Promise<void> {
    const desk = this.desks[seat] as Desk
    const { engine } = desk
    const conversationId = this.conversations[who] as string
    const text = `话${++this.#words}`
    if (what === 'note') {
      const id = v7()
      saveNote(engine, { id, conversationId, text }, SEATS[seat] as string)
      this.notes.push({ id, seat, text })
    }
    const note = this.notes.findLast((one) => one.seat === seat)
    if (what === 'edit-note' && note) {
      const at = desk.store.notes.get(note.id)?.conversationId ?? conversationId
      saveNote(engine, { id: note.id, conversationId: at, text }, SEATS[seat] as string)
      note.text = text
    }
    if (what === 'delete-note' && note) {
      deleteNote(engine, note.id)
      note.text = null
    }
    if (what === 'snooze') setSnooze(engine, conversationId, this.gateway.now + 3_600_000)
    if (what === 'wake') setSnooze(engine, conversationId, null)
    if (what === 'resolve') setStatus(engine, conversationId, 'resolved', SEATS[seat])
    if (what === 'disposition' && desk.store.conversations.get(conversationId)?.conversation.resolution) setDisposition(engine, conversationId, 'spam')
    const words = (id: string) => ({ id, scope: 'team' as const, code: '', group: { zh: '', en: '' }, title: { zh: '', en: '' }, text: { zh: text, en: '' }, pictures: [] })
    if (what === 'phrase') {
      const id = v7()
      savePhrase(engine, words(id))
      this.phrases.push(id)
    }
    const phrase = this.phrases.at(-1)
    if (what === 'edit-phrase' && phrase) savePhrase(engine, words(phrase))
    if (what === 'remove-phrase' && phrase) removePhrase(engine, phrase)
    if (what === 'reply' && seat === 0) {
      const id = v7()
      const quoteId = this.replies.findLast((one) => desk.store.messages.get(one)?.message.conversationId === conversationId)
      const picture = await engine.attachments.keep(Buffer.from(`\x89PNG\r\n\x1a\n${id}`, 'latin1'), { width: 1, height: 1 })
      const basedOnSeq = desk.store.conversations.get(conversationId)?.lastCustomerSeq ?? 0
      sendReply(engine, { id, conversationId, text, attachments: [picture], basedOnSeq, draftId: null, ...(quoteId ? { quoteId } : {}) }, SEATS[0])
      this.replies.push(id)
    }
    const last = this.replies.findLast((id) => desk.store.messages.has(id))
    if (what === 'recall' && seat === 0 && last) await recallReply(engine, last).catch(() => undefined)
  }

  async step(s: Step): Promise<void> {
    if (s.do === 'work') await this.work(s)
    if (s.do === 'customer') this.gateway.customerWrites(this.conversations[s.who] as string, `第${++this.#words}句`)
    if (s.do === 'cut') this.cut()
    if (s.do === 'connect') await this.connect()
    if (s.do === 'kill') await this.kill()
    // The desk no longer knows where it was: it takes the present state, and keeps what waits.
    if (s.do === 'new-log') {
      this.cut()
      for (const desk of this.desks) desk.store.settings.write('log-id', null)
      await this.connect()
    }
    if (s.do === 'fault') {
      let left = s.calls
      this.gateway.fault = () => (left-- > 0 ? s.fault : 'none')
    }
    if (s.do === 'pass') for (const desk of this.desks) await desk.pass(s.ms)
    if (s.do === 'lose-pushes') {
      const deliver = this.gateway.onEvents
      let left = s.count
      this.gateway.onEvents = (events) => { if (left-- <= 0) deliver(events) }
    }
    for (const desk of this.desks) await desk.idle()
  }
}

/** A connection that fails half way is tried again, as the line's adapter does. */
async function reconnect(desk: Desk, gateway: MemoryGateway): Promise<void> {
  for (let i = 0; i < 10; i++) {
    try {
      gateway.online = true
      await desk.connect()
      return
    } catch {
      desk.cut()
    }
  }
  throw new Error('never caught up')
}

/** What a desk shows of everything that seats share. */
function shown({ store }: Desk, conversations: readonly string[]): unknown {
  return {
    conversations: conversations.map((id) => {
      const { status, snooze, resolution } = store.conversations.get(id)?.conversation ?? {}
      return { status, snooze: snooze ?? null, resolution: resolution?.id ?? null }
    }),
    ends: conversations.map((id) => store.resolutions.of(id).map((one) => [one.id, one.disposition, one.by.id])),
    notes: conversations.map((id) => store.notes.of(id).map((one) => [one.id, one.text]).sort()),
    phrases: store.phrases.all().map((one) => [one.id, one.text.zh]),
    messages: conversations.map((id) => store.messages.page(id, null, 1000).map(({ message }) => [message.id, message.seq, message.recalledAt ?? null, message.quote?.text ?? null])),
  }
}

/** Orders that once failed. */
const FOUND: Step[][] = [
  // The agent opens again, offline, what the customer has opened since: the end is withdrawn on one desk only.
  [
    { do: 'work', what: 'resolve', seat: 0, who: 1 }, { do: 'cut' }, { do: 'work', what: 'note', seat: 0, who: 0 }, { do: 'lose-pushes', count: 1 },
    { do: 'work', what: 'reply', seat: 0, who: 1 }, { do: 'cut' }, { do: 'customer', who: 1 },
  ],
  // A resolve that came too late has ended the snooze on its own desk only.
  [
    { do: 'work', what: 'snooze', seat: 0, who: 0 }, { do: 'cut' }, { do: 'work', what: 'resolve', seat: 0, who: 0 }, { do: 'fault', fault: 'cut-before', calls: 1 },
    { do: 'customer', who: 0 }, { do: 'cut' }, { do: 'customer', who: 0 },
  ],
  // The same, and another desk's snooze arrives between.
  [
    { do: 'cut' }, { do: 'work', what: 'snooze', seat: 0, who: 1 }, { do: 'work', what: 'resolve', seat: 1, who: 1 }, { do: 'customer', who: 1 }, { do: 'cut' },
    { do: 'customer', who: 0 }, { do: 'work', what: 'note', seat: 0, who: 0 }, { do: 'lose-pushes', count: 1 },
  ],
  // Our word arrived, its answer was lost, another desk's later word came while ours still waited.
  [
    { do: 'fault', fault: 'lost-answer', calls: 2 }, { do: 'work', what: 'snooze', seat: 1, who: 1 }, { do: 'lose-pushes', count: 1 }, { do: 'work', what: 'note', seat: 0, who: 0 },
    { do: 'cut' }, { do: 'work', what: 'note', seat: 0, who: 0 }, { do: 'work', what: 'note', seat: 0, who: 0 }, { do: 'work', what: 'resolve', seat: 0, who: 1 },
  ],
]

test('F-2 whatever is cut, lost or killed: two desks show the same notes, ends, snoozes, phrases and recalled replies, each once and with its writer\'s last words', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const team = new Team()
      await team.connect()
      for (const s of steps) await team.step(s)
      await team.settle()
      const [first, second] = team.desks as [Desk, Desk]
      expect(shown(first, team.conversations)).toEqual(shown(second, team.conversations))
      for (const { store, errors } of team.desks) {
        expect(errors).toEqual([])
        expect([store.commands.all(), store.phrases.waiting(100)], 'nothing waits on an open line').toEqual([[], []])
      }
      const written = team.notes.map(({ id, text }) => [id, text])
      expect(team.notes.map(({ id }) => [id, team.gateway.notes.get(id)?.deleted ? null : team.gateway.notes.get(id)?.text]), 'the last words of each note').toEqual(written)
      const inLog = team.replies.filter((id) => first.store.messages.has(id))
      const kept = team.replies.filter((id) => first.store.outbox.get(id))
      expect([...inLog, ...kept].sort(), 'each reply once').toEqual([...team.replies].sort())
      for (const desk of team.desks) desk.kill()
    }),
    { numRuns: 40, examples: FOUND.map((steps) => [steps]) },
  )
}, 120_000)
