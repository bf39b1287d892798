import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { permits, ROLES, type Role } from '../../src-shared/domain/account.ts'
import { SignedIn } from '../../src-shared/wire/seat-people.ts'
import { SEAT_CALLS, type SeatCall } from '../../src-shared/wire/seat.ts'
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
