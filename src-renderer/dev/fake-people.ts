import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { PeopleWindowCalls } from '../../src-shared/contract/people.ts'
import type { AuditEntry } from '../../src-shared/domain/audit.ts'

type Fake = { [C in keyof PeopleWindowCalls]: (params: CallParams<C>) => CallResult<C> }

const AT = Date.UTC(2026, 10, 23, 11, 40)
const DAY_MS = 24 * 3_600_000
const invitation = { id: 'i1', name: '阿明', role: 'agent' as const, teams: [], createdAt: AT, expiresAt: AT + 7 * DAY_MS }
const reach = { open: true, addresses: ['http://192.168.1.20:4710'] }
const line = (n: number, name: string, what: string, outcome = 'done', ref: AuditEntry['ref'] = {}): AuditEntry => ({ n, at: AT + n * 60_000, accountId: name === '' ? null : 'a1', name, seatId: 'desk-2', what, ref, outcome, hash: 'ab'.repeat(32) })

/** People as a small shop has them; nothing that is changed here lasts. */
export const fakePeople: Fake = {
  'people.list': () => ({ sessions: [{ id: 's1', accountId: 'a1', label: 'XIAOYU-PC', createdAt: AT, seenAt: AT + DAY_MS, expiresAt: AT + 14 * DAY_MS, own: false }], invitations: [invitation] }),
  'people.put': () => ({}), 'people.uninvite': () => ({}), 'people.endSession': () => ({}), 'people.password': () => ({}), 'people.join': () => ({}), 'people.signIn': () => ({}), 'people.signOut': () => ({}),
  'people.invite': ({ name, role }) => ({ code: 'K7QD-02MX-9HTR-B3WZ-5NEA-X8PC', invitation: { ...invitation, name, role }, reach }),
  'people.reach': () => reach,
  'people.record': () => ({ entries: [line(5, '小雨', 'send', 'accepted', { conversationId: '01a2066c-9fd4', 'author.kind': 'agent' }), line(4, '小雨', 'policy.put', 'not-permitted'), line(3, '', 'sign-in', 'sign-in', { address: '192.168.1.44' }), line(2, '小雨', 'join', 'done', { role: 'agent' })] }),
  'people.verify': () => ({ lines: 5, head: 'ab'.repeat(32), brokenAt: null }),
  'people.place': () => ({ joined: null, fixed: false }),
}
