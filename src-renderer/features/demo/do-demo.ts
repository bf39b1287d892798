import { demoTimeAt } from '../../../src-shared/domain/demo-day.ts'
import type { DemoAction, DemoState } from '../../../src-shared/domain/demo-play.ts'
import { report } from '../../app/do.ts'
import { toast } from '../../app/screen.ts'
import type { Desk } from '../../bridge/desk.ts'
import { timeOfDay } from './clock.ts'

/** How long the shorter cut lasts, in seconds. */
export const CUT_SECONDS = 20

export function control(desk: Desk, action: DemoAction): void {
  desk.client.call('demo.control', action).catch(report)
}

/** Jumps through the day; the toast leads back. @param now milliseconds of the gateway's clock */
export function jumpTo(desk: Desk, demo: DemoState, to: number, now: number): void {
  const before = demoTimeAt(demo, now)
  desk.client.call('demo.control', { action: 'jump', to }).then(
    () => toast('said.demoJumped', { name: timeOfDay(to), undo: () => control(desk, { action: 'jump', to: before }) }), report)
}

/** @param seconds null: until it is put back */
export function cutNetwork(desk: Desk, seconds: number | null): void {
  desk.client.call('drill.network', { down: true, seconds }).catch(report)
}

export function mendNetwork(desk: Desk): void {
  desk.client.call('drill.network', { down: false, seconds: null }).catch(report)
}

export function takeModel(desk: Desk, down: boolean): void {
  desk.client.call('drill.model', { down }).catch(report)
}
