import { describe, expect, test } from 'vitest'
import { judgeStop, shownDone } from './judge.ts'
import { WAREHOUSE_KINDS } from './kinds.ts'
import { regionParts } from './line.ts'
import { WarehouseState } from './mapping.ts'
import type { Seen, StoppingAction } from './warehouse.ts'

const of = (kind: string) => WAREHOUSE_KINDS.find(({ form }) => form.kind === kind)?.mapping ?? { writes: {}, byPlatform: {} }
const ADDRESS = { name: '陈一', phone: '13800000000', region: '浙江省 杭州市 西湖区', detail: '文三路 1 号' }
const CANCEL: StoppingAction = { kind: 'cancel', orderNo: 'o', reason: '' }
const MOVE: StoppingAction = { kind: 'change-address', orderNo: 'o', address: ADDRESS }
const STOP: StoppingAction = { kind: 'intercept', orderNo: 'o', reason: '' }
const seen = (state: Seen['state'], detail = '旧地址'): Seen => ({ state, ids: ['1'], addresses: [{ name: '陈一', phone: '13800000000', detail }] })
const codeOf = (verdict: ReturnType<typeof judgeStop>): string => (typeof verdict === 'string' ? verdict : verdict.detail)
const all = (action: StoppingAction, kind: string) => Object.fromEntries(WarehouseState.options.map((state) => [state, codeOf(judgeStop(action, seen(state), of(kind)))]))

describe('WM-3 what a state allows', () => {
  test('WM-3 快麦: cancelled until it is packed, then intercepted; what is sent comes back as a return (a parcel of a cancelled order that leaves)', () => {
    expect(all(CANCEL, 'kuaimai')).toEqual({ waiting: 'ask', picked: 'ask', packed: 'warehouse:packed:intercept', shipped: 'warehouse:shipped:return', cancelled: 'platform', replaced: 'warehouse:replaced:none', merged: 'warehouse:merged:none' })
    expect(all(MOVE, 'kuaimai')).toMatchObject({ waiting: 'ask', picked: 'warehouse:picked:none', packed: 'warehouse:packed:intercept', cancelled: 'warehouse:cancelled:none' })
    expect(all(STOP, 'kuaimai')).toMatchObject({ waiting: 'warehouse:waiting:cancel', picked: 'warehouse:picked:cancel', packed: 'ask', shipped: 'warehouse:shipped:return' })
  })
  test('WM-3 a system without a call is left to the platform only while nobody has touched the order', () => {
    expect(all(CANCEL, 'wangdiantong')).toMatchObject({ waiting: 'platform', picked: 'warehouse:picked:none', packed: 'warehouse:packed:none' })
    expect(all(MOVE, 'jushuitan')).toMatchObject({ waiting: 'platform', picked: 'warehouse:picked:none' })
    expect(all(STOP, 'jushuitan')).toMatchObject({ packed: 'warehouse:packed:none' })
  })
  test('WM-3 an order that the warehouse does not have needs no stopping, and a region in one piece is asked for again', () => {
    expect([judgeStop(CANCEL, null, of('kuaimai')), codeOf(judgeStop(STOP, null, of('kuaimai')))]).toEqual(['platform', 'warehouse:absent:cancel'])
    expect(codeOf(judgeStop({ ...MOVE, address: { ...ADDRESS, region: '浙江省杭州市' } } as StoppingAction, seen('waiting'), of('kuaimai')))).toBe('warehouse:region:none')
    expect(regionParts('北京市/北京市/海淀区')).toEqual({ province: '北京市', city: '北京市', district: '海淀区' })
  })
})

test('WM-4 what was not heard is told from the order: a cancelled one is stopped, an address is ours, theirs or somebody else’s, hidden words tell nothing (a second call on a guess)', () => {
  expect([shownDone(CANCEL, seen('cancelled'), null), shownDone(CANCEL, seen('waiting'), null), shownDone(CANCEL, null, null)]).toEqual([true, false, true])
  expect(shownDone(MOVE, seen('waiting', ADDRESS.detail), seen('waiting'))).toBe(true)
  expect(shownDone(MOVE, seen('waiting'), seen('waiting'))).toBe(false)
  expect(shownDone(MOVE, seen('waiting', '别处'), seen('waiting'))).toBe('other')
  expect(shownDone(MOVE, seen('waiting', '文三路***'), seen('waiting'))).toBe('unknown')
  expect(shownDone(STOP, seen('packed'), seen('packed'))).toBe('unknown')
})
