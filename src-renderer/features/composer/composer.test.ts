import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CALLS } from '../../../src-shared/contract/calls.ts'
import type { Finding } from '../../../src-shared/domain/draft.ts'
import { fieldPieces, findingMarks } from './field-text.ts'
import { placeFindings } from './guard/place.ts'
import { FIELD_MAX, REPLY_MAX, tooLongBy } from './limits.ts'
import { meaningOf } from './send-key.ts'
import { UnsentSaver } from './unsent.ts'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })

describe('the sending key', () => {
  test('W-18 Ctrl+Enter always sends, Shift+Enter never does', () => {
    for (const mode of ['enter', 'ctrl-enter', null] as const) {
      expect(meaningOf(press('Enter', { ctrlKey: true }), mode)).toBe('send')
      expect(meaningOf(press('Enter', { shiftKey: true }), mode)).toBe('other')
    }
  })

  test('W-18 the first Enter asks and sends nothing; afterwards it does what was chosen', () => {
    expect(meaningOf(press('Enter'), null)).toBe('ask')
    expect(meaningOf(press('Enter'), 'enter')).toBe('send')
    expect(meaningOf(press('Enter'), 'ctrl-enter')).toBe('other')
  })
})

describe('guard marks', () => {
  const finding: Finding = { kind: 'amount', severity: 'error', text: '¥199', start: 3, end: 7, expected: '¥189' }
  const marks = (text: string) => findingMarks(placeFindings(text, { text: '退您😀¥199', findings: [finding] }), () => 'n').map((m) => [...text].slice(m.start, m.end).join(''))

  test('W-19 stand on their words, by code points, also after the agent edited before them', () => {
    expect(marks('退您😀¥199')).toEqual(['¥199'])
    expect(marks('亲爱的,退您😀😀¥199')).toEqual(['¥199'])
  })

  test('W-19 are gone when the words are gone, instead of underlining something else', () => {
    expect(marks('退您😀¥189')).toEqual([])
  })

  test('W-19 a mark over the border of own words and ghost is drawn on both, letter for letter', () => {
    const { text, ghost } = fieldPieces('退您¥1', '99元', [{ start: 2, end: 6, kind: 'finding', note: '' }])
    expect(text.filter((p) => p.marks.length > 0).map((p) => p.text)).toEqual(['¥1'])
    expect(ghost.filter((p) => p.marks.length > 0).map((p) => p.text)).toEqual(['99'])
    expect([...text, ...ghost].map((p) => p.text).join('')).toBe('退您¥199元')
  })
})

test('W-30 a long paste is kept and told by how much it is too long, counted as the engine counts: without blanks at its ends', () => {
  expect(tooLongBy('字'.repeat(REPLY_MAX))).toBe(0)
  expect(tooLongBy(` ${'字'.repeat(REPLY_MAX + 7)}\n`)).toBe(7)
  expect(CALLS['unsent.save'].params.shape.text.safeParse('字'.repeat(FIELD_MAX)).success).toBe(true)
})

describe('unsent words', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('W-20 are saved once after the last key, as they were last', () => {
    const save = vi.fn(() => Promise.resolve())
    const saver = new UnsentSaver(save)
    for (const text of ['一', '一二', '一二三']) saver.change('a', text)
    vi.advanceTimersByTime(299)
    expect(save).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(save.mock.calls).toEqual([['a', '一二三']])
  })

  test('W-20 are saved at once when the agent turns to another conversation, each under its own', () => {
    const save = vi.fn(() => Promise.resolve())
    const saver = new UnsentSaver(save)
    saver.change('a', '甲')
    saver.change('b', '乙')
    saver.flushAll()
    vi.advanceTimersByTime(1000)
    expect(save.mock.calls).toEqual([['a', '甲'], ['b', '乙']])
  })
})
