import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { customerSays, input, LI, NOW, order, PARCEL, weSay } from '../testing.ts'
import { parseTemplates } from '../templates.ts'
import { buildPrompt } from '../prompt.ts'
import { orderFacts } from '../order-facts.ts'
import { knownValues } from './known.ts'
import { createMasker, inventedMarks } from './masker.ts'
import { createVault, LONGEST_MARK } from './vault.ts'

const templates = parseTemplates(['zh', 'en'].map((language) => ({ language, version: '1', phrases: { hello: ['hi'] } })))
const known = (orders = [order()]) => knownValues({ customer: LI, displayName: '李雷', orders })
const masker = (policy: 'all' | 'secrets' = 'all', vault = createVault([])) => createMasker(policy, vault, known())

/** Words around personal data, and signs that the placeholders themselves are made of. */
const PIECES = ['订单', '我的电话是', ' my phone ', '收件人', '，', ' ', '[', ']', '[phone-', '[phone-1]', '【order-1】', '[order-1.2]', '-1]', '李', '李雷', '在吗', '🙂', 'order', '\n', '13800000810', '138 0000 0810', '2188340610072265', '2188 3406 1007 2265', '73100299881726', 'li.lei@example.com', '文三路 99 号 302', '浙江省杭州市西湖区文三路99号302室', '尾号0810', '12', '[1]']
const words = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8, unit: 'grapheme' })), { maxLength: 14 }).map((pieces) => pieces.join(''))
/** Cuts a text at random places, in the middle of a sign's two halves as well. */
const cuts = fc.array(fc.nat({ max: 400 }), { maxLength: 30 })
function pieces(text: string, at: readonly number[]): string[] {
  const places = [0, ...[...new Set(at.map((place) => place % (text.length + 1)))].sort((a, b) => a - b), text.length]
  return places.slice(1).map((to, index) => text.slice(places[index], to))
}

describe('TR-1 nothing personal is sent where nothing personal may be read', () => {
  test('TR-1 no known value stands in a prompt, whatever the conversation is (a name in a fact, an address in an old reply, a number with blanks)', () => {
    const name = fc.constantFrom('陈静', '欧阳文静', 'Anna Keller', 'Oğuz Demir')
    const digits = (length: number) => fc.array(fc.nat({ max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))
    const person = fc.record({ name, phone: digits(9).map((rest) => `13${rest}`), no: digits(15).map((rest) => `2${rest}`), tracking: digits(13).map((rest) => `7${rest}`), detail: fc.constantFrom('文三路 99 号 302', '12 Kiefernweg', '人民东路8弄3号楼1602') })
    const said = (values: string[]) => fc.array(fc.oneof(fc.constantFrom(...values), fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''))
    const talk = person.chain((one) => fc.record({ one: fc.constant(one), turns: fc.array(fc.record({ ours: fc.boolean(), text: said(Object.values(one)) }), { minLength: 1, maxLength: 8 }) }))
    fc.assert(fc.property(talk, ({ one, turns }) => {
      const mine = order({ no: one.no, logistics: { ...PARCEL, trackingNo: one.tracking }, address: { name: one.name, phone: one.phone, region: '浙江省 杭州市', detail: one.detail } })
      const given = { ...input(templates, { history: [...turns.map(({ ours, text }) => (ours ? weSay(text) : customerSays(text))), customerSays('到哪了')], orders: [mine] }), customer: { ...LI, name: one.name, phone: one.phone } }
      const hides = createMasker('all', createVault([]), knownValues({ customer: given.customer, displayName: one.name, orders: [mine] }))
      const prompt = buildPrompt({ ...given, passages: [{ id: 'a', title: '标题', text: `${one.name} ${one.no}` }] }, '{{facts}} {{passages}}', hides)
      const result = hides.facts({ orders: [orderFacts(mine, { language: 'zh', timeZone: 'Asia/Shanghai' })] })
      const sent = JSON.stringify([prompt, result])
      for (const value of Object.values(one)) expect(sent).not.toContain(value)
    }), { numRuns: 300, seed: 20261127 })
  })

  test('TR-1 a value stands behind the same placeholder in words, facts and results, another way of writing it behind a dot', () => {
    const hides = masker()
    expect(hides.said('2188340610072265 到哪了', NOW, null)).toBe('[order-1] 到哪了')
    expect(hides.said('是 2188 3406 1007 2265', NOW, null)).toBe('是 [order-1.2]')
    expect(hides.facts({ orderNo: '2188340610072265' })).toEqual({ orderNo: '[order-1]' })
    expect(hides.unmaskFacts({ orderNo: '[order-1.2]' })).toEqual({ orderNo: '2188 3406 1007 2265' })
  })

  test('TR-1 placeholders stay the same in a conversation when its beginning is no longer read', () => {
    const before = createVault([])
    masker('all', before).said('我的电话13912345678，另一个13712345678', NOW, null)
    const after = createVault(before.all())
    const hides = masker('all', after)
    expect(hides.said('打13712345678', NOW, null)).toBe('打[phone-2]')
    expect(hides.said('打13512345678', NOW, null)).toBe('打[phone-3]')
    expect(after.fresh()).toEqual([{ mark: '[phone-3]', kind: 'phone', value: '13512345678' }])
  })

  test('TR-2 secrets are stars for every endpoint and never come back; the end of a card that is stars already goes as well', () => {
    const text = '卡号6222021234567890123 身份证11010519491231002X 验证码是483921 密码：abc123! 尾巴 ***************0123'
    for (const policy of ['all', 'secrets'] as const) {
      const hides = masker(policy)
      const sent = hides.said(text, NOW, null)
      expect(sent).not.toMatch(/6222021234567890123|11010519491231002|483921|abc123|0123/)
      expect(hides.unmask(sent)).not.toMatch(/6222021234567890123|11010519491231002|483921|abc123|0123/)
    }
  })

  test('TR-2 an endpoint in the house reads the rest as it is, and what looks like a placeholder is nothing there', () => {
    const hides = masker('secrets')
    expect(hides.said('李雷 13800000810 [phone-1]', NOW, null)).toBe('李雷 13800000810 [phone-1]')
    expect(hides.unmask('[phone-1]')).toBe('[phone-1]')
  })

  test('TR-1 the shop\'s hotline in an article stays, a customer\'s number in it does not', () => {
    expect(masker().article('热线 400-820-8820，不要写 13800000810')).toBe('热线 400-820-8820，不要写 [phone-1]')
  })
})

describe('TR-3 what comes back', () => {
  test('TR-3 unmasked is what was masked, however the stream is cut (half a placeholder on the screen, a doubled bracket)', () => {
    fc.assert(fc.property(words, cuts, (text, at) => {
      const hides = masker()
      const sent = hides.said(text, NOW, null)
      fc.pre(!sent.includes('*') || text.includes('*'))
      let out = ''
      const stream = hides.stream((piece) => { out += piece })
      for (const piece of pieces(sent, at)) stream.push(piece)
      stream.end()
      expect(out).toBe(text)
      expect(hides.unmask(sent)).toBe(text)
    }), { numRuns: 2000, seed: 20261127 })
  })

  test('TR-3 no more is held back than a placeholder is long, and only where one may begin (a draft that stands still)', () => {
    fc.assert(fc.property(words, cuts, (text, at) => {
      const hides = masker()
      let out = 0
      let pushed = 0
      const stream = hides.stream((piece) => { out += piece.length })
      for (const piece of pieces(text, at)) {
        stream.push(piece)
        pushed += piece.length
        expect(pushed - out).toBeLessThan(LONGEST_MARK)
      }
    }), { numRuns: 500, seed: 20261127 })
    const shown: string[] = []
    const stream = masker().stream((piece) => { shown.push(piece) })
    for (const piece of ['好', '的[', '1', ']', '，[东', '莞]', ' 5 [ph', 'one-1', ']']) stream.push(piece)
    expect(shown).toEqual(['好', '的', '[1', ']', '，[东', '莞]', ' 5 ', '[phone-1]'])
  })

  test('TR-3 a placeholder comes back however a model writes it', () => {
    const hides = masker()
    hides.said('13912345678', NOW, null)
    expect(hides.unmask('【phone-1】 [Phone-1] [ phone-1 ]')).toBe('13912345678 13912345678 13912345678')
  })

  test('TR-4 a placeholder that the model made up stays as it is, and is told', () => {
    const hides = masker()
    hides.said('13912345678', NOW, null)
    const draft = hides.unmask('打给[phone-1]或[phone-7]')
    expect(draft).toBe('打给13912345678或[phone-7]')
    expect(inventedMarks(draft, hides.marks())).toEqual([{ from: 14, to: 23, text: '[phone-7]' }])
  })
})
