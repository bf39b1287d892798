import { pino } from 'pino'
import { expect, test } from 'vitest'
import type { Account } from '../../src-shared/domain/account.ts'
import { permits, type Permission, ROLES } from '../../src-shared/domain/roles.ts'
import { SEAT_CALLS, type SeatCall } from '../../src-shared/wire/seat.ts'
import type { Context } from '../context.ts'
import type { Store, WriteTx } from '../store/store.ts'
import type { Actor } from './actor.ts'
import { asPerson } from './as-person.ts'
import { SEAT_PERMISSIONS } from './permissions.ts'
import { outcomeOf, recordedRef } from './recorded-ref.ts'

const CALLS = Object.keys(SEAT_CALLS) as SeatCall[]
const account = (changes: Partial<Account>): Account => ({ id: 'a', name: 'A', role: 'agent', teams: [], skills: [], languages: [], capacity: 1, disabled: false, createdAt: 1, ...changes })

/** A store that takes every line of the record, and counts as if nothing was counted before. */
function contextOf(lines: string[]): Context {
  const tx = { meta: async () => null, setMeta: async () => undefined, count: async () => 1, people: { appendAudit: async (line: { what: string; outcome: string }) => { lines.push(`${line.what} ${line.outcome}`) } } }
  const store = { read: (work: (tx: unknown) => unknown) => work(tx), write: (work: (tx: WriteTx) => unknown) => work(tx as unknown as WriteTx) } as unknown as Store
  return { store, clock: { now: () => 1, after: () => () => undefined }, log: pino({ level: 'silent' }) } as unknown as Context
}

test('AC-1 each call of the protocol asks for what the table says, of every role, and of nobody who is disabled (a call that goes round the table)', async () => {
  for (const role of ROLES) {
    for (const disabled of [false, true]) {
      const actor: Actor = { seatId: 's', sessionId: null, account: account({ role, disabled }) }
      const calls = asPerson(contextOf([]), async () => actor, () => Object.fromEntries(CALLS.map((call) => [call, async () => ({})])) as never)
      for (const call of CALLS) {
        const needs = SEAT_PERMISSIONS[call]
        const permission: Permission = typeof needs === 'function' ? needs({} as never) : needs
        const passed = await calls[call]({} as never).then(() => true, (thrown: Error) => { expect(thrown.message).toContain('not-permitted') })
        expect([role, disabled, call, passed === true]).toEqual([role, disabled, call, !disabled && permits(role, permission)])
      }
    }
  }
})

test('AC-5 the line of a call is written in the transaction of what it did, once, and not where it failed (a change without its line, a line without its change)', async () => {
  const lines: string[] = []
  const context = contextOf(lines)
  const served = (work: (store: Store) => Promise<unknown>) =>
    asPerson(context, async () => ({ seatId: 's', sessionId: null, account: account({ role: 'admin' }) }), (store) => ({ note: () => work(store), lease: () => work(store) }) as never)
  await served(async (store) => {
    await store.write(async () => ({ status: 'accepted' }))
    await store.write(async () => undefined)
  }).note({ id: 'x' } as never)
  await expect(served((store) => store.write(async () => { throw new Error('undone') })).note({} as never)).rejects.toThrow('undone')
  await served((store) => store.write(async () => undefined)).lease({} as never)
  expect(lines).toEqual(['note accepted'])
})

test('AC-6 of an argument the record keeps ids and codes; words, amounts, names and secrets stay out (customers\' words in the record)', () => {
  expect(recordedRef({
    id: '0190', conversationId: 'c1', text: 'private words', name: 'Mrs Li', old: 'secret', password: 'secret2', author: { kind: 'agent', name: 'Amy' },
    action: { kind: 'refund', orderNo: '2026', reason: 'because I said', amount: { amount: 5 } }, paused: true, noteId: 'words with spaces are none', seenIds: ['x'],
  })).toEqual({ id: '0190', conversationId: 'c1', 'author.kind': 'agent', 'action.kind': 'refund', 'action.orderNo': '2026', paused: true })
  expect([outcomeOf({ status: 'conflict' }), outcomeOf({ n: 1 }), outcomeOf({ effect: { outcome: { state: 'refused' } } }), outcomeOf({ outcome: { state: 'done' } }), outcomeOf(null)]).toEqual(['conflict', 'done', 'refused', 'done', 'done'])
})
