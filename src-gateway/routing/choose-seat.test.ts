import { describe, expect, test } from 'vitest'
import { type Candidate, chooseSeat, type Wish } from './choose-seat.ts'
import { inQueueOrder, queueReasons, type Waiting } from './queue-order.ts'

const seat = (seatId: string, change: Partial<Omit<Candidate, 'account'>> & { account?: Partial<Candidate['account']> } = {}): Candidate => {
  const { account, ...rest } = change
  return { seatId, name: seatId, state: 'available', load: 0, ...rest, account: { role: 'agent', disabled: false, skills: [], languages: [], teams: [], capacity: 5, ...account } }
}
const wish = (change: Partial<Wish> = {}): Wish => ({ group: null, emotion: 0, language: '', previousSeat: null, team: null, passed: [], ...change })
const chosen = (w: Wish, seats: readonly Candidate[]): string | null => chooseSeat(w, seats).seat?.seatId ?? null
const codes = (w: Wish, seats: readonly Candidate[]): string[] => chooseSeat(w, seats).why.map(({ code }) => code)

describe('whom a conversation is offered to', () => {
  test('RO-1 who answered before, then skill, then language, then the least load decides (a customer tells everything again to a stranger)', () => {
    const seats = [seat('a', { load: 4 }), seat('b', { account: { skills: ['refund'] } }), seat('c', { account: { languages: ['en'] } }), seat('d', { load: 1 })]
    expect(chosen(wish({ previousSeat: 'a', group: 'refund', language: 'en' }), seats)).toBe('b')
    expect(chosen(wish({ previousSeat: 'a' }), seats)).toBe('a')
    expect(chosen(wish({ group: 'refund', language: 'en' }), seats)).toBe('b')
    expect(chosen(wish({ language: 'en' }), seats)).toBe('c')
    expect(chosen(wish(), [seat('x', { load: 3 }), seat('y', { load: 1 })])).toBe('y')
    expect(codes(wish({ group: 'refund' }), seats)).toEqual(['skill'])
  })

  test('RO-1 somebody who may lead is better for the very angry (the newest agent gets the worst call)', () => {
    const seats = [seat('agent'), seat('boss', { load: 1, account: { role: 'supervisor' } })]
    expect([chosen(wish({ emotion: 2 }), seats), chosen(wish({ emotion: 3 }), seats)]).toEqual(['agent', 'boss'])
  })

  test('RO-2 nobody is chosen, and why is said, where nobody is here, in the team, free or left to ask (a customer put on a desk where nobody sits)', () => {
    expect(codes(wish(), [seat('a', { state: 'away' }), seat('b', { state: 'busy' }), seat('c', { account: { role: 'reader' } }), seat('d', { account: { disabled: true } })])).toEqual(['nobody-here'])
    expect(codes(wish({ team: 'vip' }), [seat('a')])).toEqual(['nobody-in-team'])
    expect(codes(wish(), [seat('a', { load: 5 }), seat('b', { account: { capacity: 0 } })])).toEqual(['everybody-full'])
    expect(codes(wish({ passed: ['a'] }), [seat('a')])).toEqual(['not-opened'])
  })

  test('RO-2 over a thousand made-up shops: never over capacity, never to who is not here, always with a reason, and the order of the list changes nothing', () => {
    let state = 20_261_128
    const pick = (below: number): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % below
    const some = <T>(all: readonly T[]): T[] => all.filter(() => pick(2) === 0)
    for (let shop = 0; shop < 1000; shop++) {
      const seats = Array.from({ length: pick(6) }, (_, index) => seat(`s${index}`, {
        state: (['available', 'busy', 'away', 'offline'] as const)[pick(4)] ?? 'offline', load: pick(4),
        account: { role: (['agent', 'supervisor', 'admin', 'reader'] as const)[pick(4)] ?? 'reader', capacity: pick(4), disabled: pick(5) === 0, skills: some(['refund', 'order']), languages: some(['zh', 'en']), teams: some(['vip']) },
      }))
      const asked = wish({ group: pick(2) === 0 ? 'refund' : null, emotion: pick(4), language: pick(2) === 0 ? 'zh' : '', previousSeat: `s${pick(6)}`, team: pick(3) === 0 ? 'vip' : null, passed: some(['s0', 's1']) })
      const { seat: best, why } = chooseSeat(asked, seats)
      expect(why.length, `shop ${shop}`).toBeGreaterThan(0)
      expect(chosen(asked, [...seats].reverse()), `shop ${shop}`).toBe(best?.seatId ?? null)
      if (best === null) continue
      expect(best.state === 'available' && best.load < best.account.capacity && !best.account.disabled && best.account.role !== 'reader' && !asked.passed.includes(best.seatId), `shop ${shop}`).toBe(true)
      if (asked.team !== null) expect(best.account.teams).toContain(asked.team)
    }
  })
})

describe('who comes first', () => {
  const waits = (conversationId: string, change: Partial<Waiting> = {}): Waiting => ({ conversationId, emotion: 0, level: null, since: 0, dueAt: null, ...change })
  const order = (...all: Waiting[]): string[] => inQueueOrder(all).map(({ conversationId }) => conversationId)

  test('RO-3 the angriest first, then whose clock runs out first, then the longest wait; a gold customer a minute earlier (the loudest clock is not the longest wait)', () => {
    expect(order(waits('calm', { since: -900_000 }), waits('uneasy', { emotion: 1 }), waits('angry', { emotion: 3 }), waits('cross', { emotion: 2 }))).toEqual(['angry', 'cross', 'calm', 'uneasy'])
    expect(order(waits('later', { dueAt: 90_000 }), waits('usual', { since: 0 }), waits('soon', { since: 60_000, dueAt: 80_000 }))).toEqual(['soon', 'later', 'usual'])
    expect(order(waits('new', { dueAt: 100_000, level: 'new' }), waits('gold', { dueAt: 150_000, level: 'gold' }), waits('silver', { dueAt: 140_000, level: 'silver' }))).toEqual(['gold', 'new', 'silver'])
    expect(queueReasons(waits('x', { emotion: 3, level: 'gold' })).map(({ code }) => code)).toEqual(['urgent', 'valued'])
  })
})
