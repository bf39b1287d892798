import type { AfterSaleCase, CaseState } from '../../src-shared/domain/case.ts'

const HOUR_MS = 60 * 60 * 1000

/** The demo platform's own clock for what comes next; a real one says it in its answer. */
export function dueAfter(state: CaseState, now: number): AfterSaleCase['due'] {
  switch (state) {
    case 'asked': return { at: now + 48 * HOUR_MS, then: 'closed' }
    case 'goods-coming': return { at: now + 7 * 24 * HOUR_MS, then: 'closed' }
    case 'to-inspect': return { at: now + 48 * HOUR_MS, then: 'granted' }
    case 'not-ok': return { at: now + 24 * HOUR_MS, then: 'platform-decides' }
    default: return null
  }
}
