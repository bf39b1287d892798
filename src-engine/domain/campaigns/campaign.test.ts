import { describe, expect, test } from 'vitest'
import type { Campaign } from '../../../src-shared/domain/campaign.ts'
import { checkCampaign, hasOldDate, type CampaignPlace } from '../../../src-shared/domain/campaign-check.ts'
import { campaignSpan, campaignState, holdsTopic, runningCampaign } from '../../../src-shared/domain/campaign-time.ts'
import { greetingId, isGreeting } from '../../../src-shared/domain/greeting-id.ts'
import { nightId } from '../night/night-id.ts'

const FROM = Date.UTC(2026, 10, 10, 16)
const DAY = 86_400_000
const by = { id: 's', name: 'S' }
const plan = (over: Partial<Campaign> = {}): Campaign => ({
  id: crypto.randomUUID(), name: '双十一', from: FROM, to: FROM + DAY, capacity: 40, greeting: null, suggestOnly: [], phraseGroup: null, notes: [], warnFraction: null,
  begunAt: null, endedAt: null, madeBy: by, changedBy: by, changedAt: 0, revision: 1, ...over,
})
const phrase = (group: string, zh: string, en = 'words') => ({ group: { zh: group, en: '' }, title: { zh: `${group}一`, en: '' }, code: '', text: { zh, en } })
const place = (over: Partial<CampaignPlace> = {}): CampaignPlace => ({
  now: FROM - 5 * DAY, others: [], phrases: [], answering: ['where_is_order'], leastCapacity: 20,
  dayOf: (at) => { const date = new Date(at + 8 * 3_600_000); return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() } }, ...over,
})
const problems = (campaign: Campaign, over: Partial<CampaignPlace> = {}) => checkCampaign(campaign, place(over)).map(({ code, severity, about }) => `${severity} ${code} ${about}`.trim())

describe('CP-1 a campaign runs by the clock, unless somebody begins or ends it by hand', () => {
  test('prepared, running, over', () => {
    expect([FROM - 1, FROM, FROM + DAY - 1, FROM + DAY].map((at) => campaignState(plan(), at))).toEqual(['prepared', 'running', 'running', 'over'])
    expect(campaignState(plan({ begunAt: FROM - DAY }), FROM - DAY)).toBe('running')
    expect(campaignState(plan({ endedAt: FROM + 5 }), FROM + 5)).toBe('over')
  })
  test('called off before it began it never runs (a plan that comes back to life at midnight)', () => {
    const off = plan({ endedAt: FROM - 2 * DAY })
    expect([campaignState(off, FROM + 1), campaignSpan(off).from >= campaignSpan(off).to]).toEqual(['over', true])
  })
  test('of two that run every desk names the same one', () => {
    const [a, b] = [plan({ from: FROM - 5 }), plan()]
    expect([runningCampaign([a, b], FROM)?.id, runningCampaign([b, a], FROM)?.id, runningCampaign([b], FROM - 1)]).toEqual([a.id, a.id, null])
  })
  test('it holds single topics, or all', () => {
    expect([holdsTopic(plan({ suggestOnly: ['a'] }), 'a'), holdsTopic(plan({ suggestOnly: ['a'] }), 'b'), holdsTopic(plan({ suggestOnly: ['*'] }), null), holdsTopic(plan(), 'a')]).toEqual([true, false, true, false])
  })
})

describe('CP-2 a plan is checked before it runs', () => {
  test('dates that cannot be, and another campaign at the same time, stop it', () => {
    expect(problems(plan({ to: FROM }))).toEqual(['error ends-before'])
    expect(problems(plan(), { now: FROM + 2 * DAY })).toEqual(['error over-already'])
    expect(problems(plan(), { others: [plan({ name: '预售', from: FROM + DAY - 1, to: FROM + 3 * DAY })] })).toEqual(['error overlaps 预售'])
    expect(problems(plan(), { others: [plan({ from: FROM + DAY, to: FROM + 3 * DAY }), plan({ endedAt: FROM - DAY })] })).toEqual([])
  })
  test('phrases with last year’s dates, in one language, or of a group that is empty (last year’s prices told to thousands)', () => {
    const phrases = [phrase('大促', '2025年双十一满减', 'Double 11'), phrase('大促', '活动到11月12日', ''), phrase('平时', '2019')]
    expect(problems(plan({ phraseGroup: '大促' }), { phrases })).toEqual(['warning old-date 大促一', 'warning group-empty-language 大促一'])
    expect(problems(plan({ phraseGroup: '没有' }), { phrases })).toEqual(['warning no-group 没有'])
  })
  test('what changes nothing, gives less room than usual or holds what does nothing anyway', () => {
    expect(problems(plan({ capacity: null }))).toEqual(['warning changes-nothing'])
    expect(problems(plan({ capacity: 10, suggestOnly: ['where_is_order', 'invoice'] }))).toEqual(['warning low-capacity 20', 'warning lifts-nothing invoice'])
  })
  test('an old date is another year, or a day far from these', () => {
    const at = { year: 2026, month: 11 }
    expect(['2025年11月11日', '6月18日开始', 'until Nov 12, 2024'].map((text) => hasOldDate(text, at, at))).toEqual([true, true, true])
    expect(['2026年11月11日', '11月11日', '12月1日前发货', '订单 2188340610072265', '满 300 减 50'].map((text) => hasOldDate(text, at, at))).toEqual([false, false, false, false, false])
    expect(hasOldDate('1月2日发货', { year: 2026, month: 12 }, { year: 2026, month: 12 })).toBe(false)
  })
})

test('CP-3 a greeting is known by its id, one for a conversation and campaign, and nothing else is (a reply that counts as none)', () => {
  const [conversation, campaign] = [crypto.randomUUID(), crypto.randomUUID()]
  const id = greetingId(conversation, campaign)
  expect(greetingId(conversation, campaign)).toBe(id)
  expect(isGreeting(id, conversation)).toBe(true)
  expect([greetingId(conversation, crypto.randomUUID()) === id, isGreeting(id, crypto.randomUUID()), isGreeting(crypto.randomUUID(), conversation), isGreeting(conversation, conversation), isGreeting(nightId(conversation, 'reply', 20_000), conversation)]).toEqual([false, false, false, false, false])
})
