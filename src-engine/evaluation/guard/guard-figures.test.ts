import fs from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guard, GUARD_KINDS, parseRulePacks, type GuardInput } from '../../domain/guard/index.ts'
import { guardShares, heldOutDrafts, openDrafts } from './index.ts'
import { measureGuard } from './measure.ts'

const folder = new URL('../../../resources/rules/', import.meta.url)
const packs = fs.readdirSync(folder).map((name) => JSON.parse(fs.readFileSync(new URL(name, folder), 'utf8')) as unknown)
const rules = parseRulePacks(packs)
const open = openDrafts()
const drawn = fc.constantFrom(...open.spoiled, ...open.right)

describe('GU-7 figures', () => {
  test('GU-7 over a thousand spoiled replies and three hundred right ones: a check that goes blind, or marks what is true', () => {
    expect([open.spoiled.length > 1000, open.right.length > 300]).toEqual([true, true])
    const { found, markedRight, missed, falselyMarked } = measureGuard(open, rules)
    expect({ missed: missed.length <= 10 ? [] : missed.map((one) => `${one.error}: ${one.input.draft}`), falselyMarked: falselyMarked.length <= 5 ? [] : falselyMarked }).toEqual({ missed: [], falselyMarked: [] })
    expect(found).toBeGreaterThanOrEqual(0.99)
    expect(markedRight).toBeLessThanOrEqual(0.02)
  })

  // Thousands of replies: the time out is there for a hang, not for a slow machine.
  test('GU-7 the table has both halves, each with its target', { timeout: 180_000 }, () => {
    const rows = guardShares(rules)
    expect(rows.map(({ split, figure }) => `${split}: ${figure}`)).toEqual(['open', 'held out', 'second held out', 'third held out', 'other products'].flatMap((split) => [`${split}: errors found`, `${split}: right replies marked`]))
    expect(rows.filter(({ value, target }) => ('atLeast' in target ? value < target.atLeast : value > target.atMost))).toEqual([])
  })

  test('GU-7 the same seed gives the same drafts, and held-out templates share none of them', () => {
    expect(openDrafts().spoiled.map((one) => one.input.draft)).toEqual(open.spoiled.map((one) => one.input.draft))
    const known = new Set(open.right.map((one) => one.input.draft))
    expect(heldOutDrafts().right.filter((one) => known.has(one.input.draft))).toEqual([])
  })
})

describe('GU-8 properties', () => {
  test('GU-8 every finding lies on its words, is of the closed list, and is the same again', () => {
    fc.assert(fc.property(drawn, ({ input }) => {
      const { ok, findings } = guard({ ...input, rules })
      for (const finding of findings) {
        expect([...input.draft].slice(finding.start, finding.end).join('')).toBe(finding.text)
        expect(finding.text).not.toBe('')
        expect(GUARD_KINDS).toContain(finding.kind)
      }
      expect(ok).toBe(findings.every((finding) => finding.severity !== 'error'))
      expect(guard({ ...input, rules }).findings).toEqual(findings)
    }), { seed: 1, numRuns: 200 })
  })

  test('GU-8 one more fact never makes a figure lose its source', () => {
    const withoutSource = (input: GuardInput) => guard(input).findings.filter((finding) => finding.expected === undefined && finding.source === undefined && finding.kind !== 'language').map((finding) => `${finding.kind} ${finding.start}`)
    fc.assert(fc.property(drawn, drawn, ({ input }, other) => {
      const more = { ...input, facts: [...input.facts, ...other.input.facts.map((fact) => ({ ...(fact as object), user_id: undefined, customerId: undefined, type: 'note' }))] }
      const before = withoutSource(input)
      expect(withoutSource(more).filter((finding) => !before.includes(finding))).toEqual([])
    }), { seed: 2, numRuns: 200 })
  })

  test('GU-8 a rewrite breaks no rule itself: the one key never leads from mark to mark', () => {
    const filled = (rewrite: string): string => rewrite.replaceAll('{replyBy}', /\p{Script=Han}/u.test(rewrite) ? '今天18:00前' : 'by 18:00 today')
    const marked = rules.flatMap((pack) => pack.rules).flatMap((rule) => guard({ draft: filled(rule.rewrite), facts: [], passages: [], rules }).findings.filter((finding) => finding.kind === 'rule').map((finding) => `${rule.id}: ${finding.text}`))
    expect(marked).toEqual([])
    for (const pack of rules) {
      for (const rule of pack.rules) {
        for (const phrase of rule.phrases) {
          const own = guard({ draft: phrase, facts: [], passages: [], rules: [pack], now: '2026-11-24T10:00:00+08:00', hours: { from: '09:00', to: '18:00' } }).findings.find((finding) => finding.source === rule.id)
          expect([phrase, own?.expected]).toEqual([phrase, filled(rule.rewrite)])
        }
      }
    }
  })
})

describe('GU-10 rule packs', () => {
  test('GU-10 only outside payment and sensitive data block; a pack with any other block is refused', () => {
    expect(new Set(rules.flatMap((pack) => pack.rules).filter((rule) => rule.severity === 'block').map((rule) => rule.protects))).toEqual(new Set(['outside-payment', 'sensitive-data']))
    const [pack] = packs as Array<{ rules: object[] }>
    expect(() => parseRulePacks([{ ...pack, rules: [{ ...pack?.rules[0], severity: 'block', protects: undefined }] }])).toThrow('protects')
  })

  test('GU-10 law, platform, shop and category each have a pack, with source and dates', () => {
    expect(new Set(rules.map((pack) => pack.scope))).toEqual(new Set(['law', 'platform', 'shop', 'category']))
  })

  test('GU-10 a rule holds from its first to its last day, and a category\'s rules for its goods', () => {
    const pack = (more: object, rule: object) => parseRulePacks([{ id: 'x', version: 1, scope: 'category', jurisdiction: 'CN', channels: ['*'], checkedOn: '2026-11-22', expiresOn: null, ...more, rules: [{ id: 'X-1', phrases: ['某词'], severity: 'warn', say: { zh: '不说', en: 'no' }, rewrite: '另一词', source: 's', verified: 'U', ...rule }] }])
    const count = (made: ReturnType<typeof pack>, now: string, categories?: string[]) => guard({ draft: '某词', facts: [], passages: [], rules: made, now, ...(categories ? { policy: { categories } } : {}) }).findings.length
    const dated = pack({}, { from: '2026-11-01', to: '2026-11-30' })
    expect(['2026-10-31T12:00:00+08:00', '2026-11-01T12:00:00+08:00', '2026-11-30T12:00:00+08:00', '2026-12-01T12:00:00+08:00'].map((now) => count(dated, now))).toEqual([0, 1, 1, 0])
    const food = pack({ categories: ['food'] }, {})
    expect([count(food, '2026-11-01T12:00:00+08:00'), count(food, '2026-11-01T12:00:00+08:00', ['food']), count(food, '2026-11-01T12:00:00+08:00', ['shoes'])]).toEqual([1, 1, 0])
  })
})

describe('GU-14 a rewrite goes to the customer as it stands', () => {
  const now = '2026-11-24T20:30:00+08:00'
  const hours = { from: '09:00', to: '22:00' }
  const expectedOf = (draft: string, more: Partial<GuardInput> = {}) => guard({ draft, facts: [], passages: [], rules, now, hours, ...more }).findings.filter(({ kind }) => kind === 'rule')
  /** The draft with every rewrite put in. */
  const put = (draft: string): string => expectedOf(draft).toReversed().reduce((text, { start, end, expected }) => [...text].slice(0, start).join('') + (expected ?? '') + [...text].slice(end).join(''), draft)

  test('GU-14 in no pack a rewrite has words left out, a gap or a time of its own (`我能做的是…` at a customer, `今天18:00前` at 20:30)', () => {
    const all = rules.flatMap((pack) => pack.rules)
    expect(all.filter(({ rewrite }) => /…|\.\.\.|_{2,}|\{(?!replyBy\})|\d\s?(?::\d\d|[点时]|[ap]m\b)/i.test(rewrite)).map(({ id, rewrite }) => `${id}: ${rewrite}`)).toEqual([])
    const [pack] = packs as Array<{ rules: object[] }>
    expect(() => parseRulePacks([{ ...pack, rules: [{ ...pack?.rules[0], rewrite: '我能做的是…' }] }])).toThrow('left out')
  })

  test('GU-14 empty time becomes the shop\'s time; none is made up where its hours are not known', () => {
    expect(put('我们会尽快给您处理。')).toBe('我们今天22:00前回复您。')
    expect(put('We will reply as soon as possible.')).toBe('We will reply by 22:00 today.')
    expect(expectedOf('我们会尽快给您处理。', { now: '2026-11-24T21:30:00+08:00' })[0]?.expected).toBe('11月25日12:00前回复您')
    expect(expectedOf('我们会尽快给您处理。', { hours: undefined })[0]).not.toHaveProperty('expected')
  })

  test.each([
    ['这个没办法退', '这个暂时不能退'], ['我也没办法。', '我去向主管核实能怎么处理,今天22:00前回复您。'], ['今天不可能到', '今天应该不会到'], ['我们规定就是这样的。', '按平台规则是这样处理的,原因我跟您说明一下。'],
    ["I'm sorry, that's our policy.", "I'm sorry, this is how our rule works, and I am happy to explain why."], ['It will definitely arrive on Friday.', 'It should arrive on Friday.'],
  ])('GU-14 %s -> %s', (draft, text) => {
    expect(put(draft)).toBe(text)
    expect(expectedOf(text)).toEqual([])
  })
  test('GU-14 有没有办法 asks and is no refusal', () => {
    expect(expectedOf('我看看有没有办法。')).toEqual([])
  })
})
