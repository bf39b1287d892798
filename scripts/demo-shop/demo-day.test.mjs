// The recorded day: when customers come, whom they are, what they refer to, and that no two are alike.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DEMO_DAY } from '../../src-shared/domain/demo-day.ts'
import { DIR, ids, readPart, wrong } from './read-shop.mjs'

const [customers, orders, conversations] = ['customers', 'orders', 'conversations'].map(readPart)
const count = (check) => conversations.filter(check).length
const startOf = (c) => c.steps[0].at
/** Conversations that begin in [from, to), written as times of the day. */
const begun = (from, to) => {
  const seconds = (time) => { const [h, m] = time.split(':').map(Number); return h * 3600 + m * 60 - DEMO_DAY.startsAt }
  return count((c) => startOf(c) >= seconds(from) && startOf(c) < seconds(to))
}

test('J-3 steps say when exactly once, a conversation begins at a time and goes forward: a customer who never comes', () => {
  expect(wrong(conversations, (c) => c.steps.every((s) => [s.at, s.afterReply, s.ifNoReply].filter((x) => x !== undefined).length === 1))).toEqual([])
  expect(wrong(conversations, (c) => startOf(c) !== undefined)).toEqual([])
  expect(wrong(conversations, (c) => c.steps.length >= 2 && c.steps.length <= 7)).toEqual([])
  expect(wrong(conversations, (c) => { const at = c.steps.flatMap((s) => s.at ?? []); return at.every((t, i) => i === 0 || t > at[i - 1]) })).toEqual([])
})

test('J-3 the day is quiet in the morning, fuller at noon, and densest at 20:00: a demo that shows no rush', () => {
  expect(begun('09:00', '10:00')).toBeGreaterThanOrEqual(4)
  expect(begun('12:00', '13:00')).toBeGreaterThan(2 * begun('10:00', '11:00'))
  expect(begun('19:55', '20:20')).toBeGreaterThanOrEqual(45)
  expect(begun('22:00', '23:00')).toBeGreaterThanOrEqual(4)
  const hours = Array.from({ length: 14 }, (_, i) => begun(`${9 + i}:00`, `${10 + i}:00`))
  expect(wrong(hours, (n) => n >= 3, String)).toEqual([])
  expect(Math.max(...hours)).toBe(begun('20:00', '21:00'))
})

test('J-3 who begins in the peak window also says there what has a time of its own: a line that the short demo never plays', () => {
  const { from, to } = DEMO_DAY.peakWindow
  const peak = conversations.filter((c) => startOf(c) >= from && startOf(c) <= to)
  expect(peak.length).toBeGreaterThanOrEqual(70)
  expect(peak.filter((c) => startOf(c) < from + 300).length).toBeGreaterThanOrEqual(12)
  expect(wrong(peak, (c) => c.steps.every((s) => s.at === undefined || s.at <= to))).toEqual([])
})

test('J-4 customers, orders and pictures that conversations refer to exist, and a known customer names an order of their own: facts about somebody else', () => {
  expect(wrong(conversations, (c) => c.customerId === null || ids(customers).includes(c.customerId))).toEqual([])
  const ownerOf = new Map(orders.map((o) => [o.no, o.customerId]))
  const numbersIn = (c) => c.steps.flatMap((s) => s.text.match(/\d{16}/g) ?? [])
  expect(wrong(conversations, (c) => numbersIn(c).every((no) => ownerOf.has(no)))).toEqual([])
  expect(wrong(conversations.filter((c) => c.customerId !== null && c.kind !== 'injection'), (c) => numbersIn(c).every((no) => ownerOf.get(no) === c.customerId))).toEqual([])
  const pictures = new Set(conversations.flatMap((c) => c.steps.flatMap((s) => s.picture ?? [])))
  expect(pictures.size).toBeGreaterThanOrEqual(9)
  for (const p of pictures) expect(readFileSync(new URL(`pictures/${p}`, DIR)).length).toBeLessThan(40_000)
})

test('J-4 a stranger who names an order and four digits has the digits of its phone: a script that can never be verified', () => {
  const strangers = conversations.filter((c) => c.customerId === null && c.kind !== 'injection' && c.steps.some((s) => /\d{16}/.test(s.text)))
  expect(strangers.length).toBeGreaterThanOrEqual(4)
  expect(wrong(strangers, (c) => {
    const text = c.steps.map((s) => s.text).join('\n')
    const order = orders.find((o) => text.includes(o.no))
    return text.replace(order.no, '').includes(order.address.phone.slice(-4))
  })).toEqual([])
})

test('J-4 no two conversations say the same, but for the few words that everybody says: copies', () => {
  const said = new Map()
  for (const c of conversations) for (const { text } of c.steps) if ([...text].length >= 7) said.set(text, [...(said.get(text) ?? []), c.id])
  expect([...said].filter(([, by]) => by.length > 1)).toEqual([])
  const openings = conversations.map((c) => c.steps.map((s) => s.text).join('\n'))
  expect(new Set(openings).size).toBe(conversations.length)
  expect(new Set(ids(conversations, 'displayName')).size).toBe(conversations.length)
})

test('J-4 there is some of every kind, in many languages, and about one in ten is angry: a day that is all of one sort', () => {
  const least = { routine: 70, confused: 12, multilingual: 20, angry: 3, 'turning-angry': 10, threat: 5, spam: 2, injection: 3, 'several-orders': 8 }
  expect(wrong(Object.entries(least), ([kind, n]) => count((c) => c.kind === kind) >= n, ([kind]) => kind)).toEqual([])
  const languages = new Set(conversations.flatMap((c) => customers.find((p) => p.id === c.customerId)?.language ?? []))
  expect(languages.size).toBeGreaterThanOrEqual(14)
  const share = count((c) => c.angry) / conversations.length
  expect(share).toBeGreaterThan(0.08)
  expect(share).toBeLessThan(0.18)
  expect(count((c) => c.customerId === null)).toBeGreaterThanOrEqual(12)
})

test('J-4 what the scripts take for granted is so: a parcel asked for that was never sent', () => {
  for (const id of ['d01', 'd03', 'd05', 'd18', 'd24', 'd33']) {
    const { customerId } = conversations.find((c) => c.id === id)
    expect(orders.some((o) => o.customerId === customerId && o.logistics?.status === 'in-transit'), id).toBe(true)
  }
  expect(wrong(conversations.filter((c) => c.kind === 'several-orders'), (c) => orders.filter((o) => o.customerId === c.customerId).length >= 2)).toEqual([])
})
