import { expect, test } from 'vitest'
import { message } from '../../bridge/made-up.ts'
import { picturesOf, zoomed } from './gallery-steps.ts'

const picture = (sha256: string) => ({ sha256, type: 'image/png' as const, bytes: 1 })

test('V-16 the arrows go through the pictures that stand in the thread, once each, without those that were taken back', () => {
  const messages = [
    message('a', 1, { attachments: [picture('1'), picture('2')] }), message('b', 2, { attachments: [picture('3')], recalledAt: 5 }), message('c', 3, { attachments: [picture('1'), picture('4')] }),
  ]
  expect(picturesOf(messages).map((p) => p.sha256)).toEqual(['1', '2', '4'])
})

test('V-16 zoom goes by steps and stops at both ends', () => {
  const steps = [1, 1, 1, 1, 1, -1, -1, -1, -1, -1] as const
  let zoom = 1
  expect(steps.map((by) => (zoom = zoomed(zoom, by)))).toEqual([1.5, 2, 3, 4, 4, 3, 2, 1.5, 1, 1])
})
