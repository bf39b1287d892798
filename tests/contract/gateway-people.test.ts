import { resolve } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { permits, ROLES, type Role } from '../../src-shared/domain/roles.ts'
import { SignedIn } from '../../src-shared/wire/seat-people.ts'
import { SEAT_CALLS, type SeatCall } from '../../src-shared/wire/seat.ts'
import { loadDefaultPolicy } from '../../src-gateway/shop/load-shop.ts'
import { SEAT_PERMISSIONS } from '../../src-gateway/seats/permissions.ts'
import { openSite, type Seat, type Site } from './gateway-harness.ts'

const PASSWORD = 'correct horse battery'
let site: Site
let boss: Seat
beforeEach(async () => {
  site = await openSite()
  boss = await site.seat({ seatId: 'boss' })
})
afterEach(() => site.remove())

const post = (path: string, body: object): Promise<Response> => fetch(site.ready.seatUrl + path, { method: 'POST', body: JSON.stringify(body) })

/** Somebody whom the boss invited, with a desk of their own. */
async function colleague(role: Role, name = `a ${role}`): Promise<{ seat: Seat; signedIn: SignedIn }> {
  const { code } = await boss.call('people.invite', { name, role, teams: [] })
  const answer = await post('/invitation', { code, name, password: PASSWORD, seatId: `desk of ${name}`, label: 'a desk' })
  const signedIn = SignedIn.parse(await answer.json())
  return { signedIn, seat: await site.seat({ seatId: `desk of ${name}`, token: signedIn.token }) }
}

const code = (answer: Awaited<ReturnType<Seat['ask']>>): string => (answer.ok ? 'ok' : answer.error.code)

/** Arguments that parse and name nothing that there is, for each call; what a call asks beyond its role is another answer than `not-permitted`. */
const conversationId = v7()
const SOME = { id: v7(), conversationId }
const ARGUMENTS: { [C in SeatCall]?: object } = {
  hello: { logId: null, cursor: 0 }, snapshot: { page: null }, pull: { after: 0, limit: 1 }, live: {}, typing: { conversationId },
  send: { ...SOME, text: 'x', attachments: [], author: { kind: 'agent', name: 'A' }, basedOnSeq: 0 }, recall: { id: v7() }, lease: { conversationId, want: false },
  status: { ...SOME, status: 'resolved' }, disposition: { id: v7(), resolutionId: v7(), disposition: 'other' }, snooze: { ...SOME, until: null, seenSeq: 0 },
  note: { ...SOME, noteId: v7(), text: 'x', deleted: false, name: 'A', at: 1 }, markOrder: { ...SOME, orderNo: '1', flag: null },
  followUp: { ...SOME, messageId: v7(), promised: { kind: 'call', words: 'x', amount: null, dueAt: 1, assumed: false }, owner: { id: 's', name: 'A' } },
  changeFollowUp: { ...SOME, followUpId: v7(), change: { state: 'done' }, name: 'A' },
  perform: { id: v7(), conversationId: null, caseId: null, runId: null, action: { kind: 'urge-shipment', orderNo: '2026000000000001' }, by: { kind: 'agent', name: 'A' }, expects: null },
  'policy.put': { id: v7(), basedOn: 0, policy: {}, name: 'A' }, 'policy.decide': { id: v7(), policyId: 'p', proposalId: v7(), confirm: true, name: 'A' }, 'policy.history': { policyId: 'p' },
  'customer.watch': { id: v7(), customerId: 'nobody', watch: null, name: 'A' },
  'autopilot.hold': { id: v7(), scope: 'intent', name: 'where_is_order', ceiling: null, why: 'person', by: 'A' },
  'case.act': { id: v7(), caseId: v7(), revision: 1, act: { kind: 'received' }, runId: null, by: { kind: 'agent', name: 'A' }, expects: { status: 'shipped' } },
  pauseAutopilot: { paused: false }, 'phrase.remove': { id: v7(), phraseId: 'p' }, 'orders.find': { orderNos: ['2026000000000001'] }, demo: { action: 'pause' },
  'phrase.put': { id: v7(), phrase: { id: v7(), scope: 'team', group: { zh: '', en: '' }, title: { zh: '', en: 'x' }, text: { zh: '', en: 'x' }, code: 'x', updatedAt: 1 } },
  'people.list': {}, 'people.endSession': { sessionId: 'none' }, 'people.password': { old: 'x', password: 'y' }, 'people.put': { id: v7(), accountId: 'nobody', change: {} },
  'people.invite': { name: 'N', role: 'agent', teams: [] }, 'people.uninvite': { invitationId: 'none' }, 'people.reach': { open: null },
  'audit.page': { before: null, limit: 1, accountId: null, what: null }, 'audit.verify': {},
  'review.ask': { ...SOME, subject: { kind: 'reply', text: 'x', attachments: [] }, why: [{ rule: 'x', say: { zh: '', en: 'x' } }], facts: [], findings: [], basedOnSeq: 0, name: 'A' },
  'review.decide': { id: v7(), reviewId: v7(), verdict: 'approve', name: 'A' }, 'review.undo': { id: v7(), reviewId: v7() }, 'review.withdraw': { ...SOME, reviewId: v7() },
  'ticket.make': { ...SOME, orderNo: null, caseId: null, title: 'x', kind: 'other', summary: '', owner: null, dueAt: null, priority: 'normal', state: 'open', name: 'A', at: 1 },
  'shift.answer': { id: v7(), shiftId: v7(), items: [v7()], state: 'accepted', reason: '', name: 'A' }, 'shift.withdraw': { id: v7(), shiftId: v7(), name: 'A' },
  'outcomes.tell': { days: [] }, 'outcomes.read': { days: 7 },
  'ticket.change': { id: v7(), ticketId: v7(), change: { state: 'done' }, name: 'A', at: 1 }, 'ticket.comment': { id: v7(), ticketId: v7(), text: 'x', name: 'A', at: 1 },
}
const CALLS = Object.keys(ARGUMENTS) as SeatCall[]

test('AC-1 what a role may not is refused to it and to no other, over real sockets (a call that nobody asked who makes it)', async () => {
  for (const role of ROLES) {
    const { seat } = await colleague(role)
    for (const call of CALLS) {
      const params = SEAT_CALLS[call].params.parse(ARGUMENTS[call])
      const needs = SEAT_PERMISSIONS[call]
      const permission = typeof needs === 'function' ? needs(params as never) : needs
      const isRefused = code(await seat.ask(call, ARGUMENTS[call])) === 'not-permitted'
      // Ending a session of nobody is an admin's.
      const isOwn = call === 'people.endSession' && role !== 'admin'
      expect([role, call, isRefused]).toEqual([role, call, isOwn || !permits(role, permission)])
    }
  }
})

const signIn = (name: string, password: string, seatId = 'elsewhere'): Promise<Response> => post('/session', { name, password, seatId, label: 'a desk' })
const errorOf = async (response: Response): Promise<string> => ((await response.json()) as { error: { code: string } }).error.code
/** The reason that a seat was told before it was cut off. */
const endOf = (seat: Seat): Promise<string> => new Promise((resolve) => {
  let told = 'nothing'
  seat.socket.once('ended', ({ error }: { error: { code: string } }) => { told = error.code })
  seat.socket.once('disconnect', () => { resolve(told) })
})
const record = async () => (await boss.call('audit.page', { before: null, limit: 500, accountId: null, what: null })).entries

test('AC-2 an invitation works once and makes an account with its role; names are one whatever their case, the password opens a session (an invitation that two people use)', async () => {
  const { code: invited, invitation } = await boss.call('people.invite', { name: '小雨', role: 'supervisor', teams: ['night'] })
  expect((await boss.call('people.list', {})).invitations).toEqual([invitation])
  const joined = SignedIn.parse(await (await post('/invitation', { code: invited.toLowerCase().replaceAll('-', ' '), name: '小雨 Rain', password: PASSWORD, seatId: 'two', label: 'PC 2' })).json())
  expect(joined.account).toMatchObject({ name: '小雨 Rain', role: 'supervisor', teams: ['night'], disabled: false })
  expect(await errorOf(await post('/invitation', { code: invited, name: 'Other', password: PASSWORD, seatId: 'three', label: '' }))).toBe('invitation')
  const again = await boss.call('people.invite', { name: 'x', role: 'agent', teams: [] })
  expect(await errorOf(await post('/invitation', { code: again.code, name: ' 小雨  RAIN ', password: PASSWORD, seatId: 'three', label: '' }))).toBe('name-taken')
  expect(await errorOf(await post('/invitation', { code: again.code, name: 'Mo', password: 'mo mo mo', seatId: 'three', label: '' }))).toBe('weak-password')
  expect((await signIn('小雨 rain', PASSWORD)).status).toBe(200)
  const seat = await site.seat({ seatId: 'two', token: joined.token })
  expect(await seat.call('hello', { logId: null, cursor: 0 })).toMatchObject({ me: { accountId: joined.account.id, signedIn: true } })
  expect((await seat.call('people.list', {})).sessions.map(({ label, own }) => [label, own])).toContainEqual(['PC 2', true])
})

test('AC-3 an unknown name and a wrong password are answered alike; whoever knows the password of a disabled account is told (names that can be found out)', async () => {
  const { signedIn } = await colleague('agent', 'Amy')
  const [unknown, wrong] = await Promise.all([signIn('Nobody', PASSWORD), signIn('Amy', `${PASSWORD}!`)])
  expect([unknown.status, await unknown.text()]).toEqual([wrong.status, await wrong.text()])
  await boss.call('people.put', { id: v7(), accountId: signedIn.account.id, change: { disabled: true } })
  expect(await errorOf(await signIn('Amy', PASSWORD))).toBe('account-disabled')
  expect(await errorOf(await signIn('Amy', `${PASSWORD}!`))).toBe('sign-in')
})

test('AC-4 a role that is taken away is gone at the next call, a disabled person and an ended session are cut off at once and told why (a demoted supervisor who goes on)', async () => {
  const lead = await colleague('supervisor', 'Lee')
  expect(code(await lead.seat.ask('pauseAutopilot', { paused: true }))).toBe('ok')
  await boss.call('people.put', { id: v7(), accountId: lead.signedIn.account.id, change: { role: 'agent' } })
  expect(code(await lead.seat.ask('pauseAutopilot', { paused: false }))).toBe('not-permitted')
  const ended = endOf(lead.seat)
  await boss.call('people.put', { id: v7(), accountId: lead.signedIn.account.id, change: { disabled: true } })
  expect(await ended).toBe('account-disabled')
  await expect(site.seat({ seatId: 'desk of Lee', token: lead.signedIn.token })).rejects.toThrow('session-ended')

  const amy = await colleague('agent', 'Amy')
  const cut = endOf(amy.seat)
  const [session] = (await boss.call('people.list', {})).sessions
  await boss.call('people.endSession', { sessionId: session?.id ?? '' })
  expect(await cut).toBe('session-ended')
  const back = SignedIn.parse(await (await signIn('Amy', PASSWORD, 'desk of Amy')).json())
  const amyAgain = await site.seat({ seatId: 'desk of Amy', token: back.token })
  const out = endOf(amyAgain)
  expect((await fetch(`${site.ready.seatUrl}/session`, { method: 'DELETE', headers: { authorization: `Bearer ${back.token}` } })).status).toBe(200)
  expect(await out).toBe('session-ended')
})

test('AC-4 a new password ends every other session of the person and no one else\'s (a thief who stays signed in)', async () => {
  const amy = await colleague('agent', 'Amy')
  const other = SignedIn.parse(await (await signIn('Amy', PASSWORD, 'thief')).json())
  const thief = await site.seat({ seatId: 'thief', token: other.token })
  const ended = endOf(thief)
  expect(code(await amy.seat.ask('people.password', { old: 'wrong', password: 'another long one' }))).toBe('sign-in')
  await amy.seat.call('people.password', { old: PASSWORD, password: 'another long one' })
  expect(await ended).toBe('session-ended')
  expect(code(await amy.seat.ask('people.list', {}))).toBe('ok')
  expect((await signIn('Amy', PASSWORD)).status).toBe(401)
  expect((await signIn('Amy', 'another long one')).status).toBe(200)
  expect(code(await boss.ask('people.password', { old: 'x', password: 'another long one' }))).toBe('no-password')
})

test('AC-7 an admin is always left, and the gateway\'s own account stays one (everybody locked out)', async () => {
  for (const change of [{ disabled: true }, { role: 'agent' as const }]) expect(code(await boss.ask('people.put', { id: v7(), accountId: 'local', change }))).toBe('last-admin')
  const { seat, signedIn } = await colleague('admin', 'Ann')
  expect(code(await seat.ask('people.put', { id: v7(), accountId: 'local', change: { disabled: true } }))).toBe('last-admin')
  expect(code(await seat.ask('people.put', { id: v7(), accountId: signedIn.account.id, change: { role: 'reader' } }))).toBe('ok')
  expect(code(await boss.ask('people.put', { id: v7(), accountId: signedIn.account.id, change: { name: 'Ann B', capacity: 3 } }))).toBe('ok')
  expect((await signIn('ann b', PASSWORD)).status).toBe(200)
})

test('AC-5 what a person changed, who signed in and who was refused stands in a record that fits together, with ids and no words (a deed that nobody can be asked about)', async () => {
  const { seat, signedIn } = await colleague('agent', 'Amy')
  const customer = await site.visitor()
  await boss.call('live', {})
  await customer.say('my private words')
  const message = await boss.heard('my private words')
  await seat.reply(message, { text: 'our private answer', author: { kind: 'agent', name: 'Somebody Else' } })
  await seat.ask('policy.put', { id: v7(), basedOn: 0, policy: {}, name: 'x' })
  await signIn('Amy', 'not her password at all')
  const lines = await record()
  expect(lines.filter(({ accountId }) => accountId === signedIn.account.id).map(({ what, outcome, name }) => [what, outcome, name])).toEqual([
    ['sign-in', 'sign-in', 'Amy'], ['policy.put', 'not-permitted', 'Amy'], ['send', 'accepted', 'Amy'], ['join', 'done', 'Amy'],
  ])
  expect(JSON.stringify(lines)).not.toMatch(/private|password at all|battery/)
  expect(lines.find(({ what }) => what === 'send')?.ref).toMatchObject({ conversationId: message.conversationId, 'author.kind': 'agent' })
  expect(await boss.call('audit.verify', {})).toMatchObject({ lines: lines.length, brokenAt: null })
  // Whoever is signed in writes under their own name.
  await boss.heard('our private answer').then(({ author }) => { expect(author.name).toBe('Amy') })
})

test('AC-8 where there are several people, what gives more needs two of them: another desk of the same person is not one (a cap raised by one person with two desks)', async () => {
  const lee = await colleague('supervisor', 'Lee')
  const shipped = await loadDefaultPolicy(resolve('resources'))
  const policy = { ...shipped, intents: Object.fromEntries(Object.entries(shipped.intents).map(([topic, row]) => [topic, row.level === 'undo' ? { ...row, level: 'act' as const } : row])) }
  const proposed = await lee.seat.call('policy.put', { id: v7(), basedOn: shipped.version, policy, name: '', override: { reason: 'it was always so' } })
  const proposalId = proposed.status === 'proposed' ? proposed.proposal.id : ''
  const decision = { policyId: shipped.id, proposalId, confirm: true, name: '' }
  const second = SignedIn.parse(await (await signIn('Lee', PASSWORD, 'second desk of Lee')).json())
  const sameLee = await site.seat({ seatId: 'second desk of Lee', token: second.token })
  expect(code(await sameLee.ask('policy.decide', { ...decision, id: v7() }))).toBe('second-person')
  expect(await boss.call('policy.decide', { ...decision, id: v7() })).toEqual({ state: 'confirmed' })
})

test('AC-9 the seats\' port opens to the network and closes again while it runs, remembers it, and takes its own addresses for its name (a desk that cannot join, a port left open)', async () => {
  expect(await boss.call('people.reach', { open: null })).toEqual({ open: false, addresses: [] })
  const { open, addresses } = await boss.call('people.reach', { open: true })
  expect(open).toBe(true)
  for (const address of addresses) {
    const answer = await fetch(`${address}/session`, { method: 'POST', body: '{}' })
    expect([answer.status, await errorOf(answer)]).toEqual([400, 'bad-request'])
  }
  await site.restart()
  const again = await site.seat({ seatId: 'boss' })
  const opened = await again.call('people.reach', { open: null })
  expect([opened.open, opened.addresses.length]).toEqual([true, addresses.length])
  expect(await again.call('people.reach', { open: false })).toEqual({ open: false, addresses: [] })
  for (const address of opened.addresses) await expect(fetch(`${address}/healthz`)).rejects.toThrow()
})
