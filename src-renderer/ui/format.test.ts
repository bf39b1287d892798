import { expect, test } from 'vitest'
import { date, dateTime } from './format.ts'

test('W-26 the times of a shop are told in its zone, whatever the zone of this machine (else a parcel comes on another day)', () => {
  const scan = Date.UTC(2025, 2, 7, 16, 30)
  expect(dateTime(scan, 'en', 'Asia/Shanghai')).toBe('8 Mar, 00:30')
  expect(dateTime(scan, 'en', 'America/New_York')).toBe('7 Mar, 11:30')
  expect(date(scan, 'zh', 'Asia/Shanghai')).toBe('2025年3月8日')
})
