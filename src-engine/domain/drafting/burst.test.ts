import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Topic } from '../../../src-shared/domain/triage.ts'
import { draftLocally } from './local.ts'
import { parseTemplates } from './templates.ts'
import { customerSays, HOUR, input, NOW, order, PAID, verdict, weSay } from './testing.ts'
import type { DraftInput, Turn } from './types.ts'

const folder = new URL('../../../resources/templates/', import.meta.url)
const templates = parseTemplates(readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown))
const draft = (change: Parameters<typeof input>[1], more: Partial<DraftInput> = {}) => draftLocally({ ...input(templates, change), ...more })
/** A bubble as triage read it. */
const bubble = (text: string, change: Parameters<typeof verdict>[0]): Turn => ({ ...customerSays(text), verdict: verdict(change) })

describe('D-17 all unanswered bubbles are the question', () => {
  test('D-17 a second bubble without a topic does not hide what the first asked (a train ride got the warranty of bags)', () => {
    const history = [bubble('耳机几时到', { topics: ['where_is_order'] }), customerSays('周五的火车')]
    expect(draft({ history }).text).toMatch(/73100299881726/)
  })

  test('D-17 three questions in three bubbles get an answer each, in their order (the last one buried the others)', () => {
    const history = [bubble('台灯那单取消', { topics: ['order_cancel'] }), bubble('耳机到哪了', { topics: ['where_is_order'] }), customerSays('台灯地址也发我核对下')]
    const bubbles = draft({ history, topics: ['order_lookup'] as Topic[], orders: [order(), PAID], text: '' }).text.split('\n\n')
    expect(bubbles).toHaveLength(3)
    expect(bubbles[0]).toMatch(/取消/)
    expect(bubbles[1]).toMatch(/73100299881726/)
  })

  test('D-17 anger in the first bubble is answered as anger though the second is a bare number', () => {
    const history = [bubble('五天了 骗子店', { topics: ['ship_when'], level: 3 }), customerSays('订单2188340610072265 自己看')]
    expect(draft({ history, verified: false, acts: ['provide_info'] }).text).toMatch(/抱歉/)
  })

  test('D-17 an advertiser stays one in the next bubble', () => {
    const history = [bubble('代运营 首月免费', { marks: ['spam_ad'] }), customerSays('方便留个联系方式吗')]
    expect(draft({ history, verified: false })).toMatchObject({ state: 'none', reason: 'spam' })
  })

  test('D-17 what we have answered is not asked any more', () => {
    const history = [bubble('耳机几时到', { topics: ['where_is_order'] }), weSay('好的'), customerSays('我先忙')]
    expect(draft({ history, acts: ['hold_on'] }).text).not.toMatch(/73100299881726/)
  })

  test('D-17 "好的" after a statement of ours brings the matter up no more; after a question it does', () => {
    const after = (ours: string) => draft({ history: [bubble('啥时候发', { topics: ['ship_when'] }), weSay(ours), customerSays('好的好的')], acts: ['affirm'], openTopic: 'ship_when', orders: [PAID] })
    expect(after('付款后 48 小时内发出。').text).not.toMatch(/最晚/)
    expect(after('您是想继续等吗？').text).toMatch(/最晚/)
  })
})

describe('D-18 what the customer has said is not asked again', () => {
  test('D-18 the version they named is put to them, not the list of all', () => {
    const made = draft({ topics: ['order_modify'], text: '台灯换成黑的可以吗 就黑色那个', orders: [{ ...PAID, items: PAID.items.map((item) => ({ ...item, productId: 'p9' })) }] }, {
      products: [{ id: 'p9', title: { zh: '晨读台灯', en: 'Dawnread lamp' }, category: 'home', price: { amount: 1, currency: 'CNY' }, warrantyMonths: 12, specs: [], variants: [{ zh: '白', en: 'White' }, { zh: '黑色', en: 'Black' }] }],
    })
    expect(made.text).toMatch(/改成“黑色”对吗/)
  })

  test('D-18 a phone number sent with the wish to change it is taken, not asked for', () => {
    expect(draft({ topics: ['address_change'], text: '电话填错了 改成13800001774', orders: [PAID] }).text).not.toMatch(/请把收件人/)
  })

  test('D-18 an hour they named is passed on; no day is asked for, and no apology for nothing', () => {
    const made = draft({ topics: ['delivery_schedule'], text: '能让他晚上送吗 六点以后' })
    expect(made.text).toMatch(/您说的时间我向中通提/)
    expect(made.text).not.toMatch(/哪天|抱歉/)
  })

  test('D-18 goods that have not arrived have not disappointed', () => {
    expect(draft({ topics: ['gift_missing'], text: '赠品还有吗', orders: [PAID] }).text).not.toMatch(/没让您顺心|拍/)
  })

  test('D-18 our own quotation does not decide which order is spoken of', () => {
    const history = [customerSays('台灯退货被关了'), weSay('已激活蓝牙连接的耳机仍可退。'), customerSays('到哪了')]
    expect(draft({ topics: ['where_is_order'], history, orders: [order(), { ...PAID, placedAt: NOW - HOUR }] }).orderNo).toBe(PAID.no)
  })
})

describe('D-9 other languages', () => {
  test.each(['es', 'de', 'fr', 'ja', 'pt', 'it', 'ru', 'ko', 'vi', 'th', 'ar', 'tr', 'id', 'nl', 'pl'])('D-9 %s: what has no phrase of its own is acknowledged, once, without a promise of time', (language) => {
    const first = draft({ topics: ['return_request'], language, text: '...' })
    expect(first.state).toBe('ready')
    expect(first.citations).toEqual([])
    const again = draft({ topics: ['return_request'], language, history: [customerSays('...'), weSay(first.text), customerSays('...')] })
    expect(again.text).not.toContain(first.text)
  })

  test.each(['es', 'de', 'fr', 'ja', 'pt', 'it', 'ru', 'ko', 'vi', 'th', 'ar', 'tr', 'id', 'nl', 'pl'])('D-6 %s: danger has its fixed text (a swollen battery in Vietnamese was left without one)', (language) => {
    expect(draft({ topics: ['safety_incident'], language, text: '...' }).text.split('\n\n')).toSatisfy((bubbles: string[]) => bubbles.length === 2 || bubbles.length === 3)
  })

  test('D-9 a word of thanks too short to tell keeps the language of the conversation (a Russian was thanked in Chinese)', () => {
    const history = [bubble('можно поменять?', { language: 'ru' }), weSay('...'), customerSays('спасибо!')]
    expect(draft({ history, acts: ['thanks'], language: 'uk', confidence: 0.35 }).language).toBe('ru')
  })
})
