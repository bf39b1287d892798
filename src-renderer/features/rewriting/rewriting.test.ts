import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../src-shared/domain/draft.ts'
import { nextWords, NO_WORDS, type Words, type WordsEvent } from '../composer/ghost.ts'
import { placeFindings } from '../composer/guard/place.ts'
import { isForeign } from '../translation/foreign.ts'
import { CHOICES, menuKey } from './choices.ts'
import { difference, isReadable, startOf } from './difference.ts'
import { afterReplacing } from './merge.ts'

const after = (...events: WordsEvent[]): Words => events.reduce(nextWords, NO_WORDS)
const finding = (text: string, start: number, kind = 'amount'): Finding => ({ kind, severity: 'error', text, start, end: start + [...text].length })

describe('the difference of two texts', () => {
  test.each([
    ['退款125元已经提交了。', '退款152元已提交。'], ['Hello, it shipped today.', 'It shipped today.'], ['', '您好'], ['您好', ''], ['一样的', '一样的'], ['a b a b a', 'b a b'],
  ])('RW-20 %s → %s: both texts can be read out of it, whatever changed (a preview showed words that nobody would get)', (before, now) => {
    const changes = difference(before, now)
    expect(changes.filter(({ kind }) => kind !== 'added').map(({ text }) => text).join('')).toBe(before)
    expect(changes.filter(({ kind }) => kind !== 'removed').map(({ text }) => text).join('')).toBe(now)
  })

  test('RW-20 a number is one piece, Chinese goes sign by sign', () => {
    expect(difference('退款125元已经提交', '退款152元已提交')).toEqual([
      { kind: 'same', text: '退款' }, { kind: 'removed', text: '125' }, { kind: 'added', text: '152' }, { kind: 'same', text: '元已' }, { kind: 'removed', text: '经' }, { kind: 'same', text: '提交' },
    ])
  })

  test('RW-20 texts with little in common are not laid over each other', () => {
    expect(isReadable(difference('您好，退款已提交。', 'Your refund was sent.'))).toBe(false)
    expect(isReadable(difference('退款已经提交了。', '退款已提交。'))).toBe(true)
  })

  test('RW-20 where a stretch begins is counted in what will stand there, in code points', () => {
    const changes = difference('😀旧的话', '😀新的话')
    expect(changes.map((_, index) => startOf(changes, index))).toEqual([0, 1, 1, 2])
  })

  test('RW-20 a text of any length is told (a long reply froze the window)', () => {
    const [before, now] = ['好'.repeat(4000), '坏'.repeat(4000)]
    expect(difference(before, now)).toEqual([{ kind: 'removed', text: before }, { kind: 'added', text: now }])
  })
})

describe('taking what was rewritten', () => {
  test('RW-21 marks outside the part stay on their words, those of the new words stand on theirs', () => {
    const text = '退88元。你好吗？补99元。'
    const checked = afterReplacing({ text, from: 5, to: 9, words: '您明天好吗？' }, [
      { finding: finding('88元', 1), start: 1, end: 4 }, { finding: finding('你好', 5), start: 5, end: 7 }, { finding: finding('99元', 10), start: 10, end: 13 },
    ], [finding('明天', 1, 'figure')], 'r1')
    expect(checked.text).toBe('退88元。您明天好吗？补99元。')
    for (const { text: words, start, end } of checked.findings) expect([...checked.text].slice(start, end).join('')).toBe(words)
    expect(checked.findings.map(({ text: words }) => words)).toEqual(['88元', '明天', '99元'])
    expect(placeFindings(checked.text, checked)).toHaveLength(3)
  })

  test('RW-21 what a person had looked at keeps its marks when the draft’s own look comes later', () => {
    const looked = { id: 'r1', text: '退88元', findings: [finding('88元', 1)] }
    const words = after({ type: 'took', draftId: 'd1' }, { type: 'type', text: '退88元' }, { type: 'looked', checked: looked }, { type: 'checked', draft: { id: 'd1', text: '别的', findings: [] } })
    expect(words.checked).toMatchObject({ id: 'r1' })
    expect(words.takenFrom).toBe('d1')
    expect(nextWords(words, { type: 'type', text: '' }).checked).toBeNull()
  })

  test('RW-21 undone to the agent’s own words, or emptied, the field holds no translation any more', () => {
    const translated = after({ type: 'type', text: 'It ships today.' }, { type: 'translated', ownWords: { text: '今天发货。', language: 'zh' } })
    expect(nextWords(translated, { type: 'type', text: 'It ships today!' }).ownWords).not.toBeNull()
    expect(nextWords(translated, { type: 'type', text: '今天发货。' }).ownWords).toBeNull()
    expect(nextWords(translated, { type: 'type', text: '' }).ownWords).toBeNull()
    expect(nextWords(translated, { type: 'type', text: '别的话' }).ownWords).toBeNull()
    expect(nextWords(translated, { type: 'sent', draftId: null }).ownWords).toBeNull()
  })
})

describe('the menu by keys', () => {
  test('RW-22 each line has its digit, the arrows go round, other keys are the field’s', () => {
    expect(CHOICES.map((_, at) => menuKey(String(at + 1), 0))).toEqual(CHOICES.map((_, at) => ({ take: at })))
    expect(menuKey('ArrowUp', 0)).toEqual({ point: CHOICES.length - 1 })
    expect(menuKey('ArrowDown', CHOICES.length - 1)).toEqual({ point: 0 })
    expect(menuKey('Enter', 3)).toEqual({ take: 3 })
    for (const key of ['9', '0', 'a', '您', 'Backspace', 'Tab']) expect(menuKey(key, 0)).toBeNull()
  })
})

describe('what is translated in a thread', () => {
  const verdict = (code: string, confidence: number) => ({ language: { code, confidence } }) as Parameters<typeof isForeign>[0]['verdict']
  const message = (more: Partial<Parameters<typeof isForeign>[0]>): Parameters<typeof isForeign>[0] => ({ author: { kind: 'customer', id: 'c', name: 'c' }, text: 'hola', verdict: verdict('es', 0.9), ...more })

  test('RW-16 only a customer’s words in another language, and only where triage is sure (“ok” was sent to the endpoint)', () => {
    expect(isForeign(message({}), 'zh')).toBe(true)
    expect(isForeign(message({}), 'es')).toBe(false)
    expect(isForeign(message({ text: 'ok', verdict: verdict('en', 0.3) }), 'zh')).toBe(false)
    expect(isForeign(message({ author: { kind: 'agent', id: 'a', name: 'a' } }), 'zh')).toBe(false)
    expect(isForeign(message({ recalledAt: 1 }), 'zh')).toBe(false)
    expect(isForeign(message({ text: ' ' }), 'zh')).toBe(false)
  })
})
