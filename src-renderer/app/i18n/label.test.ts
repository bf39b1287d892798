import { expect, test } from 'vitest'
import { labelOf, showsMood } from './label.ts'

test('W-24 a code of triage is shown by its name in both spellings, an unknown one not at all (no codes on the screen)', () => {
  expect(labelOf('en', 'mark.abuse')).toBe(labelOf('en', 'abuse'))
  expect(labelOf('zh', 'threat.review')).toBe(labelOf('zh', 'threat_review'))
  expect(labelOf('en', 'anger.caps')).toBe('Written in capitals')
  expect(labelOf('en', 'constructor')).toBeNull()
  expect(labelOf('zh', 'mark.something_new')).toBeNull()
})

test('W-24 words that only tell the topic are not underlined as anger', () => {
  expect(['anger.word', 'threat.review', 'mark.abuse', 'wait.days'].every(showsMood)).toBe(true)
  expect(['topic.damaged', 'act.urge'].some(showsMood)).toBe(false)
})
