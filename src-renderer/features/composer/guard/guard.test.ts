import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../../src-shared/domain/draft.ts'
import { checkedOf, nextWords, NO_WORDS } from '../ghost.ts'
import { correct, fieldMarks, markAt } from './correct.ts'
import { placeFindings } from './place.ts'

const DRAFT = '您好，退您¥199，3天内到账。'
const amount: Finding = { kind: 'amount', severity: 'error', text: '¥199', start: 5, end: 9, expected: '¥189' }
const days: Finding = { kind: 'duration', severity: 'warning', text: '3天', start: 10, end: 12 }
const checked = { id: 'd', text: DRAFT, findings: [amount, days] }
const marked = (shown: string) => placeFindings(shown, checked).map((p) => `${p.start}:${[...shown].slice(p.start, p.end).join('')}`)

describe('where findings stand', () => {
  test('V-13 words taken from a draft keep their marks while what is beside them is as it was, wherever they move to', () => {
    expect(marked(DRAFT)).toEqual(['5:¥199', '10:3天'])
    expect(marked(`亲爱的😀${DRAFT.slice(3)}`)).toEqual(['6:¥199', '11:3天'])
    expect(marked('退您¥199')).toEqual(['2:¥199'])
  })

  test('V-13 the same figure in another sentence of the agent\'s own is not marked instead', () => {
    expect(marked('我等了3天了')).toEqual([])
    expect(marked('已为您补偿¥199优惠券')).toEqual([])
    expect(marked('我等了3天，¥189，3天内到账')).toEqual(['11:3天'])
  })

  test('V-13 two findings of the same words never share one place', () => {
    const twice = { text: '先¥5再¥5完', findings: [{ ...amount, text: '¥5', start: 1, end: 3 }, { ...amount, text: '¥5', start: 4, end: 6 }] }
    expect(placeFindings('嗯先¥5再¥5完', twice).map((p) => p.start)).toEqual([2, 5])
  })
})

describe('the marks of the words in the field', () => {
  test('V-13 a newer draft does not take the marks off words that came from the one before', () => {
    const taken = [{ type: 'type', text: DRAFT } as const, { type: 'took', draftId: 'd' } as const, { type: 'checked', draft: checked } as const].reduce(nextWords, NO_WORDS)
    expect(checkedOf(taken, { id: 'newer', text: '在的', findings: [] })).toMatchObject({ id: 'd' })
    expect(checkedOf(nextWords(taken, { type: 'type', text: '' }), { id: 'newer', text: '在的', findings: [] })).toMatchObject({ id: 'newer' })
  })

  test('V-13 what was found in a draft that nothing was taken from stays with that draft', () => {
    expect(nextWords({ ...NO_WORDS, text: '我自己写的' }, { type: 'checked', draft: checked }).checked).toBeNull()
  })
})

/** The field as the key sees it. */
function field(text: string, at: [number, number]) {
  let value = text
  let selected = at
  return {
    text: () => value, selected: () => selected,
    handle: {
      focus: () => undefined, selection: () => selected,
      select: (from: number, to: number) => { selected = [from, to] },
      put: (words: string) => {
        value = value.slice(0, selected[0]) + words + value.slice(selected[1])
        selected = [selected[0] + words.length, selected[0] + words.length]
      },
    },
  }
}

describe('the key that corrects', () => {
  const shown = `😀${DRAFT}`
  const marks = (text: string) => fieldMarks(text, placeFindings(text, checked))

  test('V-14 pressed once it selects the next mark, again it puts the expected value in, again it goes on; emoji are counted as the field counts', () => {
    const f = field(shown, [shown.length, shown.length])
    expect(correct(f.handle, marks(f.text()))).toBe(true)
    expect(f.text().slice(...f.selected())).toBe('¥199')
    correct(f.handle, marks(f.text()))
    expect(f.text()).toBe('😀您好，退您¥189，3天内到账。')
    correct(f.handle, marks(f.text()))
    expect(f.text().slice(...f.selected())).toBe('3天')
  })

  test('V-14 a mark without an expected value is left as it is, and the next one is shown', () => {
    const f = field(shown, [0, 0])
    const two = marks(shown)
    f.handle.select(two[1]?.from ?? 0, two[1]?.to ?? 0)
    correct(f.handle, two)
    expect(f.text()).toBe(shown)
    expect(f.text().slice(...f.selected())).toBe('¥199')
  })

  test('V-14 nothing marked: the key says so instead of moving the caret', () => {
    const f = field('好的', [1, 1])
    expect(correct(f.handle, [])).toBe(false)
    expect(f.selected()).toEqual([1, 1])
  })

  test('V-14 the caret inside a mark, or at either end, shows what is wrong with it', () => {
    const [first] = marks(shown)
    const from = first?.from ?? 0
    expect([from - 1, from, from + 4, from + 5].map((at) => markAt(marks(shown), at, at)?.placed.finding.text)).toEqual([undefined, '¥199', '¥199', '3天'])
  })
})
