import { expect, test } from 'vitest'
import { maskingRows, seenIn } from './index.ts'
import { HELD_OUT, SENTENCES } from './sentences.ts'

test('TR-5 of what strangers write, whom no record knows, at least 97 in 100 personal values are hidden in sentences that were looked at, 85 in those that were not', () => {
  const rows = maskingRows().filter(({ figure }) => figure === 'personal values hidden')
  expect(rows).toHaveLength(4)
  for (const { split, value } of rows) expect(value, split).toBeGreaterThanOrEqual(split.includes('held out') ? 0.85 : 0.97)
})

test('TR-5 a secret is hidden in every one of these sentences, from an endpoint in the house as well', () => {
  const secrets = new Set(['card', 'id', 'iban', 'passport', 'ssn', 'code', 'password'])
  for (const policy of ['all', 'secrets'] as const) {
    const left = (['zh', 'en'] as const).flatMap((language) => [SENTENCES, HELD_OUT].flatMap((sentences) => seenIn(sentences[language], language, policy))).filter(({ kind, hidden }) => secrets.has(kind) && !hidden)
    expect(left.map(({ text, sent }) => `${text} => ${sent}`)).toEqual([])
  }
})
