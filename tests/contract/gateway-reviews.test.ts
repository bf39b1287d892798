import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Message } from '../../src-shared/domain/message.ts'
import type { Review, ReviewSubject } from '../../src-shared/domain/review.ts'
import { REVIEW_UNDO_MS } from '../../src-shared/domain/review.ts'
import { SignedIn } from '../../src-shared/wire/seat-people.ts'
import type { SeatParams, SeatResult } from '../../src-shared/wire/seat.ts'
import { eventually, openSite, type Seat, type Site, type TestClock, type Visitor } from './gateway-harness.ts'

let site: Site
let boss: Seat
let agent: Seat
let visitor: Visitor
let asked: Message

/** Somebody whom the boss invited, with a desk of their own. */
async function colleague(role: 'agent' | 'supervisor', name: string): Promise<Seat> {
  const { code } = await boss.call('people.invite', { name, role, teams: [] })
  const answer = await fetch(`${site.ready.seatUrl}/invitation`, { method: 'POST', body: JSON.stringify({ code, name, password: 'correct horse battery', seatId: `desk of ${name}`, label: 'a desk' }) })
  const seat = await site.seat({ seatId: `desk of ${name}`, token: SignedIn.parse(await answer.json()).token })
  await live(seat)
  return seat
}

async function live(seat: Seat): Promise<void> {
  await seat.call('hello', { logId: null, cursor: 0 })
  await seat.call('live', {})
}

beforeEach(async () => {
  site = await openSite()
  boss = await site.seat({ seatId: 'boss' })
  await live(boss)
  agent = await colleague('agent', 'Amy')
  visitor = await site.visitor()
  await visitor.say('I want 300 back')
  asked = await agent.heard('I want 300 back')
})
afterEach(() => site.remove())

const clock = (): TestClock => site.clock as TestClock
const ask = (seat: Seat, text = 'You get ¥300.', changes: Partial<SeatParams<'review.ask'>> = {}): Promise<SeatResult<'review.ask'>> => seat.call('review.ask', {
  id: v7(), conversationId: asked.conversationId, subject: { kind: 'reply', text, attachments: [] }, why: [{ rule: 'over-amount', say: { zh: '太多', en: 'too much' } }], facts: [], findings: [], basedOnSeq: asked.seq, name: 'Amy', ...changes,
})
const decide = (seat: Seat, reviewId: string, verdict: 'approve' | 'edit' | 'reject', more: { text?: string; reason?: string; id?: string } = {}): Promise<SeatResult<'review.decide'>> =>
  seat.call('review.decide', { id: v7(), reviewId, verdict, name: 'Boss', ...(verdict === 'reject' ? { reason: 'no' } : {}), ...more })
const send = (seat: Seat, { id, subject }: Review, text = subject.kind === 'reply' ? subject.text : ''): Promise<SeatResult<'send'>> => seat.reply(asked, { id, text })
const got = (): string[] => visitor.messages.filter(({ author }) => author.kind !== 'customer').map(({ text }) => text)
const codeOf = async (answer: ReturnType<Seat['ask']>): Promise<string> => {
  const said = await answer
  return said.ok ? 'ok' : said.error.code
}

test('RV-1 while it waits the gateway takes no such reply, approved it takes those words and no others, once (words that slip past the supervisor)', async () => {
  const { review } = await ask(agent)
  expect([review.state, review.by.accountId === '', await send(agent, review)]).toEqual(['open', false, { status: 'conflict', reason: 'review', lastSeq: asked.seq }])
  await decide(boss, review.id, 'approve')
  expect(await send(agent, review, 'You get ¥900.')).toMatchObject({ status: 'conflict', reason: 'review' })
  expect(await send(agent, review)).toMatchObject({ status: 'accepted', duplicate: false })
  expect(await send(agent, review)).toMatchObject({ status: 'accepted', duplicate: true })
  await eventually(() => expect(got()).toEqual(['You get ¥300.']))
})

test('BU-6 approved words are checked whole and then go out as their paragraphs (a supervisor who has to approve each half)', async () => {
  const text = 'You get ¥300.\n\nIt takes three days.'
  const { review } = await ask(agent, text)
  await decide(boss, review.id, 'approve')
  expect(await agent.reply(asked, { id: review.id, text: 'You get ¥300.', apart: true })).toMatchObject({ status: 'conflict', reason: 'review' })
  expect(await agent.reply(asked, { id: review.id, text, apart: true })).toMatchObject({ status: 'accepted', apart: true })
  await eventually(() => expect(visitor.messages.filter(({ apart }) => apart === true).map((message) => message.text)).toEqual([text]))
})

test('RV-2 of two who decide the first decides, and the second hears of it; asked again the first still is (a reply that is approved and rejected)', async () => {
  const other = await colleague('supervisor', 'Sue')
  const { review } = await ask(agent)
  const id = v7()
  const [first, second] = await Promise.all([decide(boss, review.id, 'edit', { text: 'You get ¥200.', id }), decide(other, review.id, 'reject')])
  expect([first.first, first.review.state, second.first, second.review]).toEqual([true, 'edited', false, first.review])
  expect(await decide(boss, review.id, 'edit', { text: 'You get ¥200.', id })).toMatchObject({ first: true, review: { state: 'edited' } })
  expect(await send(agent, review, 'You get ¥200.')).toMatchObject({ status: 'accepted' })
})

test('RV-3 the customer’s next message makes it outdated, whether it comes before or after the decision is asked for (an answer to half of what was said)', async () => {
  const { review } = await ask(agent)
  await visitor.say('make it 400')
  await eventually(() => expect(agent.events.some(({ change }) => change.type === 'review' && change.review.state === 'outdated')).toBe(true))
  expect(await decide(boss, review.id, 'approve')).toMatchObject({ first: false, review: { state: 'outdated' } })
  expect((await ask(agent)).review.state).toBe('outdated')
  expect(got()).toEqual([])
})

test('RV-3 racing, either the words go or the customer’s come first, never both as if the other were not there (a window between check and decision)', async () => {
  for (let round = 0; round < 5; round++) {
    const text = `round ${round}`
    await visitor.say(text)
    asked = await agent.heard(text)
    const { review } = await ask(agent, `answer ${round}`)
    const [decided] = await Promise.all([decide(boss, review.id, 'approve'), visitor.say(`and ${round}`)])
    const sent = await send(agent, review)
    // Approved first: then the newer message stops the reply itself.
    expect([decided.review.state, sent.status === 'conflict' ? sent.reason : sent.status]).toEqual(decided.review.state === 'approved' ? ['approved', 'newer-message'] : ['outdated', 'review'])
    asked = await agent.heard(`and ${round}`)
  }
  expect(got()).toEqual([])
})

test('RV-4 what nobody decides runs out and goes back, and is not approved by it (a queue that lets through what nobody read)', async () => {
  const { review } = await ask(agent)
  clock().advance(review.expiresAt - clock().now() + 1)
  await eventually(() => expect(agent.events.some(({ change }) => change.type === 'review' && change.review.state === 'expired')).toBe(true))
  expect(await decide(boss, review.id, 'approve')).toMatchObject({ first: false, review: { state: 'expired' } })
  expect(await send(agent, review)).toMatchObject({ status: 'conflict', reason: 'review' })
})

test('RV-5 an agent decides nothing, and nobody their own where there is somebody else; alone one may (four eyes of one person)', async () => {
  const { review } = await ask(agent)
  expect(await codeOf(agent.ask('review.decide', { id: v7(), reviewId: review.id, verdict: 'approve', name: 'Amy' }))).toBe('not-permitted')
  const sue = await colleague('supervisor', 'Sue')
  const policy = { ...await policyNow(), review: { findings: 'none', probation: [], who: 'everyone', minutes: 15 } }
  await boss.call('policy.put', { id: v7(), basedOn: policy.version, policy: { ...policy, version: policy.version + 1 }, name: 'Boss' })
  const own = (await ask(sue)).review
  expect(await codeOf(sue.ask('review.decide', { id: v7(), reviewId: own.id, verdict: 'approve', name: 'Sue' }))).toBe('own-review')
  expect(await decide(boss, own.id, 'approve')).toMatchObject({ first: true })
})

async function policyNow(): Promise<Record<string, unknown> & { version: number }> {
  const { changes } = await boss.call('snapshot', { page: null })
  const found = changes.find((change) => change.type === 'policy')
  return found?.type === 'policy' ? { ...found.policy } : { version: 0 }
}

test('RV-6 whoever may decide needs no review, unless the policy asks everybody; automatic work always does (a supervisor who waits for themselves)', async () => {
  expect((await ask(boss)).review.state).toBe('approved')
  const step: ReviewSubject = { kind: 'step', note: { zh: '', en: '' }, runId: v7() }
  expect((await ask(boss, '', { subject: step })).review.state).toBe('open')
})

test('RV-7 a decision can be taken back for a few seconds by whoever made it, and not once the words are with the customer (an undo that tells a lie)', async () => {
  const { review } = await ask(agent)
  await decide(boss, review.id, 'approve')
  const other = await colleague('supervisor', 'Sue')
  expect(await other.call('review.undo', { id: v7(), reviewId: review.id })).toMatchObject({ undone: false })
  expect(await boss.call('review.undo', { id: v7(), reviewId: review.id })).toMatchObject({ undone: true, review: { state: 'open', decision: null } })
  await decide(boss, review.id, 'approve')
  await send(agent, review)
  expect(await boss.call('review.undo', { id: v7(), reviewId: review.id })).toMatchObject({ undone: false, review: { state: 'approved' } })
  const late = (await ask(agent, 'Another')).review
  await decide(boss, late.id, 'reject')
  clock().advance(REVIEW_UNDO_MS)
  expect(await boss.call('review.undo', { id: v7(), reviewId: late.id })).toMatchObject({ undone: false, review: { state: 'rejected' } })
})

test('RV-8 over a restart of the gateway it waits on, is decided once, and the desk of the supervisor may send what the asker’s cannot (approved words that nobody sends)', async () => {
  const { review } = await ask(agent)
  agent.close()
  await site.restart()
  boss = await site.seat({ seatId: 'boss' })
  await live(boss)
  expect(await decide(boss, review.id, 'approve')).toMatchObject({ first: true })
  expect(await boss.reply(asked, { id: review.id, text: 'You get ¥300.' })).toMatchObject({ status: 'accepted', duplicate: false })
})

test('RV-9 taken back by whoever asked it is off, also when it was approved and has not gone (words that go although their author took them back)', async () => {
  const { review } = await ask(agent)
  await decide(boss, review.id, 'approve')
  expect(await agent.call('review.withdraw', { id: v7(), conversationId: asked.conversationId, reviewId: review.id })).toMatchObject({ review: { state: 'withdrawn' } })
  expect(await send(boss, review)).toMatchObject({ status: 'conflict', reason: 'review' })
})

test('RV-10 an action that waits is not done under its id before it is approved, and no other action is (a refund that overtakes its review)', async () => {
  const action = { kind: 'urge-shipment' as const, orderNo: '2188000000000001' }
  const { review } = await ask(agent, '', { subject: { kind: 'action', action, runId: null } })
  const { effect } = await agent.call('perform', { id: review.id, conversationId: asked.conversationId, caseId: null, runId: null, action, by: { kind: 'agent', name: 'Amy' }, expects: { status: 'shipped' } })
  expect(effect.outcome).toEqual({ state: 'refused', reason: 'policy', detail: 'review' })
})

test('RV-11 the customer’s page hears nothing of reviews and tickets (a note about them that reaches them)', async () => {
  const heard: unknown[] = []
  visitor.socket.onAny((...push) => heard.push(push))
  const { review } = await ask(agent)
  await decide(boss, review.id, 'reject', { reason: 'secret reason' })
  await agent.call('ticket.make', { id: v7(), conversationId: asked.conversationId, orderNo: null, caseId: null, title: 'secret ticket', kind: 'other', summary: '', owner: null, dueAt: null, priority: 'normal', state: 'open', name: 'Amy', at: 1 })
  await agent.reply(asked, { text: 'plain words' })
  await eventually(() => expect(JSON.stringify(heard)).toContain('plain words'))
  expect(JSON.stringify(heard)).not.toContain('secret')
})

test('TK-1 a ticket is one per id with the next number, each change one event with its history, over desks (a ticket made twice by a bad line)', async () => {
  const fields = { conversationId: asked.conversationId, orderNo: null, caseId: null, title: 'Call her', kind: 'other' as const, summary: 's', owner: null, dueAt: null, priority: 'normal' as const, state: 'open' as const, name: 'Amy', at: clock().now() }
  const id = v7()
  const made = await agent.call('ticket.make', { ...fields, id })
  expect(await agent.call('ticket.make', { ...fields, id })).toEqual(made)
  expect([made.ticket.no, (await boss.call('ticket.make', { ...fields, id: v7() })).ticket.no]).toEqual([1, 2])
  const [one, two] = [v7(), v7()]
  await agent.call('ticket.change', { id: one, ticketId: id, change: { priority: 'high' }, name: 'Amy', at: clock().now() })
  await boss.call('ticket.change', { id: two, ticketId: id, change: { state: 'done' }, name: 'Boss', at: clock().now() })
  await boss.call('ticket.comment', { id: v7(), ticketId: id, text: 'called', name: 'Boss', at: clock().now() })
  const { ticket } = await agent.call('ticket.change', { id: one, ticketId: id, change: { priority: 'high' }, name: 'Amy', at: clock().now() })
  expect([ticket.priority, ticket.state, ticket.comments.map(({ text }) => text), ticket.history.map(({ by, field, from, to }) => [by.name, field, from, to])])
    .toEqual(['high', 'done', ['called'], [['Amy', 'priority', 'normal', 'high'], ['Boss', 'state', 'open', 'done']]])
})

test('RV-24 a reason over words that the guard stops is taken from whoever may lead and from nobody else, and stands in the record with the reply (a desk that gives itself leave)', async () => {
  const override = { reason: 'agreed by phone' }
  expect(await codeOf(agent.ask('send', { id: v7(), conversationId: asked.conversationId, text: 'You get ¥300.', attachments: [], author: { kind: 'agent', name: 'Amy' }, basedOnSeq: asked.seq, override }))).toBe('not-permitted')
  expect(got()).toEqual([])
  const id = v7()
  expect(await boss.call('send', { id, conversationId: asked.conversationId, text: 'You get ¥300.', attachments: [], author: { kind: 'agent', name: 'Boss' }, basedOnSeq: asked.seq, override })).toMatchObject({ status: 'accepted' })
  const { entries } = await boss.call('audit.page', { before: null, limit: 50, accountId: null, what: null })
  expect(entries.filter(({ what }) => what === 'send').map(({ ref, outcome }) => [ref['id'], ref['override.reason'], outcome])).toContainEqual([id, override.reason, 'accepted'])
})

test('RV-25 who may lead and asks about stopped words of their own wish is not let through at once: somebody else decides where there is one (a reason that nobody has to write)', async () => {
  const sue = await colleague('supervisor', 'Sue')
  const { review } = await ask(sue, 'You get ¥300.', { why: [{ rule: 'stopped:over-cap', say: { zh: '太多', en: 'too much' } }], name: 'Sue' })
  expect(review.state).toBe('open')
  expect(await codeOf(sue.ask('review.decide', { id: v7(), reviewId: review.id, verdict: 'approve', name: 'Sue' }))).toBe('own-review')
  expect((await ask(sue, 'You get ¥200.', { name: 'Sue' })).review.state).toBe('approved')
})
