import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Verdict } from '../../../src-shared/domain/triage.ts'
import { createHeads, createTriage, inheritTopic, parseLexicon } from './index.ts'
import type { TriageInput } from './index.ts'

const file: unknown = JSON.parse(readFileSync(new URL('../../../resources/triage/lexicon.json', import.meta.url), 'utf8'))
const lexicon = parseLexicon(file)
const learned = { heads: createHeads(readFileSync(new URL('../../../resources/models/triage.bin', import.meta.url))) }
const triage = createTriage(lexicon, undefined, learned)
/** 2026-04-20 12:00 in China, a Monday. */
const AT = Date.UTC(2026, 3, 20, 4)
const MINUTE = 60_000

const say = (text: string, more: Partial<TriageInput> = {}): Verdict => triage({ text, at: AT, attachments: 0, history: [], ...more })
const names = (list: ReadonlyArray<{ label: string }>): string[] => list.map((one) => one.label)
const inScope = (verdict: Verdict): boolean => verdict.topics.length + verdict.acts.length + verdict.marks.length > 0
const cutOut = (text: string, { start, end }: { start: number; end: number }): string => Array.from(text).slice(start, end).join('')

test('T-1 offsets count code points of the raw text, so emoji and surrogate pairs before a span do not shift the highlight', () => {
  const text = '👨‍👩‍👧😡😡 ＷＴＦ　你们到底管不管!!! 单号SF1234567890123'
  const verdict = say(text)
  const tracking = verdict.entities.find((one) => one.type === 'tracking_no')
  expect(tracking?.text).toBe('SF1234567890123')
  expect(tracking && cutOut(text, tracking)).toBe('SF1234567890123')
  const anger = verdict.evidence.filter((one) => one.why === 'anger.word').map((one) => cutOut(text, one))
  expect(anger).toEqual(['ＷＴＦ', '到底管不管'])
})

test('T-1 folding that changes the length (ligatures, stretched words, runs of spaces) still maps back to the raw text', () => {
  const text = 'ﬁrst   heyyyyy 𝐰𝐡𝐞𝐫𝐞 𝐢𝐬 𝐦𝐲 𝐨𝐫𝐝𝐞𝐫'
  const verdict = say(text)
  expect(names(verdict.topics)).toEqual(['where_is_order'])
  const span = verdict.evidence.find((one) => one.why === 'topic.where_is_order')
  expect(span && cutOut(text, span)).toBe('𝐰𝐡𝐞𝐫𝐞 𝐢𝐬 𝐦𝐲 𝐨𝐫𝐝𝐞𝐫')
})

test.each([
  ['我的银行卡号是6222021234567890123', '6222021234567890123'],
  ['卡 4111 1111 1111 1111 退这里', '4111'],
  ['４１１１１１１１１１１１１１１１', '４１１１'],
  ['身份证11010519491231002X', '1949'],
  ['我的号 11010519491231002x 帮我查', '1949'],
  ['验证码是483921', '483921'],
  ['your otp is 482 913', '482'],
  ['密码是hunter2abc', 'hunter2'],
  ['card number 5500005555555559 cvv 737', '737'],
  ['订单123456789012 验证码 5566 单号', '5566'],
])('T-2 a secret is masked in every field of the verdict, so nothing stored downstream keeps it: %s', (text, secret) => {
  const verdict = say(text)
  const found = verdict.entities.filter((one) => one.type === 'sensitive')
  expect(found.length).toBeGreaterThan(0)
  expect(names(verdict.marks)).toContain('sensitive_info')
  expect(JSON.stringify(verdict)).not.toContain(secret)
  for (const one of found) expect(one.text).toMatch(/^(?:\*{4}\d{4}|\[masked\])$/)
})

test('T-2 any Luhn-valid UnionPay number, however it is grouped, is masked and its inner digits are not read as an order', () => {
  const luhnDigit = (body: string): string => {
    const sum = [...body].reverse().reduce((total, digit, i) => {
      const value = Number(digit) * (i % 2 === 0 ? 2 : 1)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
    return String((10 - (sum % 10)) % 10)
  }
  fc.assert(fc.property(fc.stringMatching(/^\d{13}$/), fc.constantFrom('', ' ', '-'), (middle, gap) => {
    const body = `62${middle}`
    const card = `${body}${luhnDigit(body)}`.replace(/(\d{4})(?=\d)/g, `$1${gap}`)
    const verdict = say(`退到 ${card} 谢谢`)
    const kinds = verdict.entities.map((one) => one.type)
    return kinds.length === 1 && kinds[0] === 'sensitive' && !JSON.stringify(verdict).includes(card.slice(0, 10))
  }), { seed: 20260420, numRuns: 300 })
})

test('T-2 an order number that passes Luhn by chance stays an order number when it is called one', () => {
  const verdict = say('订单号6222020000000000 到哪了')
  expect(verdict.entities.map((one) => [one.type, one.value])).toEqual([['order_no', '6222020000000000']])
})

test.each(['今天天气不错', '什么是量子力学', '帮我写一首关于春天的诗', 'how tall is mount everest', 'do you like pizza', '我家猫今天又拆家了'])(
  'T-3 small talk has no topic, act or mark, so that a rejection figure is about something: %s', (text) => {
    expect(inScope(say(text))).toBe(false)
  })

test.each(['嗯', '好的', '???', '人呢', '快点', '[图片]', '😅', 'ok', '2188340991226675', '张伟 13800000000', '在吗', '谢谢'])(
  'T-3 a message that only acts is in scope without an invented topic: %s', (text) => {
    const verdict = say(text)
    expect(verdict.acts.length).toBeGreaterThan(0)
    expect(verdict.topics).toEqual([])
  })

test('T-3 an act inherits the open topic of the latest customer turn, and only an act does', () => {
  const before = { role: 'customer' as const, text: '钱怎么还没退', at: AT - MINUTE, verdict: say('钱怎么还没退') }
  const ours = { role: 'agent' as const, text: '请稍等', at: AT - MINUTE / 2 }
  expect(inheritTopic(say('人呢'), [before, ours])).toBe('refund_progress')
  expect(inheritTopic(say('今天天气不错'), [before, ours])).toBeNull()
  expect(inheritTopic(say('发票抬头开错了 重开'), [before, ours])).toBeNull()
})

test.each([
  ['不是要退货 就是问问拆了能不能退', 'return_request'],
  ['我没说要退货', 'return_request'],
  ['不用取消订单了', 'order_cancel'],
  ['退了吧 算了 不退了 你补我20就行', 'return_request'],
  ['please do not cancel my order', 'order_cancel'],
])('T-4 a negated or withdrawn request opens no case: %s', (text, topic) => {
  expect(names(say(text).topics)).not.toContain(topic)
})

test.each(['没有不满意 就是问问', '没生气,就是想确认一下', "I'm not angry, just asking", '不是投诉 就想问下进度', '别着急 我就问问'])(
  'T-4 a denied feeling raises no alarm: %s', (text) => {
    expect(say(text).emotion.level).toBeLessThan(2)
  })

test('T-4 "能不能开发票" is a question and not a negation: the 不 inside an A-not-A question must not cancel the hit', () => {
  expect(names(say('能不能开具纸质发票').topics)).toEqual(['invoice_request'])
})

test.each(['真是谢谢你们啊,等了半个月 就等来个空盒子', '😊😊😊三天了呢 亲', '服了 这效率 火箭都追不上', 'wow, great service, only took 3 weeks'])(
  'T-5 praise that means the opposite is sarcasm and anger, never thanks: %s', (text) => {
    const verdict = say(text)
    expect(names(verdict.marks)).toContain('sarcasm')
    expect(verdict.emotion.level).toBe(3)
    expect(names(verdict.acts)).not.toContain('thanks')
  })

test.each(['谢谢 你真有耐心', '你们家东西还不错 就是快递太慢了 下次还买', '解决得很快 给你好评'])(
  'T-5 sincere praise stays at level 0 even with a complaint about someone else: %s', (text) => {
    expect(say(text).emotion).toMatchObject({ label: 'grateful', level: 0 })
  })

test.each(['你们到底管不管!!!', '第五次问了', 'WHERE IS MY ORDER???? third time asking', '骗子店', '请你们给我一个合理的解释,否则后果自负', '仅退款 不然12315', '退!钱!退!钱!', 'This is a scam!!!', '把别人退回来的当新的卖给我??? 恶不恶心', '有没有活人'])(
  'T-6 open and polite anger is level 3 with evidence to show: %s', (text) => {
    const verdict = say(text)
    expect(verdict.emotion.level).toBe(3)
    expect(verdict.evidence.length).toBeGreaterThan(0)
  })

test.each(['退款', '我要退货', '什么时候发货呀', '退款!', 'where is my order?', '仓库说没收到?单号SF1234567890123自己查', '物流五天没动了', 'I WANT TO RETURN', '垃圾袋破了', '是不是骗子', 'Is this a scam?', '太感谢了 我要感动哭了', '这个蜡烛的味道恶不恶心', '有没有人在'])(
  'T-6 the calm twin raises no alarm; a request, a carrier number that holds 12345 or one exclamation mark is not anger: %s', (text) => {
    expect(say(text).emotion.level).toBeLessThan(3)
  })

test('T-6 the label shown has the highest score, so the chip and the bars never contradict each other', () => {
  for (const text of ['退款', '谢谢啦', '急急急', '你们到底管不管!!!', '气死我了 骗子店 垃圾', '期待了好久 就这', '没看懂 什么意思']) {
    const { label, scores } = say(text).emotion
    expect(scores[label]).toBe(Math.max(...Object.values(scores)))
  }
})

test('T-7 bare digits answer a question for a number and threaten only without one', () => {
  const asked = [{ role: 'agent' as const, text: '请提供一下订单号', at: AT - MINUTE }]
  const answer = say('12315', { history: asked })
  expect(names(answer.acts)).toContain('provide_info')
  expect(answer.marks).toEqual([])
  expect(names(say('12315').marks)).toEqual(['threat_authority'])
})

test('T-7 "ok" closes a talk but says yes to a question', () => {
  expect(names(say('ok').acts)).toEqual(['closing'])
  expect(names(say('好的', { history: [{ role: 'agent', text: '给您补发一个可以吗?', at: AT - MINUTE }] }).acts)).toEqual(['affirm'])
})

test('T-7 the state of the order decides between "when will it ship" and "where is it", and between a change and an exchange', () => {
  expect(names(say('什么时候能到', { orderStatuses: ['paid'] }).topics)).toEqual(['ship_when'])
  expect(names(say('怎么还没发货', { orderStatuses: ['shipped'] }).topics)).toEqual(['where_is_order'])
  expect(names(say('怎么还没发货', { orderStatuses: ['paid', 'shipped'] }).topics)).toEqual(['ship_when'])
  expect(names(say('能换成灰色吗', { orderStatuses: ['paid'] }).topics)).toEqual(['order_modify'])
  expect(names(say('能换成灰色吗', { orderStatuses: ['delivered'] }).topics)).toEqual(['exchange_request'])
})

test('T-8 asking again, waiting without an answer and earlier anger each raise the four scores, an answer stops the clock', () => {
  const ask = '我的退款怎么还没到账'
  const customer = (minutes: number): TriageInput['history'][number] => ({ role: 'customer', text: ask, at: AT - minutes * MINUTE })
  const alone = say(ask)
  const again = say(ask, { history: [customer(40), customer(20)] })
  expect(again.escalation).toBeGreaterThan(alone.escalation)
  expect(again.urgency).toBeGreaterThan(alone.urgency)
  expect(again.dissatisfaction).toBeGreaterThan(alone.dissatisfaction)
  expect(again.emotion.level).toBeLessThan(3)
  const answered = say('谢谢', { history: [customer(40), { role: 'agent', text: '已为您加急', at: AT - MINUTE }] })
  expect(answered.urgency).toBeLessThan(say('谢谢', { history: [customer(40)] }).urgency)
  const after = say('退款', { history: [{ role: 'customer', text: '骗子店 气死我了', at: AT - MINUTE }] })
  expect(after.anger).toBeGreaterThan(0.5)
  expect(after.emotion.level).toBe(0)
})

test('T-8 danger, injury and a false support call are urgent at once, however calmly they are told', () => {
  expect(say('孩子吃了你们的东西拉肚子 现在在医院').urgency).toBeGreaterThanOrEqual(0.9)
  expect(say('钱不退我就不活了').escalation).toBeGreaterThanOrEqual(0.95)
  expect(say('刚才有个00开头的电话说我订单异常 要我转账').urgency).toBeGreaterThanOrEqual(0.9)
})

test.each([
  ['I already return it 一周了 钱呢', 'zh'], ['wo yao tui huo', 'zh'], ['我的iPhone15充不进电', 'zh'], ['where is my order', 'en'],
  ['注文した商品がまだ届きません', 'ja'], ['주문한 물건이 아직 안 왔어요', 'ko'], ['Где мой заказ?', 'ru'], ['أين طلبي؟', 'ar'], ['พัสดุอยู่ไหน', 'th'],
  ['¿Dónde está mi pedido?', 'es'], ['Wo ist meine Bestellung?', 'de'], ['Où est ma commande ?', 'fr'], ['Onde está o meu pedido? Não chegou', 'pt'],
  ["Dov'è il mio ordine? Non è ancora arrivato", 'it'], ['Đơn hàng của tôi đang ở đâu', 'vi'], ['Siparişim nerede, hâlâ gelmedi', 'tr'], ['Pesanan saya di mana, belum sampai', 'id'],
])('T-9 the language is told from script and small words, so the draft answers in the right one: %s', (text, code) => {
  expect(say(text).language.code).toBe(code)
})

test.each([
  ['¿Dónde está mi pedido?', 'where_is_order'], ['ich möchte mein Geld zurück', 'refund_progress'], ['je veux annuler ma commande', 'order_cancel'],
  ['返品したいです', 'return_request'], ['환불해 주세요', 'refund_progress'], ['Где мой заказ?', 'where_is_order'],
])('T-9 the commonest requests are known beyond Chinese and English: %s', (text, topic) => {
  expect(names(say(text).topics)).toContain(topic)
})

test('T-9 a short or wordless message keeps the language of the conversation, and the letters are not asked where a script decides', () => {
  const german = { role: 'customer' as const, text: 'Wo ist meine Bestellung? Ich warte schon lange', at: AT - MINUTE }
  expect(say('ok', { history: [german] }).language.code).toBe('de')
  expect(say('123456', { history: [german] }).language.code).toBe('de')
  expect(say('123456').language).toEqual({ code: 'und', confidence: 0 })
  const asked: string[] = []
  const withOutside = createTriage(lexicon, (text) => { asked.push(text); return { code: 'et', confidence: 0.9 } }, learned)
  const input = (text: string): TriageInput => ({ text, at: AT, attachments: 0, history: [] })
  expect(withOutside(input('kus mu tellimus praegu viibib')).language.code).toBe('et')
  expect(withOutside(input('我的快递到哪了')).language.code).toBe('zh')
  expect(asked).toEqual(['kus mu tellimus praegu viibib'])
})

test.each([
  ['订单2188340991226675还没到', 'order_no', '2188340991226675'], ['退货单号 YT8800123456789', 'tracking_no', 'YT8800123456789'],
  ['order #10482 please', 'order_no', '10482'], ['售后单号 900123456', 'after_sale_no', '900123456'], ['电话138 0013 8000', 'phone', '13800138000'],
  ['尾号1234', 'phone_last4', '1234'], ['last four 1234', 'phone_last4', '1234'], ['怎么少退了20元', 'amount', '20 CNY'], ['you owe me $1,299.50', 'amount', '1299.50 USD'],
  ['３５．５元', 'amount', '35.5 CNY'], ['发我邮箱 A.b@Example.com', 'email', 'a.b@example.com'], ['发顺丰吧', 'carrier', 'SF'],
  ['明天能到吗', 'date', '2026-04-21'], ['3月5日买的', 'date', '2026-03-05'], ['3天前付的', 'date', '2026-04-17'], ['2026-04-18下单', 'date', '2026-04-18'],
  ['下周三才到家', 'date', '2026-04-29'], ['paid on April 3', 'date', '2026-04-03'], ['1月2号买的', 'date', '2026-01-02'],
])('T-10 entities carry one normal form each, so a look-up by value finds them: %s', (text, type, value) => {
  expect(say(text).entities.filter((one) => one.type === type).map((one) => one.value)).toContain(value)
})

test('T-10 "today" turns over at midnight in China for Chinese and at midnight UTC for others', () => {
  const late = Date.UTC(2026, 3, 20, 17)
  expect(say('今天发吗', { at: late }).entities[0]?.value).toBe('2026-04-21')
  expect(say('will it ship today', { at: late }).entities[0]?.value).toBe('2026-04-20')
})

test('T-11 any input yields a verdict of the schema with spans inside the text, and the same one twice', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ maxLength: 60 }).map((one) => `退款${one}\ud83d`),
    fc.array(fc.constantFrom('退款', '不', ' ', '!!!', '😡', '12315', 'where is', '6222', 'ﷺ', 'İ', 'ﬁ', '\u0301', '尾号', '号', '3月', '天了'), { maxLength: 14 }).map((one) => one.join('')),
  )
  const role = fc.constantFrom('customer' as const, 'agent' as const, 'autopilot' as const)
  fc.assert(fc.property(text, fc.array(fc.record({ role, text, at: fc.integer() }), { maxLength: 5 }), fc.integer(), (raw, history, at) => {
    const input = { text: raw, at, attachments: 0, history }
    const verdict = triage(input)
    expect(Verdict.parse(verdict)).toEqual(verdict)
    const length = Array.from(raw).length
    for (const span of [...verdict.entities, ...verdict.evidence]) {
      expect(span.start).toBeLessThanOrEqual(span.end)
      expect(span.end).toBeLessThanOrEqual(length)
    }
    for (const one of verdict.entities) if (one.type !== 'sensitive') expect(one.text).toBe(cutOut(raw, one))
    expect(createTriage(lexicon, undefined, learned)(input)).toEqual(verdict)
  }), { seed: 20260420, numRuns: 400 })
})

test('T-11 the order of messages does not matter: compiled expressions keep no position from one call to the next', () => {
  const texts = ['退款', '你们到底管不管!!!', '我要退货 退款', '退款', '12315', 'WHERE IS MY ORDER????']
  const first = texts.map((one) => JSON.stringify(say(one)))
  const backwards = [...texts].reverse().map((one) => JSON.stringify(say(one))).reverse()
  expect(backwards).toEqual(first)
})

test('T-12 every evidence code that a verdict can carry has a sentence for the person who reads it', () => {
  for (const text of ['你们到底管不管!!!', '仅退款 不然12315', '真是谢谢你们啊 等了半个月', 'WHERE IS MY ORDER???? third time asking', '加个微信吧', '急急急', '稍等拍个照', '骗子店']) {
    for (const { why } of say(text).evidence) expect(lexicon.why.get(why), why).toBeDefined()
  }
})

test('T-12 a lexicon with a missing label or a broken pattern is refused at the door and named', () => {
  expect(() => parseLexicon({})).toThrow()
  const broken = structuredClone(file) as { topics: { ship_when: { zh: unknown } } }
  broken.topics.ship_when.zh = [[0.9, '(']]
  expect(() => parseLexicon(broken)).toThrow(/ship_when/)
})
