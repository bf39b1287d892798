import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { NothingReason } from '../../../../src-shared/contract/writing.ts'
import { STYLES, type Style } from '../../../../src-shared/domain/styles.ts'
import { survival } from '../figures.ts'
import { apology } from './apologise.ts'
import { rewriteLocally, type Circumstances } from './index.ts'

const NOBODY: Circumstances = { name: '', topics: [], emotion: 0, said: [] }
const NOW = '2026-11-23T10:00:00+08:00'
const rewrite = (style: Style, text: string, more: Partial<Circumstances> = {}) => rewriteLocally(style, text, { ...NOBODY, ...more })

/** Words of our own, as agents type them, and what becomes of them. */
const EXAMPLES: readonly [Style, string, string, Partial<Circumstances>?][] = [
  ['shorter', '您好，感谢您的耐心等待哦！您的订单这边已经帮您查到了呢，预计11月25日送达。祝您生活愉快~', '您的订单已经帮您查到了，预计11月25日送达。'],
  ['shorter', '亲，在的呢。我这边帮您查询一下哦，请稍等一下。', '我帮您查询一下。'],
  ['shorter', '退款已经提交了，退款已经提交了。48小时内到账哦~', '退款已经提交了。48小时内到账。'],
  ['shorter', '其实这个耳机是支持退货的呀，您在订单页提交申请就可以了哈。如有任何问题可以随时联系我们哦。', '这个耳机是支持退货的，您在订单页提交申请就可以了。'],
  ['shorter', '我们为您进行核实，核实后在这里告诉您。请问还有什么可以帮您的吗？', '我们为您核实，核实后在这里告诉您。'],
  ['shorter', '非常感谢您的支持与理解！包裹在杭州，明天派送呢！！', '包裹在杭州，明天派送！'],
  ['shorter', '您好！很高兴为您服务。这款台灯保修12个月，坏了可以换新的哦~', '这款台灯保修12个月，坏了可以换新的。'],
  ['shorter', 'Hi Emma, thank you for reaching out to us! I would like to inform you that your parcel is in Leeds. Have a great day!', 'Your parcel is in Leeds.'],
  ['shorter', 'Hello! I hope this message finds you well. We actually shipped it on 25 November due to the fact that the item was in stock. Please do not hesitate to contact us.', 'We shipped it on 25 November because the item was in stock.'],
  ['shorter', 'Your refund of £12.50 was sent today. Your refund of £12.50 was sent today.', 'Your refund of £12.50 was sent today.'],
  ['shorter', 'Please note that the charger is really very easy to replace in order to get it working.', 'The charger is easy to replace to get it working.'],
  ['shorter', 'Dear customer, at this point in time the parcel is with Royal Mail. Is there anything else I can help you with?', 'Now the parcel is with Royal Mail.'],
  ['formal', '亲，你的快递小哥说明天送哦~', '您好，您的快递员说明天送。'],
  ['formal', '好滴，你们的订单咱已经搞定啦！', '好的，您的订单我们已经处理好了。'],
  ['formal', '嗯嗯，啥时候方便收货呀？', '好的，什么时候方便收货？'],
  ['formal', '迷你风扇木有白色了哈哈，你看蓝色可以不？', '迷你风扇没有白色了，您看蓝色可以不？'],
  ['formal', '宝，谢谢啦，退款OK了😊', '您好，谢谢您，退款好了'],
  ['formal', '你好，咋办理退货？没事儿，我教你。', '您好，怎么办理退货？没关系，我教您。'],
  ['formal', '老板，这个月底到货，你放心！！', '您好，这个月底到货，您放心。'],
  ['formal', 'Hey, thx for waiting! We\'re gonna ship it tomorrow, don\'t worry :)', 'Hello, thank you for waiting. We are going to ship it tomorrow, do not worry'],
  ['formal', 'Hi there! It\'s on its way and you\'ll get it on 25 November!!', 'Hello. It is on its way and you will get it on 25 November.'],
  ['formal', 'ok, can\'t find ur order, pls send the number', 'Understood, cannot find your order, please send the number'],
  ['formal', 'I\'m sorry, that\'s not what we\'ve agreed. Let\'s check.', 'I am sorry, that is not what we have agreed. Let us check.'],
  ['formal', 'Yeah no worries, it won\'t cost u anything 😀', 'Yes no problem, it will not cost you anything'],
  ['warmer', '发一下订单号。', '您好，麻烦您发一下订单号。还有不清楚的，直接问我就行。'],
  ['warmer', '你必须先提供照片', '您好，麻烦您先提供照片。还有不清楚的，直接问我就行。'],
  ['warmer', '退款 129.50 元已提交，原路退回。', '李雷您好，退款 129.50 元已提交，原路退回。还有不清楚的，直接问我就行。', { name: '李雷' }],
  ['warmer', '我们在核实。', '您好，您着急的心情我明白。我们在核实。', { emotion: 3 }],
  ['warmer', '您好，已发货。', '您好，已发货。还有不清楚的，直接问我就行。'],
  ['warmer', '核实好了告诉您，可以吗？', '您好，核实好了告诉您，可以吗？'],
  ['warmer', 'Send the photo of the label.', 'Hi Emma, please send the photo of the label. If anything is unclear, just ask me here.', { name: 'Emma Stone' }],
  ['warmer', 'You must send the order number', 'Hello, please send the order number. If anything is unclear, just ask me here.'],
  ['warmer', 'The parcel is in Leeds.', 'Hi Tom, I understand why you are upset. The parcel is in Leeds.', { emotion: 2, name: 'Tom' }],
  ['warmer', '你把面单拍一下，我来登记', '您好，您把面单拍一下，我来登记。还有不清楚的，直接问我就行。'],
  ['firmer', '我觉得这个可能没办法退哦，您看可以吗？', '这个不能退。'],
  ['firmer', '不好意思，这款恐怕不太支持7天无理由呢。', '这款不支持7天无理由。'],
  ['firmer', '如果方便的话，麻烦您拍一下面单好吗？', '请您拍一下面单。'],
  ['firmer', '应该明天能到吧。', '应该明天能到。'],
  ['firmer', '其实我们认为这不太符合换货条件~', '这不符合换货条件'],
  ['firmer', '能不能麻烦您提供一下订单号？', '请您提供一下订单号。'],
  ['firmer', '要不您先把商品寄回吧', '您先把商品寄回'],
  ['firmer', 'I\'m afraid we might not be able to refund this, if that\'s okay with you.', 'We cannot refund this.'],
  ['firmer', 'Could you possibly send us the photo?', 'Please send us the photo.'],
  ['firmer', 'I think it will probably arrive tomorrow.', 'It will probably arrive tomorrow.'],
  ['firmer', 'Unfortunately we are not really able to change the address, it is just a little late.', 'We cannot change the address, it is late.'],
  ['firmer', 'We\'d really appreciate it if you could return the box. Would it be possible to do it today?', 'Please return the box. Please do it today.'],
  ['apologise', '您的包裹还在杭州转运中心。', '让您一直等包裹，抱歉。您的包裹还在杭州转运中心。'],
  ['apologise', '您好，退款已提交，48小时内到账。', '您好，这件事让您多费心了，抱歉。退款已提交，48小时内到账。'],
  ['apologise', '我来登记。', '收到的东西没让您满意，抱歉。我来登记。', { topics: ['damaged'] }],
  ['apologise', '我来登记。', '给您添麻烦了，抱歉。我来登记。'],
  ['apologise', '我再去催一下快递。', '包裹的事让您挂心了，抱歉。我再去催一下快递。', { said: ['让您一直等包裹，抱歉。'] }],
  ['apologise', 'Your parcel is in Leeds.', 'I am sorry that you are still waiting for your parcel. Your parcel is in Leeds.'],
  ['apologise', 'Hi Emma, the refund was sent today.', 'Hi Emma, I am sorry for the trouble this has been for you. The refund was sent today.'],
  ['apologise', 'We are looking into it.', 'I am sorry to have kept you waiting. We are looking into it.', { topics: ['service_complaint'] }],
  ['apologise', 'We are checking with the team.', 'I am sorry for the trouble. We are checking with the team.'],
]

/** Where nothing can be done honestly, the desk says which of these it is. */
const NOTHING: readonly [Style, string, NothingReason, Partial<Circumstances>?][] = [
  ['shorter', '已发货。', 'already'],
  ['shorter', '请您耐心等待哦', 'nothing'],
  ['shorter', '请等3天。', 'already'],
  ['shorter', 'Shipped.', 'already'],
  ['shorter', 'Thank you for your patience.', 'nothing'],
  ['formal', '您好，退款已提交。', 'already'],
  ['formal', 'Your refund was sent today.', 'already'],
  ['warmer', '王女士您好，包裹在杭州。还有不清楚的，直接问我就行。', 'already', { said: ['您好，已发货。还有不清楚的，直接问我就行。'] }],
  ['warmer', 'Hi Tom, it shipped today. If anything is unclear, just ask me here.', 'already', { said: ['If anything is unclear, just ask me here.'] }],
  ['firmer', '超过7天不能退。', 'nothing'],
  ['firmer', 'We cannot refund this.', 'nothing'],
  ['apologise', '抱歉，已经在核实。', 'already'],
  ['apologise', 'I\'m sorry, we are checking.', 'already'],
  ['formal', 'Ihre Rückerstattung ist unterwegs.', 'language'],
  ['shorter', '発送しました。', 'language'],
  ['warmer', 'Su pedido está en camino.', 'language'],
]

describe('local rewrites', () => {
  test.each(EXAMPLES)('RW-1 %s: %s (a rule that reaches too far spoils a reply that somebody is about to send)', (style, text, expected, more) => {
    expect(rewrite(style, text, more)).toMatchObject({ text: expected, nothing: null })
  })

  test.each(NOTHING)('RW-2 %s of “%s” is none, and says why (the same words come back as if they were new)', (style, text, nothing, more) => {
    expect(rewrite(style, text, more)).toMatchObject({ text: '', nothing })
  })

  test.each(EXAMPLES)('RW-3 no figure is lost or made by %s: %s', (style, text, expected, more) => {
    const { language } = rewrite(style, text, more)
    expect(survival({ text, language: language ?? '' }, { text: expected, language: language ?? '' }, NOW)).toEqual({ findings: [], lost: [] })
  })

  test.each(['zh', 'en'])('RW-3 no style touches a figure of the usual replies in %s', (language) => {
    const replies = readFileSync(new URL(`../../guard/clean-replies.${language}.txt`, import.meta.url), 'utf8').split('\n').filter((line) => line.trim() !== '')
    const changed = replies.flatMap((text) => STYLES.flatMap((style) => {
      const made = rewrite(style, text)
      if (made.nothing !== null) return []
      const { findings, lost } = survival({ text, language }, { text: made.text, language }, NOW)
      return findings.length + lost.length > 0 ? [{ style, text, made: made.text }] : []
    }))
    expect(changed).toEqual([])
  })

  test('RW-1 words of any kind are told at once (a row of the same letter hung the desk)', () => {
    const rows = ['嗯', '亲', '您', '好的', 'a ', '1.', '，', 'if you ', 'I think ', '哈哈', 'AB ', 'could you ', ' '].map((word) => `${word.repeat(4000 / word.length)}x`)
    for (const style of STYLES) for (const row of rows) expect(typeof rewrite(style, row).text).toBe('string')
  })

  test('RW-4 an apology admits nothing, promises nothing and offers nothing, whatever it is about', () => {
    for (const language of ['zh', 'en'] as const) {
      const said: string[] = []
      for (const topics of [[], ['damaged'], ['refund_progress'], ['where_is_order'], ['promise_broken']]) {
        for (let once = apology('', language, { ...NOBODY, topics, said }); once !== ''; once = apology('', language, { ...NOBODY, topics, said })) said.push(once)
      }
      expect(said.length).toBeGreaterThanOrEqual(11)
      expect(said.join('\n')).not.toMatch(/责任|过错|我们的错|疏忽|失误|赔|补偿|退您|一定|保证|our (?:fault|mistake)|we (?:failed|were wrong)|compensat|guarantee|refund you/i)
    }
  })

  test('RW-5 how sure a fact is stays (a guess became a promise when its “应该” was dropped)', () => {
    expect(rewrite('firmer', '我觉得大概明天能发出吧。').text).toBe('大概明天能发出。')
    expect(rewrite('firmer', 'I think it should arrive on Friday.').text).toBe('It should arrive on Friday.')
  })

  test('RW-1 a style that was applied once changes nothing when it is applied again', () => {
    for (const [style, text, , more] of EXAMPLES) {
      if (style === 'apologise' || style === 'warmer') continue
      const once = rewrite(style, text, more).text
      expect({ style, text, twice: rewrite(style, once, more).text }).toEqual({ style, text, twice: '' })
    }
  })

  test('RW-2 every style knows both languages', () => {
    for (const style of STYLES) for (const language of ['zh', 'en']) expect(EXAMPLES.some(([of, text]) => of === style && /\p{Script=Han}/u.test(text) === (language === 'zh'))).toBe(true)
    expect(EXAMPLES.length + NOTHING.length).toBeGreaterThan(60)
  })
})
