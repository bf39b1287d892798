import { expect, test } from 'vitest'
import { undoPolicy } from '../../../tests/support/shop.ts'
import { furthestLevel } from './furthest.ts'

test('Z-15 the line tells the furthest that autopilot may go, and "nothing" where no limits came (else it would promise answers that never go out)', () => {
  const drafting = { ...undoPolicy(8), intents: { a: { ...undoPolicy(8).intents['where_is_order'], level: 'suggest' } } } as ReturnType<typeof undoPolicy>
  expect([furthestLevel([]), furthestLevel([undoPolicy(8)]), furthestLevel([drafting, undoPolicy(8)]), furthestLevel([drafting])]).toEqual(['off', 'undo', 'undo', 'suggest'])
})
