import { expect, test } from 'vitest'
import { statusLine, summaryLines } from './lines.ts'
import { readNightOptions, UsageError } from './options.ts'

const GATEWAY = { DESKMATE_GATEWAY_URL: 'http://127.0.0.1:4710', DESKMATE_SEAT_TOKEN: 't' }
const COUNTS = { online: true, paused: false, answered: 3, told: 5, left: 4, upset: 1, waiting: 0, held: 0 }

test('ND-18 without a gateway one sentence says what to set; --demo needs none (a night would be kept by a desk that talks to nobody)', () => {
  for (const env of [{}, { DESKMATE_GATEWAY_URL: GATEWAY.DESKMATE_GATEWAY_URL }, { ...GATEWAY, DESKMATE_GATEWAY_URL: '127.0.0.1:4710' }]) expect(() => readNightOptions([], env)).toThrow(UsageError)
  expect(readNightOptions([], GATEWAY)).toMatchObject({ gateway: { url: 'http://127.0.0.1:4710', token: 't' }, until: null })
  expect(readNightOptions(['--demo'], {}).gateway).toBeNull()
})

test('ND-18 the hour of the end is a time of day, anything else is refused (a mistyped hour would keep it for ever)', () => {
  expect(readNightOptions(['--until', '08:00'], GATEWAY).until).toBe('08:00')
  for (const until of ['8', '24:00', '8am', '']) expect(() => readNightOptions(['--until', until], GATEWAY)).toThrow(UsageError)
  expect(() => readNightOptions(['--unitl', '08:00'], GATEWAY)).toThrow(UsageError)
  expect(() => readNightOptions(['--name', ' '], GATEWAY)).toThrow(UsageError)
})

test('ND-18 the status is a sentence or JSON, with numbers and no words of customers', () => {
  expect(statusLine(COUNTS, 0, false)).toBe('00:00 UTC · online · answered 3 · told when a person answers 5 · left for the morning 4 (1 upset) · waiting to be sent 0')
  expect(JSON.parse(statusLine(COUNTS, 0, true))).toEqual({ kind: 'status', at: '1970-01-01T00:00:00.000Z', ...COUNTS })
  expect(statusLine({ ...COUNTS, paused: true }, 0, false)).toContain('autopilot is switched off')
  expect(JSON.parse(summaryLines(COUNTS, true).join(''))).toEqual({ kind: 'summary', ...COUNTS })
  expect(summaryLines(COUNTS, false).at(-1)).toContain('"answered":3')
})
