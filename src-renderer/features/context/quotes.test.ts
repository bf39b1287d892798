import { expect, test } from 'vitest'
import { groupQuotes } from './quotes.ts'

test('W-24 words of the same reason stand together, each once (a flag of ten exclamations stays one line)', () => {
  expect(groupQuotes([{ text: '骗子', why: 'mark.abuse' }, { text: '!!!', why: 'anger.punctuation' }, { text: '垃圾', why: 'mark.abuse' }, { text: '骗子 ', why: 'mark.abuse' }])).toEqual([
    { why: 'mark.abuse', texts: ['骗子', '垃圾'] }, { why: 'anger.punctuation', texts: ['!!!'] },
  ])
})
