import { describe, expect, test } from 'vitest'
import { draft } from '../../bridge/made-up.ts'
import { canRecall, firstSentence, ghostOf, nextWords, NO_WORDS, type Words, type WordsEvent } from './ghost.ts'

const D = draft('d1', '您好。马上为您查。', { state: 'ready' })
const after = (...events: WordsEvent[]): Words => events.reduce(nextWords, NO_WORDS)
const type = (text: string): WordsEvent => ({ type: 'type', text })
const dismiss: WordsEvent = { type: 'dismiss', draftId: 'd1' }

describe('ghost text', () => {
  test('W-16 an empty field shows the whole draft, the accepted beginning shows the rest', () => {
    expect(ghostOf(NO_WORDS, D)).toBe('您好。马上为您查。')
    expect(ghostOf(after(type('您好。')), D)).toBe('马上为您查。')
    expect(ghostOf(after(type(D.text)), D)).toBe('')
  })

  test('W-16 any other word hides it and a draft never changes what was typed', () => {
    const words = after(type('请'))
    expect(ghostOf(words, D)).toBe('')
    expect(ghostOf(words, draft('d2', '另一条', { state: 'ready' }))).toBe('')
    expect(words.text).toBe('请')
  })

  test('W-16 undoing the typed word brings the ghost back', () => {
    expect(ghostOf(after(type('请'), type('')), D)).toBe(D.text)
  })

  test('W-16 while an input method composes no ghost stands between the letters', () => {
    const composing = after({ type: 'compose', on: true }, type('您'))
    expect(ghostOf(composing, D)).toBe('')
    expect(ghostOf(nextWords(composing, { type: 'compose', on: false }), D)).toBe('好。马上为您查。')
  })

  test('W-16 a dismissed draft stays away, Ctrl+Z brings it back, a newer draft shows by itself', () => {
    const gone = after(dismiss)
    expect(ghostOf(gone, D)).toBe('')
    expect(ghostOf(nextWords(gone, { type: 'recall' }), D)).toBe(D.text)
    expect(ghostOf(gone, draft('d2', '新的', { state: 'ready' }))).toBe('新的')
  })

  test('W-16 after typing, Ctrl+Z belongs to the typing and not to the dismissed draft', () => {
    const typed = after(dismiss, type('a'))
    expect(canRecall(typed)).toBe(false)
    expect(nextWords(typed, { type: 'recall' })).toEqual(typed)
    expect(canRecall(nextWords(typed, type('')))).toBe(true)
  })

  test('W-16 streaming text grows behind what was already taken', () => {
    const taken = after(type('您好。'), { type: 'took', draftId: 'd1' })
    expect(ghostOf(taken, draft('d1', '您好。马上'))).toBe('马上')
  })

  test('W-16 once sent, the same draft is not offered again (else Tab would send it twice)', () => {
    expect(ghostOf(after(type(D.text), { type: 'sent', draftId: 'd1' }), D)).toBe('')
  })

  test('W-16 the reply carries the draft it was taken from, and forgets it when the field was emptied', () => {
    const taken = after({ type: 'took', draftId: 'd1' }, type(D.text))
    expect(taken.takenFrom).toBe('d1')
    expect(nextWords(nextWords(taken, type('')), type('自己写')).takenFrom).toBeNull()
  })

  test('W-16 a failed draft without text shows nothing', () => {
    expect(ghostOf(NO_WORDS, draft('d1', '', { state: 'failed' }))).toBe('')
    expect(ghostOf(NO_WORDS, null)).toBe('')
  })
})

describe('one sentence', () => {
  test('W-17 ends at Chinese and English marks and takes closing quotes and the space along', () => {
    expect(firstSentence('您好！“好的。”马上查')).toBe('您好！')
    expect(firstSentence('“好的。”马上查')).toBe('“好的。”')
    expect(firstSentence('Sure. I will check.')).toBe('Sure. ')
  })

  test('W-17 a decimal point or an address does not end a sentence', () => {
    expect(firstSentence('The refund of 159.00 goes to a.b.com today. Thanks')).toBe('The refund of 159.00 goes to a.b.com today. ')
  })

  test('W-17 a text without an end is one sentence, and the pieces together are the text', () => {
    expect(firstSentence('没有标点')).toBe('没有标点')
    let rest = '第一句。第二句!\n第三 3.5 元… 完'
    let joined = ''
    while (rest !== '') {
      const piece = firstSentence(rest)
      joined += piece
      rest = rest.slice(piece.length)
    }
    expect(joined).toBe('第一句。第二句!\n第三 3.5 元… 完')
  })
})
