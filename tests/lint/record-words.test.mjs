import { expect, test } from 'vitest'
import { isRecorded, SEAT_PERMISSIONS } from '../../src-gateway/seats/permissions.ts'
import { isDeed } from '../../src-renderer/features/team/record/deeds.ts'

test('RO-22 every deed that the gateway writes down has words on the record (a supervisor who reads code)', () => {
  const recorded = Object.entries(SEAT_PERMISSIONS).filter(([call, needs]) => isRecorded(call, typeof needs === 'function' ? 'answer' : needs)).map(([call]) => call)
  expect(recorded.length).toBeGreaterThan(40)
  expect(recorded.filter((call) => !isDeed(call))).toEqual([])
})
