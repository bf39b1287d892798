import { expect, test } from 'vitest'
import type { DeskState } from '../../../src-shared/contract/desk.ts'
import { canWish, type DemoWish } from './wishes.ts'

const ALL: DemoWish[] = ['play', 'pause', 'morning', 'lunch', 'peak', 'angry', 'cut', 'mend', 'model-away', 'model-back']
const demo = { playing: true, speed: 1, at: 0, asOf: 0, started: 0, total: 9 }
const calm = { demo, link: { state: 'live' }, drill: { network: null, model: false }, model: { name: 'm', health: 'ok', problem: null } } as unknown as DeskState
const open = (change: object): DemoWish[] => ALL.filter((wish) => canWish({ ...calm, ...change } as DeskState, wish))

test('Y-21 the palette offers of the demo what makes sense now, and nothing where none is played', () => {
  expect(open({ demo: null })).toEqual([])
  expect(open({})).toEqual(['pause', 'morning', 'lunch', 'peak', 'angry', 'cut', 'model-away'])
  expect(open({ demo: { ...demo, playing: false } })).toContain('play')
  expect(open({ link: { state: 'offline', since: 0 }, drill: { network: { until: null }, model: true } })).toEqual(['mend', 'model-back'])
  expect(open({ model: { name: null, health: 'none', problem: null } })).not.toContain('model-away')
})
