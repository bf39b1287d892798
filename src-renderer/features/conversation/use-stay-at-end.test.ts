import { expect, test } from 'vitest'
import { stoodAtEnd } from './use-stay-at-end.ts'

const NEAR = 48
/** A thread of 2000 pixels. */
const at = (scrollTop: number, clientHeight: number) => ({ scrollHeight: 2000, scrollTop, clientHeight })

test('W-36 a scroll that is told only after the composer grew leaves the thread at its end: the newest words behind the composer', () => {
  expect(stoodAtEnd(at(1500, 300), 500, NEAR)).toBe(true)
})

test('W-36 so does one that the shrinking composer caused itself', () => {
  expect(stoodAtEnd(at(1300, 700), 500, NEAR)).toBe(true)
})

test('W-36 who reads further up is left there, whatever changes its height', () => {
  for (const [now, before] of [[500, 500], [300, 500], [700, 500]] as const) expect(stoodAtEnd(at(900, now), before, NEAR)).toBe(false)
})
