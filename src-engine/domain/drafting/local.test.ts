import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACTS, MARKS, TOPICS } from '../../../src-shared/domain/triage.ts'
import { guard, parseRulePacks } from '../guard/index.ts'
import { draftLocally, routineReply } from './local.ts'
import { sentences } from './speak.ts'
import { parseTemplates } from './templates.ts'
import { ARTICLES, customerSays, DAY, EARBUDS, HOUR, input, LAMP, LI, NOW, order, PAID, PARCEL, weSay } from './testing.ts'

const resource = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../../resources/${path}`, import.meta.url), 'utf8'))
const templates = parseTemplates(readdirSync(new URL('../../../resources/templates/', import.meta.url)).map((file) => resource(`templates/${file}`)))
const packs = parseRulePacks(['cn-law', 'cn-platforms', 'cn-conduct', 'cn-category-health', 'en'].map((id) => resource(`rules/${id}.json`)))
const draft = (change: Parameters<typeof input>[1]) => draftLocally(input(templates, change))
const routine = (change: Parameters<typeof input>[1]) => routineReply(input(templates, { topics: ['where_is_order'], ...change }))
const shown = order({ status: 'delivered', deliveredAt: NOW - DAY, logistics: { ...PARCEL, status: 'delivered' } })

describe('D-1 every statement has a source', () => {
  test('D-1 where is my order: carrier, number, last scan with its time and the estimate, each cited', () => {
    const made = draft({ topics: ['where_is_order'] })
    expect(made).toMatchObject({ state: 'ready', language: 'zh', orderNo: '2188340610072265', orderCertain: true })
    for (const fact of ['中通', '73100299881726', '快件到达 杭州转运中心', '11月23日03:00', '11月24日']) expect(made.text).toContain(fact)
    expect(made.citations).toEqual([{ n: 1, kind: 'order', id: '2188340610072265', title: '2188340610072265' }])
    expect(made.factsUsed).toEqual(expect.arrayContaining(['order.logistics.trackingNo', 'order.logistics.events', 'order.logistics.etaAt']))
  })

  test('D-1 a topic without order, template or article gives no text', () => {
    expect(draft({ topics: ['subsidy_tradein'], text: '国补还有吗' }).text).not.toMatch(/国补/)
    expect(draft({ topics: ['points_member'], text: '积分能换啥' })).toMatchObject({ state: 'none', text: '', reason: 'no-source' })
  })

  test('D-1 a known fact is used as the channel of truth: times are those of the shop zone, not of this machine', () => {
    const made = draftLocally({ ...input(templates, { topics: ['where_is_order'] }), timeZone: 'America/Los_Angeles' })
    expect(made.text).toContain('11月22日11:00')
  })
})

describe('D-2 a customer who is not verified', () => {
  test.each(['where_is_order', 'order_lookup', 'refund_progress', 'ship_when'] as const)('D-2 %s: no fact of any order, the number and four digits are asked for', (topic) => {
    const made = draft({ topics: [topic], verified: false })
    expect(made.text).toMatch(/订单号/)
    expect(made.text).toMatch(/后四位/)
    expect(made.text).not.toMatch(/中通|73100299881726|云雀/)
    expect(made.orderNo).toBeNull()
  })

  test('D-2 only what is still missing is asked for', () => {
    const made = draft({ topics: ['where_is_order'], verified: false, text: '订单2188340610072265到哪了' })
    expect(made.text).toMatch(/还差.*后四位/)
  })

  test('D-2 orders of somebody else that were handed in by mistake stay unsaid', () => {
    const stranger = order({ no: '2188340610079999', customerId: 'c2' })
    const made = draft({ topics: ['where_is_order'], orders: [stranger], text: '2188340610079999到哪了' })
    expect(made.text).not.toMatch(/中通|73100299881726|2188340610079999/)
  })
})

describe('D-3 which order', () => {
  const both = [order(), PAID]
  test('D-3 by its number, by its goods, by the state that fits', () => {
    expect(draft({ topics: ['where_is_order'], orders: both, text: '2188340610070001 到哪了' }).orderNo).toBe(PAID.no)
    expect(draft({ topics: ['where_is_order'], orders: both, text: '台灯到哪了' }).orderNo).toBe(PAID.no)
    expect(draft({ topics: ['where_is_order'], orders: both, text: '到哪了' }).orderNo).toBe(order().no)
    expect(draft({ topics: ['ship_when'], orders: both, text: '啥时候发' }).orderNo).toBe(PAID.no)
  })

  test('D-3 by what was spoken of before, not by the newest', () => {
    const history = [customerSays('我的台灯拍错颜色了'), weSay('好的'), customerSays('到哪了')]
    expect(draft({ topics: ['where_is_order'], orders: both, history }).orderNo).toBe(PAID.no)
  })

  test('D-3 two that could be cancelled: it asks, with their goods, at most three', () => {
    const many = ['1', '2', '3', '4'].map((digit) => ({ ...PAID, no: `218834061007000${digit}`, placedAt: NOW - Number(digit) * DAY }))
    const made = draft({ topics: ['order_cancel'], orders: many, text: '帮我取消' })
    expect(made.orderNo).toBeNull()
    expect(made.text).toContain('1. 晨读台灯')
    expect(made.text).not.toContain('4. ')
  })

  test('D-3 goods of two orders in one message: the state tells which is meant for what (the wrong one cancelled)', () => {
    const made = draft({ topics: ['order_cancel', 'where_is_order'], orders: both, text: '台灯那单不要了 取消 耳机到哪了' })
    expect(made.text).toMatch(/晨读台灯还没有发货。要取消/)
    expect(made.text).not.toMatch(/云雀耳机.*拦截/s)
  })

  test('D-3 the order that holds all goods named, not the one that shares one of them', () => {
    const pair = { ...order(), no: '2188340610070005', items: [...order().items, ...PAID.items] }
    expect(draft({ topics: ['where_is_order'], orders: [PAID, pair], text: '耳机台灯那单到哪了' }).orderNo).toBe(pair.no)
  })

  test('D-3 a number that is none of theirs is not looked up elsewhere nor repeated', () => {
    const made = draft({ topics: ['where_is_order'], text: '9999340610070001 到哪了' })
    expect(made.text).toMatch(/不在您名下/)
    expect(made.text).not.toMatch(/9999340610070001|中通/)
  })
})

describe('D-4 times', () => {
  test('D-4 no estimate from the carrier, no day of delivery', () => {
    const made = draft({ topics: ['where_is_order'], orders: [order({ logistics: { ...PARCEL, etaAt: null } })] })
    expect(made.text).toMatch(/没有给出预计送达时间/)
  })

  test('D-4 an estimate that has passed is not told as one to come', () => {
    const made = draft({ topics: ['where_is_order'], orders: [order({ logistics: { ...PARCEL, etaAt: NOW - DAY } })] })
    expect(made.text).toMatch(/原来预计11月22日/)
    expect(made.text).not.toMatch(/快递预计11月22日送达/)
  })

  test('D-4 a passed promise to ship is said as passed', () => {
    const made = draft({ topics: ['ship_when'], orders: [{ ...PAID, promisedShipBy: NOW - HOUR }] })
    expect(made.text).toMatch(/原定11月23日09:00前发出/)
    expect(made.text).not.toMatch(/最晚/)
  })
})

describe('D-4 problems are told as problems', () => {
  test('D-4 a nudge after our answer is about the open topic, a remark is not answered again', () => {
    const history = [customerSays('到哪了'), weSay(draft({ topics: ['where_is_order'] }).text), customerSays('快点')]
    expect(draft({ history, acts: ['urge'], openTopic: 'where_is_order' }).text).toMatch(/最后一条还是/)
    expect(draft({ history: [...history.slice(0, 2), customerSays('就那个耳机')], openTopic: 'where_is_order' })).toMatchObject({ state: 'none', reason: 'nothing-new' })
  })
  test('D-4 an upset customer who names nothing is not asked what it is about when one order is open', () => {
    expect(draft({ acts: ['urge'], level: 3, text: '快点!!!' }).text).toMatch(/73100299881726/)
  })
})

describe('D-5 an angry customer', () => {
  const made = draft({ topics: ['logistics_stuck'], level: 3, text: '五天没动了 耍我呢', orders: [order({ logistics: { ...PARCEL, status: 'stuck', etaAt: null } })] })
  test('D-5 reads an apology for the experience, then the matter, then who goes on', () => {
    const bubbles = made.text.split('\n\n')
    expect(bubbles.length).toBeLessThanOrEqual(3)
    expect(made.text).toMatch(/抱歉.*物流/s)
    expect(bubbles.at(-1)).toMatch(/主管/)
  })
  test('D-5 no 亲, no admission, no promise', () => {
    expect(made.text).not.toMatch(/亲|是我们的错|质量问题|一定|保证|尽快|马上/)
  })
})

describe('D-6 fixed texts', () => {
  test('D-6 danger comes before the order question', () => {
    const made = draft({ topics: ['where_is_order', 'safety_incident'], text: '充电宝冒烟了 另外耳机到哪了' })
    expect(made.text).toMatch(/停止使用/)
    expect(made.text).not.toMatch(/中通/)
  })
  test('D-6 a scam, a person wanted, an ID number', () => {
    expect(draft({ topics: ['scam_check'], text: '是你们打的电话吗' }).text).toMatch(/我们不会电话、短信或加好友要求转账、共享屏幕、提供验证码/)
    expect(draft({ acts: ['human_wanted'], topics: ['where_is_order'], text: '转人工' }).text).toMatch(/人工/)
    expect(draft({ marks: ['sensitive_info'], text: '身份证440101' }).text).toMatch(/不要发在聊天里/)
  })
  test('DL-3 where the usual wording makes a bubble too long, a shorter one of the same line is said (every threat about a parcel was marked as too long)', () => {
    const long = order({ ...shown, items: shown.items.map((item) => ({ ...item, title: { zh: '夜航 蓝牙音箱 户外防水版', en: 'Night Ferry speaker' } })) })
    const made = draft({ topics: ['delivered_not_received'], marks: ['threat_authority'], level: 3, text: '我打12315了', orders: [long] })
    expect(made.text).toMatch(/主管/)
    // What is known of the parcel is told in full all the same.
    expect(made.text).toMatch(/杭州转运中心/)
    expect(made.text.split('\n\n').map((bubble) => [...bubble].length).filter((length) => length > 60)).toEqual([])
  })

  test('D-6 a threat is neither talked out of nor paid for', () => {
    const made = draft({ topics: ['delivered_not_received'], marks: ['threat_authority'], level: 3, text: '我打12315了', orders: [shown] })
    expect(made.text).toMatch(/主管/)
    expect(made.text).not.toMatch(/补偿|赔|元|投诉|12315/)
  })
  test('D-6 spam is not answered', () => {
    expect(draft({ marks: ['spam_ad'], text: '刷单加V' })).toMatchObject({ state: 'none', reason: 'spam' })
  })
})

test('D-7 no sentence of ours stands twice in a conversation, however often the customer asks', () => {
  const history = [customerSays('到哪了')]
  for (let turn = 0; turn < 6; turn += 1) {
    const made = draft({ topics: ['where_is_order'], history: [...history] })
    const before = history.filter((said) => said.role === 'agent').flatMap((said) => sentences(said.text))
    for (const sentence of sentences(made.text)) expect(before).not.toContain(sentence)
    if (made.state === 'ready') history.push(weSay(made.text))
    history.push(customerSays('到底到哪了'))
  }
  expect(history.filter((said) => said.role === 'agent').length).toBeGreaterThan(1)
})

test('D-21 what the customer read from us in another conversation is not said to them again while there is another way to say it, and they are answered all the same', () => {
  const given = input(templates, { topics: ['where_is_order'], text: '到哪了' })
  const first = draftLocally(given)
  const told = { conversations: 1, said: sentences(first.text), last: null, promised: [] }
  const again = draftLocally({ ...given, remembered: told })
  expect(again.state).toBe('ready')
  expect(again.text).not.toBe(first.text)
  const routineAgain = routineReply({ ...given, remembered: told })
  expect(routineAgain?.text).toContain('73100299881726')
  expect(draftLocally({ ...given, remembered: { ...told, said: [] } }).text).toBe(first.text)
})

test('D-8 an internal article is never quoted, even when it is the best hit', () => {
  for (const topic of ['compensation_demand', 'logistics_stuck'] as const) {
    const made = draft({ topics: [topic], text: '物流超时可以补多少 客服单次补偿上限', orders: [order({ logistics: { ...PARCEL, status: 'stuck', etaAt: null } })] })
    expect(made.text).not.toMatch(/20|上限/)
    expect(made.citations.map((citation) => citation.id)).not.toContain('caps')
  }
})

describe('D-9 language', () => {
  test('D-9 the customer\'s language, with the facts in it', () => {
    expect(draft({ topics: ['where_is_order'], language: 'en', text: 'where is my order' }).text).toMatch(/ZTO.*73100299881726.*Arrived at Hangzhou hub/s)
    expect(draft({ topics: ['where_is_order'], language: 'es', text: '¿dónde está?' })).toMatchObject({ language: 'es', state: 'ready' })
  })
  test('D-9 no template, no text: nobody is answered in a language that he did not write', () => {
    expect(draft({ topics: ['where_is_order'], language: 'sw', text: 'oda yangu iko wapi' })).toMatchObject({ state: 'none', reason: 'language' })
  })
  test('D-9 a bare number keeps the language of the conversation', () => {
    const history = [customerSays('耳机到哪了'), weSay('请发订单号'), customerSays('2188340610072265')]
    expect(draft({ acts: ['provide_info'], openTopic: 'where_is_order', language: 'en', confidence: 0.2, history }).language).toBe('zh')
  })
})

describe('D-10 the routine reply of autopilot', () => {
  test('D-10 a parcel on its way or a promise not yet due', () => {
    expect(routine({})?.text).toMatch(/中通/)
    expect(routine({ topics: ['ship_when'], orders: [PAID] })?.text).toMatch(/11月24日/)
  })
  const cases: Array<[string, Parameters<typeof input>[1]]> = [
    ['not verified', { verified: false }],
    ['two parcels', { orders: [order(), order({ no: '2188340610070002' })] }],
    ['no scan for three days', { orders: [order({ logistics: { ...PARCEL, events: [{ at: NOW - 3 * DAY - 1, text: { zh: '在途', en: 'on the way' } }] } })] }],
    ['stuck', { orders: [order({ logistics: { ...PARCEL, status: 'stuck' } })] }],
    ['lost', { orders: [order({ logistics: { ...PARCEL, status: 'lost' } })] }],
    ['returned', { orders: [order({ logistics: { ...PARCEL, status: 'returned' } })] }],
    ['shown as delivered', { orders: [shown] }],
    ['estimate passed', { orders: [order({ logistics: { ...PARCEL, etaAt: NOW - 1 } })] }],
    ['promise passed', { orders: [{ ...PAID, promisedShipBy: NOW - 1 }] }],
    ['no promise', { orders: [{ ...PAID, promisedShipBy: null }] }],
    ['a resend under way', { orders: [order({ afterSale: { id: 'a', kind: 'resend', status: 'approved', amount: { amount: 0, currency: 'CNY' }, requestedAt: NOW - DAY } })] }],
    ['a remark without a question of its own', { topics: [], openTopic: 'where_is_order', text: '就那个耳机' }],
    ['not paid', { orders: [{ ...PAID, status: 'unpaid' }] }],
    ['no scan at all', { orders: [order({ logistics: { ...PARCEL, events: [] } })] }],
    ['two questions', { topics: ['where_is_order', 'refund_progress'] }],
    ['another question', { topics: ['order_cancel'] }],
    ['a language without full templates', { language: 'es' }],
    ['all of it was said', { history: [customerSays('到哪了'), weSay(routine({})?.text ?? ''), weSay(draft({ topics: ['where_is_order'], history: [customerSays('到哪了'), weSay(routine({})?.text ?? ''), customerSays('到哪了')] }).text), customerSays('到哪了')] }],
  ]
  test.each(cases)('D-10 none: %s', (_name, change) => {
    expect(routine(change)).toBeNull()
  })
})

test('D-11 whatever triage says, the draft passes our own guard, stays within three bubbles and never throws', () => {
  const orders = [order(), PAID, { ...shown, no: '2188340610070003' }, order({ no: '2188340610070004', status: 'refunding', afterSale: { id: 'as1', kind: 'return', status: 'inspecting', amount: { amount: 19_900, currency: 'CNY' }, requestedAt: NOW - 2 * DAY } })]
  const change = fc.record({
    topics: fc.subarray([...TOPICS], { maxLength: 2 }), acts: fc.subarray([...ACTS], { maxLength: 2 }), marks: fc.subarray([...MARKS], { maxLength: 1 }),
    level: fc.constantFrom<0 | 1 | 2 | 3>(0, 1, 2, 3), language: fc.constantFrom('zh', 'en', 'es', 'ru'), verified: fc.boolean(),
    openTopic: fc.option(fc.constantFrom(...TOPICS)), text: fc.constantFrom('到哪了', '台灯不要了', 'refund 100 yuan now', '补偿我200元 明天到账', '耳机坏了 😀', ''),
    orders: fc.subarray(orders),
  })
  fc.assert(fc.property(change, (drawn) => {
    const made = draft(drawn)
    expect(made.state === 'none').toBe(made.text === '')
    const passages = ARTICLES.map((article) => ({ id: article.id, text: made.language === 'zh' ? article.body.zh : article.body.en, audience: article.audience }))
    const checked = guard({ draft: made.text, facts: [{ type: 'customer', ...LI }, ...drawn.orders, EARBUDS, LAMP], passages, now: '2026-11-23T10:00:00+08:00', rules: packs, channel: 'demo' })
    expect(checked.findings).toEqual([])
    expect(made.text.split('\n\n').length).toBeLessThanOrEqual(3)
    expect(made.text).not.toMatch(/undefined|\{\w+\}|null/)
    expect(draft(drawn)).toEqual(made)
  }), { seed: 20261123, numRuns: 300 })
})

test('D-12 no template breaks a rule of ours, in any of its wordings', () => {
  for (const phrases of templates.languages.values()) {
    for (const wording of Object.values(phrases).flat()) {
      expect(guard({ draft: wording.replace(/\{\w+\}/g, ''), facts: [], passages: [], rules: packs, channel: 'demo' }).findings.filter((finding) => finding.kind === 'rule')).toEqual([])
    }
  }
})
