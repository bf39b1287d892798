import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listCampaigns } from '../../src-engine/flows/campaigns/list-campaigns.ts'
import { putCampaign, switchCampaign } from '../../src-engine/flows/campaigns/put-campaign.ts'
import { findPhrases } from '../../src-engine/flows/find-phrases.ts'
import { guardReply } from '../../src-engine/flows/guard-reply.ts'
import { deskState, listInbox } from '../../src-engine/flows/inbox.ts'
import { listIncidents, tryIncident } from '../../src-engine/flows/incidents/list-incidents.ts'
import { prepareTelling } from '../../src-engine/flows/incidents/prepare-telling.ts'
import { endIncident, putIncident } from '../../src-engine/flows/incidents/put-incident.ts'
import { sendReply } from '../../src-engine/flows/send-reply.ts'
import { currentDraft, readThread } from '../../src-engine/flows/thread.ts'
import type { CampaignFields } from '../../src-shared/domain/campaign.ts'
import { greetingId } from '../../src-shared/domain/greeting-id.ts'
import type { IncidentFields } from '../../src-shared/domain/incident.ts'
import type { Policy } from '../../src-shared/domain/policy.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { orderOnItsWay, undoPolicy } from '../support/shop.ts'
import { speaks } from '../support/workflow-shop.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WORDS = '您好，订单{order}所在的杭州转运中心暴雨，会晚两天，预计9月30日前送到。'

let gateway: MemoryGateway
let desk: Desk
let other: Desk
let chat: string

beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway)
  other = openDesk(gateway, { seatId: 'other-desk' })
  gateway.publish({ type: 'policy', policy: policy('suggest', 1) })
  gateway.publish({ type: 'customer', customer: speaks('zh'), orders: [orderOnItsWay(gateway.now)] })
  await desk.connect()
  await other.connect()
  chat = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.customerWrites(chat, '我的物流到哪了')
  await both()
})
afterEach(() => {
  expect([...desk.errors, ...other.errors]).toEqual([])
  desk.kill()
  other.store.close()
})

/** Where "where is my order" stands. */
function policy(level: 'suggest' | 'undo', version: number): Policy {
  const { intents, ...rest } = undoPolicy(30)
  return { ...rest, version, intents: Object.fromEntries(Object.entries(intents).map(([topic, row]) => [topic, { ...row, level }])), guard: { compensationCap: 20, currency: 'CNY' } }
}
/** From now on autopilot answers by itself; the customer asks once more. */
async function letsAutopilot(): Promise<void> {
  gateway.publish({ type: 'policy', policy: policy('undo', 2) })
  gateway.customerWrites(chat, '我的物流到哪了')
  await both()
}

async function both(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await desk.idle()
    await other.idle()
  }
}
const NOTHING: IncidentFields['scope'] = { orderNos: [], productIds: [], carriers: [], regions: [], placedFrom: null, placedTo: null, topics: [] }
const incident = (over: Partial<IncidentFields> = {}): IncidentFields => ({
  name: '杭州转运中心暴雨', scope: { ...NOTHING, carriers: ['中通'], regions: ['浙江'] }, wording: { zh: WORDS, en: 'Order {order} is two days late because of heavy rain; it arrives by 30 September.' },
  compensation: { kind: 'money', upTo: { amount: 1000, currency: 'CNY' } }, autopilot: 'draft', endsAt: gateway.now + DAY, ...over,
})
async function opens(fields = incident(), from: Desk = desk, basedOn = 0, id: string = v7()): Promise<string> {
  await putIncident(from.engine, { incidentId: id, basedOn, fields })
  await both()
  return id
}
const row = (of: Desk, id = chat) => listInbox(of.engine).find((one) => one.id === id)
const lines = (of: Desk, id = chat) => readThread(of.engine, id, null, 20).incidents ?? []
const draft = (of: Desk, id = chat) => currentDraft(of.engine, id)
const refusal = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (thrown: unknown) => (thrown as { code: string }).code)

describe('incidents', () => {
  test('IN-3 opened at one desk every desk tells it at once: above the conversation, in the queue, and the draft begins with its words as a source of their own (an agent who promises Friday)', async () => {
    expect([row(other)?.chip, lines(other)]).toEqual([null, []])
    const id = await opens()
    for (const one of [desk, other]) {
      expect(row(one)?.chip).toBe('incident')
      expect(lines(one)).toMatchObject([{ id, name: '杭州转运中心暴雨', orderNo: orderOnItsWay(0).no, told: false, words: { zh: WORDS.replace('{order}', orderOnItsWay(0).no) }, allowed: { zh: '可补偿不超过 10元' } }])
      expect(draft(one)?.text).toContain('预计9月30日前送到')
      expect(draft(one)?.citations).toContainEqual(expect.objectContaining({ kind: 'incident', id: `incident:${id}`, title: '杭州转运中心暴雨' }))
      expect(draft(one)?.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    }
    expect(other.patches.some((patch) => patch.kind === 'context' && patch.conversationId === chat)).toBe(true)
  })

  test('IN-4 its dates and amounts are the shop’s word for the guard, in that conversation only (a true date that is marked as made up)', async () => {
    const text = '您好，这单会晚到，预计9月30日前送到。'
    const found = () => guardReply(desk.engine, { conversationId: chat, text }).findings.map(({ text: words }) => words).join()
    expect(found()).toContain('9月30日')
    await opens()
    expect(found()).not.toContain('9月30日')
  })

  test('IN-5 whoever comes later is touched as well, whoever is not affected is left alone, and the order of an unverified visitor is nobody’s', async () => {
    await opens()
    const [later, stranger] = [gateway.open('陈静二', { customerId: 'c001', verification: 'channel' }), gateway.open('访客')]
    gateway.customerWrites(later, '物流怎么还没动')
    gateway.customerWrites(stranger, '物流怎么还没动')
    await both()
    expect([row(other, later)?.chip, row(other, stranger)?.chip, lines(other, stranger)]).toEqual(['incident', null, []])
    expect([draft(other, later)?.text.includes('暴雨'), draft(other, stranger)?.text.includes('暴雨')]).toEqual([true, false])
    gateway.publish({ type: 'customer', customer: speaks('zh'), orders: [{ ...orderOnItsWay(gateway.now), address: { ...orderOnItsWay(0).address, region: '广东省广州市' } }] })
    await both()
    expect([row(other, later)?.chip, lines(other, later)]).toEqual([null, []])
  })

  test('IN-6 changed it counts at once; ended, by hand or by the clock, it leaves lines, queue and drafts (words of yesterday’s storm)', async () => {
    const id = await opens()
    await opens(incident({ wording: { zh: '暴雨，改为10月2日前送到。', en: 'By 2 October.' } }), other, 1, id)
    expect([lines(desk)[0]?.words.zh, draft(desk)?.text.includes('10月2日')]).toEqual(['暴雨，改为10月2日前送到。', true])
    await endIncident(desk.engine, id)
    await both()
    for (const one of [desk, other]) expect([row(one)?.chip, lines(one), draft(one)?.text.includes('10月2日')]).toEqual([null, [], false])
    await opens()
    gateway.now += DAY
    await desk.pass(1)
    await other.pass(0)
    for (const one of [desk, other]) expect([row(one)?.chip, lines(one), draft(one)?.text.includes('暴雨')]).toEqual([null, [], false])
  })

  test('IN-7 a desk without its line tells what it knows, over a restart too, and stops by its own clock; opening one needs the line (an incident that some desks never hear of)', async () => {
    await opens()
    desk.cut()
    expect(await refusal(putIncident(desk.engine, { incidentId: v7(), basedOn: 0, fields: incident() }))).toBe('needs-line')
    const listener = gateway.onEvents
    const dir = desk.kill()
    gateway.onEvents = listener
    desk = openDesk(gateway, { dir })
    desk.engine.wake('wakeups')
    await desk.pass(0)
    expect([row(desk)?.chip, lines(desk).length, draft(desk)?.text.includes('暴雨')]).toEqual(['incident', 1, true])
    gateway.now += DAY
    await desk.pass(60_000)
    expect([row(desk)?.chip, lines(desk), draft(desk)?.text.includes('暴雨')]).toEqual([null, [], false])
  })

  test('IN-8 autopilot only drafts in what it touches, stops what was on its way, and goes by its levels where the incident says so (a machine that promises against it)', async () => {
    await letsAutopilot()
    expect(desk.store.runs.latest(chat)?.state).toBe('undo')
    const id = await opens()
    expect(desk.store.runs.latest(chat)?.state).toBe('handed-over')
    await desk.pass(40_000)
    expect(gateway.thread(chat).filter(({ author }) => author.kind === 'autopilot')).toEqual([])
    const later = gateway.open('陈静二', { customerId: 'c001', verification: 'channel' })
    gateway.customerWrites(later, '我的物流到哪了')
    await desk.idle()
    expect(desk.store.runs.latest(later)).toBeNull()
    await opens(incident({ autopilot: 'as-usual' }), desk, 1, id)
    expect(desk.store.runs.latest(later)?.state).toBe('undo')
  })

  test('IN-9 a draft lies before everybody who waits and was not told, and nothing is sent; whoever was told counts as told (a mass message by itself)', async () => {
    const id = await opens()
    const second = gateway.open('陈静二', { customerId: 'c001', verification: 'channel' })
    gateway.customerWrites(second, '在吗')
    await both()
    const heard = (of: Desk) => of.patches.filter(({ kind }) => kind === 'team').length
    const counts = (of: Desk) => listIncidents(of.engine).incidents[0]?.affected.map(({ conversationId, told, draft: ready }) => [conversationId === chat ? 'first' : 'second', told, ready])
    expect(prepareTelling(desk.engine, id)).toEqual({ prepared: 2, first: chat })
    await both()
    expect([draft(desk)?.text, draft(desk, second)?.text]).toEqual([WORDS.replace('{order}', orderOnItsWay(0).no), WORDS.replace('{order}', orderOnItsWay(0).no)])
    expect([...gateway.thread(chat), ...gateway.thread(second)].filter(({ author }) => author.kind !== 'customer')).toEqual([])
    expect(counts(desk)).toEqual([['first', false, true], ['second', false, true]])
    const [own] = [draft(desk)]
    const heardBefore = heard(other)
    sendReply(desk.engine, { id: v7(), conversationId: chat, text: `陈女士，${own?.text ?? ''}抱歉！`, attachments: [], quoteId: null, basedOnSeq: 1, draftId: own?.id ?? null }, '小雅')
    await both()
    expect(counts(other)).toEqual([['second', false, true], ['first', true, false]])
    // A colleague's window that shows the list asks anew.
    expect(heard(other)).toBeGreaterThan(heardBefore)
    expect([row(other)?.chip, lines(other)[0]?.told, prepareTelling(desk.engine, id).prepared]).toEqual([null, true, 1])
  })

  test('IN-10 before it is opened it says whom it would touch; a colleague’s change is not overwritten (two supervisors, one of them lost)', async () => {
    expect([tryIncident(desk.engine, { scope: incident().scope, openedAt: null }), tryIncident(desk.engine, { scope: { ...NOTHING, carriers: ['顺丰'] }, openedAt: null }).count]).toEqual([{ count: 1, names: ['陈静'] }, 0])
    const id = await opens()
    await opens(incident({ name: '甲' }), other, 1, id)
    expect(await refusal(putIncident(desk.engine, { incidentId: id, basedOn: 1, fields: incident({ name: '乙' }) }))).toBe('changed-meanwhile')
    expect(listIncidents(desk.engine).incidents[0]?.name).toBe('甲')
    expect(await refusal(putIncident(desk.engine, { incidentId: v7(), basedOn: 0, fields: incident({ compensation: { kind: 'money', upTo: { amount: 2001, currency: 'CNY' } } }) }))).toBe('policy-refused')
  })
})

const campaign = (over: Partial<CampaignFields> = {}): CampaignFields => ({
  name: '双十一', from: gateway.now + HOUR, to: gateway.now + 3 * HOUR, capacity: 40, greeting: null, suggestOnly: [], phraseGroup: null, notes: [], warnFraction: 0.2, ...over,
})
const prepares = async (fields: CampaignFields): Promise<string> => {
  const id = v7()
  await putCampaign(desk.engine, { campaignId: id, basedOn: 0, fields })
  await both()
  return id
}

describe('drafts beside an incident', () => {
  const dates = (of: Desk) => [...(draft(of)?.text.matchAll(/\d+月\d+日/g) ?? [])].map(([day]) => day)
  test('IN-14 no date of the order’s own stands beside the words that have overtaken it, before and after they were told, and nobody is greeted twice (a delay, and below it the old day)', async () => {
    const [own] = dates(desk)
    expect(own).toMatch(/月/)
    await opens()
    expect([dates(desk), draft(desk)?.text.match(/您好/g)?.length]).toEqual([['9月30日'], 1])
    sendReply(desk.engine, { id: v7(), conversationId: chat, text: draft(desk)?.text ?? '', attachments: [], quoteId: null, basedOnSeq: 1, draftId: null }, '小雅')
    await both()
    gateway.customerWrites(chat, '那物流到底哪天到')
    await both()
    expect(lines(desk)[0]?.told).toBe(true)
    expect(dates(desk)).not.toContain(own)
  })
})

describe('campaigns', () => {
  test('CP-4 it begins and ends by itself on every desk, also on one without its line, with the clocks’ warning (a desk that stays in peak mode for ever)', async () => {
    const usual = row(desk)?.clock?.warnAt ?? 0
    const id = await prepares(campaign())
    expect([deskState(desk.engine).peak, listCampaigns(desk.engine).campaigns[0]?.state]).toEqual([null, 'prepared'])
    desk.cut()
    await desk.pass(HOUR)
    await other.pass(0)
    for (const one of [desk, other]) {
      expect(deskState(one.engine).peak).toMatchObject({ id, name: '双十一' })
      expect(one.patches.findLast((patch) => patch.kind === 'desk')).toMatchObject({ state: { peak: { id } } })
      expect(row(one)?.clock?.warnAt).toBeLessThan(usual)
    }
    await desk.pass(2 * HOUR)
    await other.pass(0)
    for (const one of [desk, other]) expect([deskState(one.engine).peak, row(one)?.clock?.warnAt, listCampaigns(one.engine).campaigns[0]?.state]).toEqual([null, usual, 'over'])
  })

  test('CP-5 its phrases stand on top and its notes are found only while it runs (a sales rule told a week later)', async () => {
    gateway.publish({ type: 'phrase', phrase: { id: 'p1', scope: 'team', code: 'aa', group: { zh: '平时', en: '' }, title: { zh: '甲', en: '' }, text: { zh: '甲', en: '' }, pictures: [], updatedAt: 0 } })
    gateway.publish({ type: 'phrase', phrase: { id: 'p2', scope: 'team', code: 'zz', group: { zh: '大促', en: '' }, title: { zh: '乙', en: '' }, text: { zh: '乙', en: '' }, pictures: [], updatedAt: 0 } })
    const note = { id: v7(), title: { zh: '双十一价保规则', en: 'Price promise' }, body: { zh: '双十一价保三十天，降价退差价。', en: 'Prices are held for thirty days.' }, audience: 'customer' as const }
    await prepares(campaign({ phraseGroup: '大促', notes: [note] }))
    const top = () => findPhrases(other.engine, chat, '', 10, 'A').hits[0]?.id
    const found = () => other.engine.knowledge().search('双十一价保', { language: 'zh', audience: 'any', topics: [], k: 3 }).map(({ article }) => article.title.zh)
    expect([top(), found()]).toEqual(['p1', []])
    await other.pass(HOUR)
    expect([top(), found()]).toEqual(['p2', ['双十一价保规则']])
    await other.pass(2 * HOUR)
    expect([top(), found()]).toEqual(['p1', []])
  })

  test('CP-6 while it runs autopilot prepares and sends nothing in its topics; by hand it begins and ends at once (a machine that talks on a day that was to be people’s)', async () => {
    await letsAutopilot()
    const id = await prepares(campaign({ suggestOnly: ['where_is_order'] }))
    await switchCampaign(desk.engine, { campaignId: id, act: 'begin' })
    await both()
    expect(deskState(other.engine).peak?.id).toBe(id)
    await desk.pass(40_000)
    expect(gateway.thread(chat).filter(({ author }) => author.kind === 'autopilot')).toEqual([])
    await switchCampaign(desk.engine, { campaignId: id, act: 'end' })
    await both()
    expect([deskState(other.engine).peak, listCampaigns(desk.engine).campaigns[0]?.state]).toEqual([null, 'over'])
    expect(await refusal(putCampaign(desk.engine, { campaignId: id, basedOn: 3, fields: campaign() }))).toBe('campaign-wrong')
  })

  test('CP-7 a greeting answers nobody on a desk: the customer waits on, the draft stays, the last line is theirs (a queue that is empty because a machine said hello)', async () => {
    const before = row(desk)
    const text = draft(desk)?.text
    gateway.publish({ type: 'message', message: { id: greetingId(chat, v7()), conversationId: chat, seq: 2, at: gateway.now, author: { kind: 'autopilot', id: 'gateway', name: '店' }, text: '您好，咨询较多，请稍候。', attachments: [] } })
    await both()
    expect(row(desk)).toMatchObject({ waitingSince: before?.waitingSince, lastLine: before?.lastLine, lastBy: 'customer', section: before?.section })
    expect([draft(desk)?.text, readThread(desk.engine, chat, null, 20).messages.length]).toEqual([text, desk.store.outbox.of(chat).length + 2])
  })
})
