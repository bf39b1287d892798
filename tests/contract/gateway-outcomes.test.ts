import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ToldCounts, ToldTopic } from '../../src-shared/domain/outcome-counts.ts'
import type { Role } from '../../src-shared/domain/roles.ts'
import { SHOP_TIME_ZONE } from '../../src-shared/domain/shop-zone.ts'
import { calendarDay } from '../../src-shared/domain/wall.ts'
import { SignedIn } from '../../src-shared/wire/seat-people.ts'
import { openSite, type Seat, type Site } from './gateway-harness.ts'

const DAY_MS = 24 * 3_600_000
let site: Site
let boss: Seat
beforeEach(async () => {
  site = await openSite()
  boss = await site.seat({ seatId: 'boss' })
})
afterEach(() => site.remove())

/** Somebody whom the boss invited, at a desk of that name. */
async function colleague(name: string, role: Role = 'agent', seatId = `desk of ${name}`): Promise<Seat> {
  const { code } = await boss.call('people.invite', { name, role, teams: [] })
  const answer = await fetch(`${site.ready.seatUrl}/invitation`, { method: 'POST', body: JSON.stringify({ code, name, password: 'correct horse battery', seatId, label: name }) })
  return site.seat({ seatId, token: SignedIn.parse(await answer.json()).token })
}
const agents = (...names: string[]) => Promise.all(names.map((name) => colleague(name)))

/** @param ago 0: today */
const day = (ago: number): string => calendarDay(site.clock.now(), SHOP_TIME_ZONE, -ago)
const tell = (seat: Seat, ago: number, topics: { [topic in ToldTopic]?: ToldCounts }) =>
  seat.call('outcomes.tell', { days: [{ day: day(ago), topics: Object.entries(topics).map(([topic, counts]) => ({ topic: topic as ToldTopic, counts })) }] })
const read = (days: 7 | 28 = 7, seat = boss) => seat.call('outcomes.read', { days })
const code = (answer: Awaited<ReturnType<Seat['ask']>>): string => (answer.ok ? 'ok' : answer.error.code)

test('DF-6 only who may lead reads the team’s figures, only who answers tells any, under their own name; the answer names nobody (an agent’s figures on a colleague’s screen)', async () => {
  const [agent, reader, supervisor] = [await colleague('Amy'), await colleague('Ben', 'reader'), await colleague('Sue', 'supervisor')]
  expect([code(await agent.ask('outcomes.read', { days: 7 })), code(await reader.ask('outcomes.tell', { days: [] })), code(await reader.ask('outcomes.read', { days: 7 }))]).toEqual(['not-permitted', 'not-permitted', 'not-permitted'])
  for (const seat of [agent, supervisor, boss]) await tell(seat, 1, { damaged: { unchanged: 9 } })
  const figures = await read(7, supervisor)
  expect(figures).toEqual({ people: 3, waiting: false, topics: [{ topic: 'damaged', from: day(1), counts: { unchanged: 27 } }], days: [{ day: day(1), counts: { unchanged: 27 } }] })
  expect(JSON.stringify(figures)).not.toMatch(/Amy|Sue|desk|boss/)
})

test('DF-7 a day that is told again replaces what was told of it, also after a lost answer and a restart of the gateway; another desk’s and another person’s stay (replies counted twice)', async () => {
  const [amy, ben] = await agents('Amy', 'Ben')
  if (!amy || !ben) throw new Error('nobody')
  await tell(amy, 0, { damaged: { unchanged: 4 }, ship_when: { light: 2 } })
  await tell(amy, 0, { damaged: { unchanged: 4 }, ship_when: { light: 2 } })
  await tell(ben, 0, { damaged: { unchanged: 8 } })
  await tell(boss, 0, { damaged: { heavy: 8 } })
  await site.restart()
  const [again, chief] = [await site.seat({ seatId: 'desk of Cid' }), await site.seat({ seatId: 'boss' })]
  await tell(again, 0, { damaged: { refused: 7 } })
  await tell(again, 0, { damaged: { refused: 6 } })
  site.clock.advance(DAY_MS)
  expect(await read(7, chief)).toMatchObject({ people: 3, waiting: true, topics: [{ topic: 'damaged', counts: { unchanged: 12, heavy: 8, refused: 6 } }] })
  // Once summed it is not summed again, whoever asks and however often.
  await tell(again, 1, { damaged: { refused: 6 } })
  expect((await read(28, chief)).topics).toEqual((await read(7, chief)).topics)
})

test('DF-8 what rests on too few is withheld, and neither another period, another day nor a late telling gives it away by the difference (one agent’s day read off between two looks)', async () => {
  const [amy, ben, cid] = await agents('Amy', 'Ben', 'Cid')
  if (!amy || !ben || !cid) throw new Error('nobody')
  const refused = async (days: 7 | 28) => (await read(days)).topics.reduce((sum, { counts }) => sum + (counts.refused ?? 0), 0)
  for (const seat of [amy, ben, cid]) await tell(seat, 20, { damaged: { unchanged: 10 } })
  // Amy alone within the last seven days, and within the 21 before: 28 days less 7 would be hers.
  await tell(amy, 3, { damaged: { refused: 40 } })
  await tell(amy, 15, { ship_when: { refused: 40 } })
  expect(await read(7)).toMatchObject({ topics: [], days: [], waiting: true })
  expect([await refused(7), await refused(28)]).toEqual([0, 0])
  // Two of them are not enough either, nor is a third with one reply.
  await tell(ben, 3, { damaged: { refused: 40 } })
  expect(await refused(28)).toBe(0)
  await tell(cid, 3, { damaged: { refused: 1 } })
  expect(await refused(28)).toBe(0)
  await tell(cid, 3, { damaged: { refused: 10 } })
  expect(await refused(28)).toBe(90)
  // Told late of a day that was shown already: the figures of that day stay as they were.
  const before = await read(28)
  await tell(amy, 20, { damaged: { unchanged: 10, heavy: 30 } })
  expect(await read(28)).toEqual({ ...before, waiting: true })
  // Under "others" after a week, once enough are in it.
  await tell(ben, 9, { invoice_fix: { light: 25 } })
  expect((await read(28)).topics.find(({ topic }) => topic === 'others')).toBeUndefined()
  await tell(cid, 9, { order_cancel: { light: 25 } })
  expect((await read(28)).topics.find(({ topic }) => topic === 'others')).toMatchObject({ counts: { refused: 40, heavy: 30, light: 50 } })
})

test('DF-8 three desks of one person are one person; days that are not over, too old or still to come are in no figure; what is no count is refused (a made-up team)', async () => {
  const ann = await colleague('Ann')
  for (const seatId of ['two', 'three']) {
    const answer = await fetch(`${site.ready.seatUrl}/session`, { method: 'POST', body: JSON.stringify({ name: 'Ann', password: 'correct horse battery', seatId, label: '' }) })
    await tell(await site.seat({ seatId, token: SignedIn.parse(await answer.json()).token }), 1, { damaged: { heavy: 30 } })
  }
  await tell(ann, 1, { damaged: { heavy: 30 } })
  expect(await read()).toMatchObject({ people: 1, topics: [], waiting: true })
  const [ben, cid] = await agents('Ben', 'Cid')
  for (const seat of [ann, ben, cid]) for (const ago of [0, -1, 40]) if (seat) await tell(seat, ago, { where_is_order: { unchanged: 30 } })
  expect((await read(28)).topics).toEqual([])
  const wrong = (days: unknown) => boss.ask('outcomes.tell', { days }).then(code)
  expect(await wrong([{ day: day(1), topics: [{ topic: 'damaged', counts: { words: 1 } }] }])).toBe('bad-request')
  expect(await wrong([{ day: 'yesterday', topics: [] }])).toBe('bad-request')
  expect(await wrong([{ day: day(1), topics: [{ topic: 'damaged', counts: { heavy: -3 } }] }])).toBe('bad-request')
  expect(code(await boss.ask('outcomes.read', { days: 3 }))).toBe('bad-request')
  site.clock.advance(DAY_MS)
  expect((await read(28)).topics).toEqual([{ topic: 'where_is_order', from: day(1), counts: { unchanged: 90 } }])
  site.clock.advance(28 * DAY_MS)
  expect(await read(28)).toEqual({ people: 0, waiting: false, topics: [], days: [] })
})
