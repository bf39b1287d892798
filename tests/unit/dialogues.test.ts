import { describe, expect, test } from 'vitest'
import { EARBUDS_ORDER, LAMP_ORDER, MUG_ORDER, talk } from '../support/long-talk.ts'
import { summarise } from '../../src-engine/domain/drafting/dialogue/summary.ts'

const [EARBUDS, LAMP] = [EARBUDS_ORDER.no, LAMP_ORDER.no]

/** Ten turns that name no order and ask for nothing. */
const SMALL_TALK_ZH = ['C 你们家客服还挺快', 'A 谢谢您夸奖。', 'C 我朋友推荐的', 'A 替我谢谢您的朋友。', 'C 嗯嗯', 'A 有需要随时找我。', 'C 稍等我接个电话', 'A 好的，您慢慢来。']
const SMALL_TALK_EN = ['C you reply fast', 'A Thank you.', 'C a friend told me about the shop', 'A Please thank your friend.', 'C haha ok', 'A I am here whenever you need me.', 'C one moment please', 'A Take your time.']

describe('DL-4 which order "it" is, over ten turns and more', () => {
  test.each<[name: string, lines: string[], order: string]>([
    ['zh: named once, twelve turns before', ['C 我的台灯什么时候发货', 'A 您的晨读台灯已付款，还没有发货。', ...SMALL_TALK_ZH, 'C 它今天能发吗'], LAMP],
    ['en: named once, twelve turns before', ['C when will my lamp ship', 'A Your Dawnread lamp is paid and not shipped yet.', ...SMALL_TALK_EN, 'C will it ship today?'], LAMP],
    ['zh: changed, then "the one before"', ['C 台灯什么时候发', 'A 您的晨读台灯还没有发货。', ...SMALL_TALK_ZH, 'C 耳机到哪了', 'A 您的云雀耳机由中通承运。', 'C 好的，回到刚才那个订单，什么时候发货'], LAMP],
    ['en: changed, then "back to the previous order"', ['C where are my earbuds', 'A Your Lark earbuds are with ZTO.', ...SMALL_TALK_EN, 'C and when does the lamp ship', 'A Your Dawnread lamp is not shipped yet.', 'C back to the previous order, where is it now?'], EARBUDS],
    ['zh: "the first one I asked about" after two others', ['C 耳机到哪了', 'A 您的云雀耳机由中通承运。', 'C 台灯呢', 'A 您的晨读台灯还没有发货。', 'C 马克杯收到了，有点小', 'A 您的青瓷马克杯是11月21日签收的。', ...SMALL_TALK_ZH, 'C 一开始问的那个单到哪了'], EARBUDS],
    ['zh: "the other one" where two were spoken of', ['C 耳机到哪了', 'A 您的云雀耳机由中通承运。', ...SMALL_TALK_ZH, 'C 台灯什么时候发', 'A 您的晨读台灯还没有发货。', 'C 另外那个单到哪里了'], EARBUDS],
    ['zh: chosen out of the list by its place', [...SMALL_TALK_ZH, 'C 我要取消订单', 'A 您名下有几笔订单，想问的是哪一笔？\n1. 晨读台灯（11月23日）\n2. 云雀耳机（11月20日）', 'C 第一个'], LAMP],
    ['en: chosen out of the list by its place', [...SMALL_TALK_EN, 'C I have a question about an order', 'A You have several orders. Which one do you mean?\n1. Dawnread lamp (23 November)\n2. Lark earbuds (20 November)', 'C the second one, where is it?'], EARBUDS],
    ['zh: by the last digits of its number', [...SMALL_TALK_ZH, 'C 台灯什么时候发', 'A 您的晨读台灯还没有发货。', 'C 尾号2265那单到哪了'], EARBUDS],
    ['zh: by its whole number with the end of a phone number behind it', ['C 台灯什么时候发', 'A 您的晨读台灯还没有发货。', ...SMALL_TALK_ZH, 'C 2188340610072265 0810 到哪了'], EARBUDS],
    ['zh: a tracking number of ours moved on, the customer did not', ['C 台灯什么时候发', 'A 您的晨读台灯还没有发货。', ...SMALL_TALK_ZH, 'C 那灯具体几点发出来'], LAMP],
    ['en: by the goods, after ten turns about another', ['C where are my earbuds', 'A Your Lark earbuds are with ZTO.', ...SMALL_TALK_EN, 'C what about the lamp?'], LAMP],
    ['zh: there and back twice', ['C 耳机到哪了', 'A 您的云雀耳机由中通承运。', 'C 台灯什么时候发', 'A 您的晨读台灯还没有发货。', 'C 耳机今天能到吗', 'A 快递预计11月24日送达。', ...SMALL_TALK_ZH, 'C 台灯能不能今天发', 'A 您的晨读台灯还没有发货。', 'C 那耳机呢'], EARBUDS],
  ])('DL-4 %s', (_, lines, order) => {
    expect(lines.length).toBeGreaterThanOrEqual(10)
    const { made, memory } = talk(lines)
    expect(memory.focus.order?.no).toBe(order)
    expect(made.orderNo).toBe(order)
  })

  test('DL-4 "the other one" of three is a question back, not a guess (the wrong order would be changed)', () => {
    const { made } = talk(['C 台灯什么时候发', 'A 您的晨读台灯还没有发货。', ...SMALL_TALK_ZH, 'C 另外那个单帮我取消'])
    expect(made.orderNo).toBeNull()
    expect(made.text).toContain('1. ')
  })
})

describe('DL-5 nothing is asked for twice', () => {
  test.each<[name: string, lines: string[], never: RegExp]>([
    ['zh photo: sent eight turns before', ['C 马克杯收到碎了', 'A 抱歉给您添麻烦了。麻烦拍一下破损的地方。', 'C [图片]', 'A 图片收到了，我来登记。', ...SMALL_TALK_ZH, 'C 马克杯碎了这个事怎么处理'], /拍|照片/],
    ['en photo: sent eight turns before', ['C my mug arrived broken', 'A I am sorry. Please send a photo of the damage.', 'C I sent the photo', 'A Thank you, the picture is here.', ...SMALL_TALK_EN, 'C so what happens with the broken mug?'], /photo|picture/i],
    ['zh reason: given with the wish itself', [...SMALL_TALK_ZH, 'C 马克杯太小了我想退货'], /原因吗|退货原因告诉/],
    ['en reason: given after we asked, ten turns before', ['C I want to return the mug', 'A May I ask for the reason for the return?', 'C it is too small for me', 'A Thank you.', ...SMALL_TALK_EN, 'C so can I return the mug?'], /reason for|tell me the reason/i],
    ['zh wish: refund, exchange or resend was chosen', ['C 马克杯收到碎了', 'A 您更希望退货退款、换货还是补发？', 'C 补发吧', 'A 好的，已经登记。', ...SMALL_TALK_ZH, 'C 马克杯碎了的那个登记好了吗'], /还是补发|选哪种/],
    ['en wish: an exchange was chosen', ['C my mug arrived broken', 'A Would you prefer a refund, an exchange or a replacement?', 'C I want a replacement', 'A Noted.', ...SMALL_TALK_EN, 'C any news on the broken mug?'], /would you prefer|which (?:would|do) you/i],
    ['zh version: said with the exchange', [...SMALL_TALK_ZH, 'C 马克杯想换成白色的'], /哪一款|别的颜色/],
    ['zh address: sent twelve turns before', ['C 台灯想改地址', 'A 请把收件人、电话、省市区和门牌号一次发全。', 'C 杭州市文三路99号302 李雷 13800000810', 'A 收到，我来改。', ...SMALL_TALK_ZH, 'C 台灯的地址改好没'], /一次发全|请发完整/],
  ])('DL-5 %s', (_, lines, never) => {
    const { made, memory } = talk(lines)
    expect(made.text).not.toMatch(never)
    expect(memory.given.length).toBeGreaterThan(0)
  })

  test.each<[name: string, lines: string[], asks: RegExp]>([
    ['zh: number and tail stand eight turns back, and did not match', ['C 查一下订单', 'A 请发一下订单号和下单手机号的后四位。', 'C 2188340610079999', 'A 还差下单手机号的后四位。', 'C 0810', 'A 收到。', 'C 等会', 'A 好的，您慢慢来。', 'C 好了', 'A 在的。', 'C 我的快递到哪了'], /核对/],
    ['en: the number stands there, the tail is still missing', ['C where is my order', 'A Please send the order number and the last four digits of the phone.', 'C order number 2188340610079999', 'A Thank you.', ...SMALL_TALK_EN, 'C where is my order now?'], /last four digits|phone/i],
  ])('DL-5 who they are: %s', (_, lines, asks) => {
    const { made } = talk(lines, [], false)
    expect(made.text).toMatch(asks)
    expect(made.text).not.toMatch(/请发一下订单号|send the order number/)
  })

  test('DL-5 a photo of one parcel is none of another (the second damage would go without proof)', () => {
    const lamp = { ...LAMP_ORDER, status: 'delivered' as const, deliveredAt: MUG_ORDER.deliveredAt }
    const { made } = talk(['C 马克杯收到碎了', 'A 麻烦拍一下破损的地方。', 'C [图片]', 'A 图片收到了，我来登记。', ...SMALL_TALK_ZH, 'C 台灯收到灯罩也破了'], [EARBUDS_ORDER, lamp, MUG_ORDER])
    expect(made.orderNo).toBe(lamp.no)
    expect(made.text).toMatch(/拍一下|照片/)
  })
})

describe('DL-6 what a long conversation holds', () => {
  const PROMISED = ['C 马克杯收到碎了', 'A 抱歉。麻烦拍一下破损的地方。', 'C [图片]', 'A 图片收到了。今天18:00前回复您处理结果。', ...SMALL_TALK_ZH, 'C 能赔我50块吗', 'A 抱歉，50元的赔偿我们不能给。', 'C 那给我补发', 'A 好的，已经登记。', 'C 什么时候能寄出来']

  test('DL-6 zh: matter, order, given, promised, refused and open, each in the words of one message', () => {
    const { memory, turns } = talk(PROMISED)
    const lines = summarise(memory, 'zh')
    expect(lines.length).toBeLessThanOrEqual(6)
    expect(lines.map(({ kind }) => kind)).toEqual(['matter', 'order', 'given', 'promised', 'refused', 'open'])
    expect(lines.find(({ kind }) => kind === 'promised')?.words).toBe('今天18:00前回复您处理结果。')
    expect(lines.find(({ kind }) => kind === 'refused')?.words).toContain('50元的赔偿我们不能给')
    for (const { kind, words, turn } of lines) if (kind !== 'order') expect(turns[turn]?.text.replace(/\s+/g, ' ')).toContain(words.replace(/…$/, ''))
  })

  test('DL-6 en: what we asked and nobody answered is told as open question, what was answered is not', () => {
    const { memory } = talk(['C I want to return the mug', 'A May I ask for the reason for the return?', 'C how long does it take', 'A After the goods are back it takes a few days.', ...SMALL_TALK_EN, 'C ok and then?'])
    expect(summarise(memory, 'en').filter(({ kind }) => kind === 'asked').map(({ words }) => words)).toEqual(['May I ask for the reason for the return?'])
    const answered = talk(['C I want to return the mug', 'A May I ask for the reason for the return?', 'C it does not fit my hand', ...SMALL_TALK_EN, 'C ok and then?']).memory
    expect(summarise(answered, 'en').some(({ kind }) => kind === 'asked')).toBe(false)
  })

  test('DL-6 the same turns, the same summary; more small talk changes none of it', () => {
    const once = summarise(talk(PROMISED).memory, 'zh')
    expect(summarise(talk(PROMISED).memory, 'zh')).toEqual(once)
    const longer = [...PROMISED.slice(0, -1), ...SMALL_TALK_ZH, ...SMALL_TALK_ZH, PROMISED.at(-1) ?? '']
    expect(summarise(talk(longer).memory, 'zh').map(({ kind, words }) => [kind, words])).toEqual(once.map(({ kind, words }) => [kind, words]))
  })
})
