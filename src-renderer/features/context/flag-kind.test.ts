import { expect, test } from 'vitest'
import { flagKind, risksIn } from './flag-kind.ts'

test('W-25 a calm threat is a risk and not called anger; anger is called so at level 3 or by angry words', () => {
  expect(flagKind({ level: 0, codes: ['threat_authority'] })).toBe('risk')
  expect(flagKind({ level: 1, codes: ['chargeback'], whys: ['topic.chargeback'] })).toBe('risk')
  expect(flagKind({ level: 3, codes: ['threat_authority'] })).toBe('angry')
  expect(flagKind({ level: 1, codes: ['threat_review'], whys: ['threat.review', 'anger.word'] })).toBe('angry')
  expect(flagKind({ level: 2, codes: ['threat_review', 'abuse'] })).toBe('angry')
})

test('W-25 anger that has sunk to level 2 is still called anger where nothing else explains the flag', () => {
  expect(flagKind({ level: 2, codes: ['logistics_stuck'] })).toBe('angry')
})

test('W-25 the words for a risk come from what raises it, not from every topic', () => {
  expect(risksIn(['threat_authority', 'logistics_stuck', 'chargeback', 'threat_authority'])).toEqual(['threat_authority', 'chargeback'])
})
