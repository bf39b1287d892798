import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resources } from '../commands.ts'
import { openDraft } from './draft.ts'

interface Out { id: string; draft: string; language: string; by: string; citations: { kind: string; id: string; n: number }[]; findings: { severity: string; text: string }[]; reason?: string }
type Said = [role: 'customer' | 'agent', text: string]

const folder = path.resolve(import.meta.dirname, '../../../tests/fixtures/draft')
const open = (shop: 'zh' | 'en', env: Record<string, string> = {}) => openDraft(['--kb', `${folder}/${shop}-kb`, '--shop', `${folder}/${shop}-shop.json`], resources(), env).work
let zh: ReturnType<typeof open>
let en: ReturnType<typeof open>
beforeAll(() => {
  zh = open('zh')
  en = open('en')
})

async function reply(work: ReturnType<typeof open>, said: string | Said[], more: Record<string, unknown> = {}): Promise<Out> {
  const turns: Said[] = typeof said === 'string' ? [['customer', said]] : said
  return (await work({ id: 'x', history: turns.map(([role, text]) => ({ role, text })), now: '2026-11-24T10:00:00+08:00', ...more })) as Out
}
const sources = ({ citations }: Out): string[] => citations.map(({ kind, id }) => `${kind} ${id}`)

describe('DL-1 deskmate draft over records of any shape', () => {
  test('DL-1 zh: Chinese field names, a parcel within the order: carrier, number, scan and estimate, with the order as source', async () => {
    const made = await reply(zh, '帐篷到哪了', { customer: 'U1001' })
    expect(made).toMatchObject({ id: 'x', language: 'zh', by: 'local', findings: [] })
    for (const fact of ['中通快递', '75330018822', '快件到达武汉转运中心', '11月23日21:40', '11月26日']) expect(made.draft).toContain(fact)
    expect(sources(made)).toEqual(['order SL20261101001'])
  })

  test('DL-1 en: a map of orders by number, a map of users, the shop\'s own zone and dollars', async () => {
    const made = await reply(en, 'Where is my lamp?', { customer: 'ava_reed', now: '2026-11-24T10:00:00-05:00' })
    for (const fact of ['UPS', '1Z999AA10123456784', 'Departed facility in Columbus, OH', '22 November, 06:10']) expect(made.draft).toContain(fact)
    expect(made.draft).not.toContain('China time')
    expect(made.findings).toEqual([])
  })

  test('DL-1 a state that we have no word for is told in the shop\'s own, and never as another (a return under way was "paid, not shipped yet")', async () => {
    expect((await reply(en, "what's happening with my return?", { customer: 'tom_ito' })).draft).toContain('return requested')
    expect((await reply(zh, '我的退款到账了没', { customer: 'U1002' })).draft).toMatch(/处理中.*88元/)
  })

  test('DL-1 records inline: an order and a customer that the file does not hold', async () => {
    const made = await reply(en, 'Where is my parcel?', { customer: { id: 'new1', name: 'Jo' }, order: { order_id: 'ZZ-777123', status: 'shipped', items: [{ name: 'Oak tray', quantity: 1, price: 30 }], carrier: 'FedEx', tracking_number: '999988887777' } })
    expect(made.draft).toMatch(/Oak tray.*FedEx.*999988887777/s)
  })
})

describe('DL-2 it says nothing without a source, and asks only for what is not known', () => {
  test.each<[shop: 'zh' | 'en', said: string, doc: string, words: RegExp]>([
    ['zh', '质量问题退货运费谁出', '退货与换货.md', /运费由我们承担/], ['zh', '能发顺丰吗', '发货与物流.md', /补15元/], ['zh', '可以开专票吗', '发票.md', /增值税专用发票/],
    ['zh', '每天几点前付款能当天发', '发货与物流.md', /17:00/], ['zh', '帐篷搭过一次还能退吗', '退货与换货.md', /不支持无理由退货/],
    ['en', 'Who pays return shipping if I just don\'t like it?', 'returns.md', /\$6\.95/], ['en', 'How long do refunds take?', 'returns.md', /5 to 7 business days/],
    ['en', 'can you gift wrap it?', 'faq.md', /\$5 per order/], ['en', 'do you take international orders', 'shipping.md', /Canada only/],
  ])('DL-2 %s: %s', async (shop, said, doc, words) => {
    const made = await reply(shop === 'zh' ? zh : en, said)
    expect(made.draft).toMatch(words)
    expect(sources(made)).toContain(`article ${doc}`)
    expect(made.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('DL-2 an internal article is never quoted, nor cited', async () => {
    const made = await reply(zh, '物流超时给多少券', { customer: 'U1001' })
    expect(made.draft).not.toMatch(/10元|20元/)
    expect(sources(made).join()).not.toContain('内部')
  })

  test.each<[shop: 'zh' | 'en', said: string]>([['zh', '你们店有没有双十二活动'], ['en', 'do you have a store in Boston?']])('DL-2 %s: what nobody wrote down is looked into by an hour, not made up: %s', async (shop, said) => {
    const made = await reply(shop === 'zh' ? zh : en, said)
    expect(made.citations).toEqual([])
    expect(made.draft).toMatch(shop === 'zh' ? /今天18:00前回复您/ : /by 12:00 on 24 November/)
    expect(made.draft).not.toMatch(/尽快|as soon as possible|稍后/)
  })

  test('DL-2 the order number is asked for where it is missing, and not where it stands anywhere in the history', async () => {
    expect((await reply(zh, '我的快递到哪了')).draft).toMatch(/订单号/)
    const known = await reply(zh, [['customer', 'SL20261101001'], ['agent', '好的，收到。'], ['customer', '嗯'], ['agent', '请问有什么可以帮您？'], ['customer', '我的快递到哪了']])
    expect(known.draft).toContain('75330018822')
    expect(known.draft).not.toMatch(/订单号/)
  })

  test('DL-2 the order of another customer is not told', async () => {
    const made = await reply(zh, 'SL20261101009这个单退款了吗', { customer: 'U1001' })
    expect(made.draft).not.toMatch(/88|折叠水杯|处理中/)
    expect(sources(made)).toEqual([])
  })

  test('DL-2 another language without an endpoint: what our templates can say, else the reason why there is nothing', async () => {
    expect((await reply(en, '¿Dónde está mi pedido?')).draft).toMatch(/número de pedido/)
    expect(await reply(en, 'Tudnátok segíteni a számlával kapcsolatban? Köszönöm szépen a választ')).toMatchObject({ draft: '', reason: 'language', by: 'local' })
  })
})

describe('DL-3 short, like people here write', () => {
  const QUESTIONS: readonly string[] = ['帐篷到哪了', '帐篷发霉了怎么办', '这个灯保修多久', '什么垃圾店，发货这么慢！！！赔钱！', '帐篷收到拉链坏了', '帮我取消灯的订单', '我要退货', '订单']
  const ENGLISH: readonly string[] = ['One of the mugs arrived broken. What can you do?', 'Where is my lamp?', 'I want to return the mugs', 'cancel my order please', 'THIS IS RIDICULOUS where is my lamp!!!']
  test.each([...QUESTIONS.map((said) => ['zh', said, 60] as const), ...ENGLISH.map((said) => ['en', said, 160] as const)])('DL-3 %s: at most three bubbles, each short: %s', async (shop, said, longest) => {
    const made = await reply(shop === 'zh' ? zh : en, said, { customer: shop === 'zh' ? 'U1001' : 'ava_reed' })
    const bubbles = made.draft.split('\n\n')
    expect(made.draft).not.toBe('')
    expect(bubbles.length).toBeLessThanOrEqual(3)
    for (const bubble of bubbles) expect([...bubble].length).toBeLessThanOrEqual(longest)
  })

  test('DL-3 no sentence is said twice to one customer', async () => {
    const first = await reply(zh, '帐篷到哪了', { customer: 'U1001' })
    const again = await reply(zh, [['customer', '帐篷到哪了'], ...first.draft.split('\n\n').map((text): Said => ['agent', text]), ['customer', '到底到哪了']], { customer: 'U1001' })
    for (const sentence of first.draft.split(/[。\n]/).filter((one) => one.length > 6)) expect(again.draft).not.toContain(sentence)
  })

  test('DL-9 none left of the shoes: another pair of their kind, in stock, with what it costs more', async () => {
    const made = await reply(zh, '鞋子大了想换一双', { customer: 'U1001' })
    expect(made.draft).toMatch(/松针登山鞋.*没有库存.*苔原徒步鞋.*239元.*219元/s)
    expect(sources(made)).toEqual(expect.arrayContaining(['product S-330', 'product S-340']))
    expect(made.findings).toEqual([])
  })

  test('DL-9 en: the same for mugs, a little cheaper', async () => {
    const made = await reply(en, "I'd like to exchange the mug set for a different colour", { customer: 'ava_reed' })
    expect(made.draft).toMatch(/out of stock.*Speckled Mug Set.*\$59.*\$64\.50/s)
  })
})

describe('DL-1 the command', () => {
  test('DL-1 wrong usage is one sentence', () => {
    expect(() => openDraft([], resources(), {})).toThrow('--kb')
    expect(() => openDraft(['--kb', folder], resources(), {})).toThrow('--shop')
    expect(() => openDraft(['--kb', `${folder}/nowhere`, '--shop', `${folder}/zh-shop.json`], resources(), {})).toThrow('nowhere')
    expect(() => openDraft(['--kb', `${folder}/zh-kb`, '--shop', `${folder}/zh-kb/发票.md`], resources(), {})).toThrow('no JSON')
  })

  test('DL-1 a history without a customer is a bad line; the same line twice is the same reply', async () => {
    await expect(reply(zh, [['agent', '在的']])).rejects.toThrow('history')
    expect(await reply(zh, '退货运费谁出啊')).toEqual(await reply(zh, '退货运费谁出啊'))
  })
})

describe('DL-1 with an endpoint', () => {
  let server: http.Server
  let sent = ''
  let answer = ''
  beforeAll(async () => {
    server = http.createServer((request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => { body += chunk.toString('utf8') })
      request.on('end', () => {
        sent = body
        response.writeHead(200, { 'content-type': 'text/event-stream' })
        response.write(`data: ${JSON.stringify({ id: '1', object: 'chat.completion.chunk', created: 1, model: 'fake-1', choices: [{ index: 0, delta: { role: 'assistant', content: answer }, finish_reason: null }] })}\n\n`)
        response.end(`data: ${JSON.stringify({ id: '1', object: 'chat.completion.chunk', created: 1, model: 'fake-1', choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] })}\n\ndata: [DONE]\n\n`)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))
  const env = () => ({ DESKMATE_MODEL: 'fake-1', DESKMATE_MODEL_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` })

  test('DL-1 it is written by the model, cited, and the guard marks the amount that it made up', async () => {
    answer = '您的云岭三季帐篷实付386元[1]。'
    const made = await reply(open('zh', env()), '帐篷多少钱买的', { customer: 'U1001' })
    expect(made.by).toBe('fake-1')
    expect(made.findings).toEqual(expect.arrayContaining([expect.objectContaining({ severity: 'error', text: '386元' })]))
    expect(sent).toContain('SL20261101001')
  })

  test('DL-7 a long conversation reaches the model as its extracts: what was given, promised and is open (beyond the last ten turns it knew nothing)', async () => {
    answer = '好的。'
    const small: Said[] = Array.from({ length: 6 }, (_, index): Said[] => [['customer', `嗯${index}`], ['agent', `好的，第${index}次。`]]).flat()
    await reply(open('zh', env()), [['customer', '帐篷收到拉链坏了'], ['agent', '麻烦拍一下坏的地方，今天18:00前回复您。'], ['customer', '[图片]'], ...small, ['customer', '帐篷怎么处理']], { customer: 'U1001' })
    const prompt = (JSON.parse(sent) as { messages: { content: string }[] }).messages[0]?.content ?? ''
    expect(prompt).toMatch(/We promised: .*今天18:00前回复您/)
    expect(/already given: (.*)/.exec(prompt)?.[1]).toContain('photo')
    expect(prompt).not.toMatch(/\{\{\w+\}\}/)
  })

  test('DL-1 an endpoint that is not there: the line is answered here, and says so', async () => {
    const made = await reply(open('zh', { DESKMATE_MODEL: 'fake-1', DESKMATE_MODEL_BASE_URL: 'http://127.0.0.1:9/v1' }), '可以开专票吗')
    expect(made).toMatchObject({ by: 'local' })
    expect(made.draft).toContain('专用发票')
  })
})

test('DL-1 the fixtures are shops of their own, none of the demo\'s', () => {
  expect(fs.readFileSync(`${folder}/zh-shop.json`, 'utf8')).not.toContain('豆栗')
})
