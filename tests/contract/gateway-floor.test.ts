import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CampaignFields } from '../../src-shared/domain/campaign.ts'
import { isGreeting } from '../../src-shared/domain/greeting-id.ts'
import type { IncidentFields } from '../../src-shared/domain/incident.ts'
import { SEAT_PERMISSIONS } from '../../src-gateway/seats/permissions.ts'
import { eventually, openSite, type Seat, type Site, type Visitor } from './gateway-harness.ts'

const HOUR = 3_600_000
let site: Site
let boss: Seat
let agent: Seat
beforeAll(async () => {
  site = await openSite()
  boss = await site.seat({ seatId: 'boss', protocol: '1.4' })
  agent = await site.seat({ seatId: 'agent', protocol: '1.4' })
  for (const seat of [boss, agent]) await seat.call('live', {})
})
afterAll(() => site.remove())

const incident = (over: Partial<IncidentFields> = {}): IncidentFields => ({
  name: '顺丰停运', scope: { orderNos: [], productIds: [], carriers: ['顺丰'], regions: [], placedFrom: null, placedTo: null, topics: [] }, wording: { zh: '顺丰停运。', en: 'SF does not run.' },
  compensation: { kind: 'none', upTo: null }, autopilot: 'draft', endsAt: site.clock.now() + HOUR, ...over,
})
const campaign = (over: Partial<CampaignFields> = {}): CampaignFields => ({
  name: '双十一', from: site.clock.now() + HOUR, to: site.clock.now() + 3 * HOUR, capacity: null, greeting: null, suggestOnly: [], phraseGroup: null, notes: [], warnFraction: null, ...over,
})
const codeOf = async (seat: Seat, call: string, params: unknown): Promise<string> => {
  const answer = await seat.ask(call, params)
  return answer.ok ? 'ok' : answer.error.code
}
/** A campaign that runs from now on; `end` ends it. */
async function running(fields: Partial<CampaignFields>): Promise<{ id: string; end: () => Promise<unknown> }> {
  const id = v7()
  await boss.call('campaign.put', { id: v7(), campaignId: id, basedOn: 0, fields: campaign(fields), name: 'B' })
  await boss.call('campaign.switch', { id: v7(), campaignId: id, act: 'begin', name: 'B' })
  return { id, end: () => boss.call('campaign.switch', { id: v7(), campaignId: id, act: 'end', name: 'B' }) }
}
const heardBy = (visitor: Visitor) => visitor.messages.filter(({ author }) => author.kind === 'autopilot').map(({ text }) => text)
const asks = async (text: string): Promise<{ visitor: Visitor; conversationId: string }> => {
  const visitor = await site.visitor()
  await visitor.say(text)
  return { visitor, conversationId: (await agent.heard(text)).conversationId }
}

describe('incidents at the gateway', () => {
  test('IN-11 each change is one event for every seat, once per id, with the one who opened it; after its end nothing of it changes (an incident twice)', async () => {
    const [id, incidentId] = [v7(), v7()]
    const put = { id, incidentId, basedOn: 0, fields: incident(), name: '阿主管' }
    const first = await boss.call('incident.put', put)
    expect(await boss.call('incident.put', put)).toEqual(first)
    expect(first).toMatchObject({ status: 'put', incident: { revision: 1, openedBy: { id: 'boss', name: '阿主管' }, openedAt: site.clock.now() } })
    await eventually(() => { expect(agent.events.filter(({ change }) => change.type === 'incident' && change.incident.id === incidentId)).toHaveLength(1) })
    const other = await agent.call('incident.put', { ...put, id: v7(), fields: incident({ name: '别的' }), basedOn: 0 })
    expect(other).toMatchObject({ status: 'conflict', incident: { name: '顺丰停运' } })
    const end = { id: v7(), incidentId, name: 'B' }
    expect(await boss.call('incident.end', end)).toEqual(await boss.call('incident.end', end))
    expect(await codeOf(boss, 'incident.put', { ...put, id: v7(), basedOn: 2 })).toBe('incident-wrong')
    const { entries } = await boss.call('audit.page', { before: null, limit: 50, accountId: null, what: null })
    expect(entries.filter(({ what }) => what === 'incident.put' || what === 'incident.end').length).toBeGreaterThanOrEqual(2)
    expect(JSON.stringify(entries)).not.toContain('停运')
  })

  test('IN-12 without a scope, with an end that is past, or beyond the policy’s cap it is not opened; only those who lead may (a supervisor who gives what nobody may)', async () => {
    const put = (fields: IncidentFields) => codeOf(boss, 'incident.put', { id: v7(), incidentId: v7(), basedOn: 0, fields, name: 'B' })
    expect(await put(incident({ scope: { ...incident().scope, carriers: [] } }))).toBe('incident-wrong')
    expect(await put(incident({ endsAt: site.clock.now() }))).toBe('incident-wrong')
    expect(await put(incident({ compensation: { kind: 'coupon', upTo: { amount: 2001, currency: 'CNY' } } }))).toBe('policy-refused')
    expect(await put(incident({ compensation: { kind: 'money', upTo: { amount: 2000, currency: 'CNY' } } }))).toBe('ok')
    expect(await put({ ...incident(), compensation: { kind: 'money', upTo: null } })).toBe('bad-request')
    expect((['incident.put', 'incident.end', 'campaign.put', 'campaign.switch'] as const).map((call) => SEAT_PERMISSIONS[call])).toEqual(Array(4).fill('lead'))
  })
})

describe('campaigns at the gateway', () => {
  test('CP-8 while it runs each customer is greeted once, marked as automatic, in their language; they wait on, nobody is greeted in the middle of a talk or while autopilot is paused (a machine that greets twice, and then nobody comes)', async () => {
    const talked = await asks('before the sale')
    const message = await agent.heard('before the sale')
    await agent.reply(message)
    const { id, end } = await running({ greeting: { zh: '大促咨询较多，请稍候。', en: 'It is busy today, please bear with us.' } })
    const { visitor, conversationId } = await asks('where is my parcel')
    await eventually(() => { expect(heardBy(visitor)).toEqual(['It is busy today, please bear with us.']) })
    await visitor.say('hello?')
    await agent.heard('hello?')
    await talked.visitor.say('and one more')
    await agent.heard('and one more')
    const chinese = await asks('在吗')
    await eventually(() => { expect(heardBy(chinese.visitor)).toEqual(['大促咨询较多，请稍候。']) })
    expect([heardBy(visitor).length, heardBy(talked.visitor)]).toEqual([1, []])
    const greeting = agent.events.flatMap(({ change }) => (change.type === 'message' && change.message.conversationId === conversationId ? [change.message] : [])).find(({ author }) => author.kind === 'autopilot')
    expect(isGreeting(greeting?.id ?? '', conversationId)).toBe(true)
    // It answers nothing: for the gateway the customer waits, and is offered to somebody.
    for (const seat of [boss, agent]) await seat.call('presence.tell', { state: 'available', conversationId: null, name: 'X' })
    await eventually(() => {
      site.clock.advance(2000)
      expect(agent.events.some(({ change }) => change.type === 'routing' && change.routing.conversationId === conversationId)).toBe(true)
    })
    await agent.call('pauseAutopilot', { paused: true })
    const quiet = await asks('anybody there')
    await boss.call('pauseAutopilot', { paused: false })
    await end()
    const late = await asks('after the sale')
    expect([heardBy(quiet.visitor), heardBy(late.visitor), id.length]).toEqual([[], [], 36])
  })

  test('CP-10 routing counts with its room while it runs, and with each account’s own before and after (forty customers for one who takes twenty)', async () => {
    const room = async () => (await agent.call('presence.tell', { state: 'available', conversationId: null, name: 'A' })).seats.find(({ seatId }) => seatId === 'agent')?.capacity
    const usual = await room()
    const { end } = await running({ capacity: 41 })
    expect(await room()).toBe(41)
    await end()
    expect(await room()).toBe(usual)
  })

  test('CP-11 an automatic reply in a topic that it holds is refused whatever the seat thinks; two campaigns never run at once (a desk with an old pack)', async () => {
    const { conversationId } = await asks('status of my order')
    const message = await agent.heard('status of my order')
    const { end } = await running({ suggestOnly: ['where_is_order'] })
    await agent.call('lease', { conversationId, want: true })
    const says = (intent: string) => agent.call('send', { id: v7(), conversationId, text: 'on its way', attachments: [], author: { kind: 'autopilot', name: 'S' }, basedOnSeq: message.seq, intent })
    expect(await says('where_is_order')).toMatchObject({ status: 'conflict', reason: 'paused' })
    expect(await codeOf(boss, 'campaign.put', { id: v7(), campaignId: v7(), basedOn: 0, fields: campaign({ from: site.clock.now() }), name: 'B' })).toBe('campaign-wrong')
    expect(await codeOf(boss, 'campaign.put', { id: v7(), campaignId: v7(), basedOn: 0, fields: campaign({ to: site.clock.now() + HOUR }), name: 'B' })).toBe('campaign-wrong')
    await end()
    expect(await says('where_is_order')).toMatchObject({ status: 'accepted' })
  })
})
