import { pino } from 'pino'
import type { Clock } from '../../src-gateway/clock.ts'
import type { ShopHost } from '../../src-gateway/commerce/shop-kind.ts'

/** A host for one line without a gateway: its state lies in a map, its pauses are counted and not waited for. */
export function testHost(now: () => number = () => Date.parse('2026-05-02T00:00:00Z'), connectionId = 'shop'): ShopHost & { values: Map<string, string>; pauses: number[] } {
  const values = new Map<string, string>()
  const pauses: number[] = []
  const clock: Clock = { now, after: () => () => undefined }
  return {
    clock, log: pino({ level: 'silent' }), connectionId, values, pauses,
    pause: async (ms) => void pauses.push(ms),
    get: async (name) => values.get(name) ?? null,
    set: async (name, value) => void values.set(name, value),
  }
}
