import { expect, test } from 'vitest'
import { groupQuotes } from './quotes.ts'

test('W-24 a word raised for two reasons is quoted once with both, and blanks are not quoted', () => {
  expect(groupQuotes([{ text: '骗子', why: 'mark.abuse' }, { text: '!!!', why: 'anger.punctuation' }, { text: '骗子 ', why: 'anger.word' }, { text: ' ', why: 'anger.caps' }])).toEqual([
    { text: '骗子', whys: ['mark.abuse', 'anger.word'] }, { text: '!!!', whys: ['anger.punctuation'] },
  ])
})
