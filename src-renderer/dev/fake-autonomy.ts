import type { AutonomyCalls, LevelRow } from '../../src-shared/contract/autonomy.ts'
import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { Hold } from '../../src-shared/domain/autonomy.ts'

type Fake = { [C in keyof AutonomyCalls]: (params: CallParams<C>) => CallResult<C> }

const AT = Date.UTC(2026, 10, 23, 11, 40)
const fell: Hold = { scope: 'intent', name: 'refund_progress', ceiling: 'suggest', why: 'in-a-row', by: { seatId: 'desk-2', name: '' }, at: AT }
const base: Omit<LevelRow, 'scope' | 'name'> = { level: 'off', hold: null, evidence: { same: 0, otherwise: 0, unknown: 0, costly: 0, bound: null }, asked: null, step: { next: 'shadow', missing: [] }, worst: { kind: 'nothing' } }

const rows: LevelRow[] = [
  { ...base, scope: 'intent', name: 'where_is_order', level: 'undo', evidence: { same: 118, otherwise: 2, unknown: 31, costly: 0, bound: 0.941 }, asked: 0.95, step: { next: 'act', missing: [{ code: 'agreement', n: 26 }, { code: 'automatic', n: 12 }] } },
  { ...base, scope: 'intent', name: 'refund_progress', level: 'undo', hold: fell, evidence: { same: 61, otherwise: 6, unknown: 9, costly: 1, bound: 0.817 }, asked: 0.95, step: { next: 'act', missing: [{ code: 'agreement', n: 115 }] } },
  { ...base, scope: 'intent', name: 'ship_when', level: 'suggest', evidence: { same: 84, otherwise: 0, unknown: 12, costly: 0, bound: 0.956 }, asked: 0.95, step: { next: 'undo', missing: [] } },
  { ...base, scope: 'action', name: 'price-difference', level: 'shadow', evidence: { same: 9, otherwise: 1, unknown: 3, costly: 0, bound: 0.596 }, asked: 0.8, step: { next: 'suggest', missing: [{ code: 'cases', n: 10 }] }, worst: { kind: 'money', money: { amount: 50_000, currency: 'CNY' } } },
]

/** Levels as a shop in its second month might have them; nothing that is changed here lasts. */
export const fakeAutonomy: Fake = {
  'autonomy.levels': () => ({ policy: { id: 'default', version: 3 }, rows, channels: [{ name: 'web', hold: null }, { name: 'demo', hold: null }], proposal: null }),
  'autonomy.setLevel': () => ({ status: 'put' }), 'autonomy.hold': () => ({}), 'autonomy.decide': () => ({ state: 'confirmed' }),
  'autonomy.sampled': () => ({ cases: [] }), 'autonomy.judge': () => ({}),
  'autonomy.replay': () => ({ all: 412, same: 412, different: [] }),
}
