import type { DemoAction } from '../../../src-shared/domain/demo-play.ts'
import type { DemoConversation } from '../../../src-shared/domain/demo-shop.ts'
import { noSuchDemo } from '../../refusals.ts'
import type { WriteTx } from '../../store/store.ts'
import { angriest, beginsAt, carriedOver, freshProgress, isRunning, nextSceneOf, scenesOf } from './cast.ts'
import { type DayClock, jumped, saveDayClock } from './day-clock.ts'

/** What an action changes in the store, in one transaction. @returns the day's clock from then on */
export async function direct(tx: WriteTx, scripts: readonly DemoConversation[], now: DayClock, action: DemoAction): Promise<DayClock> {
  if (action.action === 'angry') await callAngry(tx, scripts, now)
  const after = action.action === 'jump' ? jumped(now, action.to) : now
  if (action.action === 'jump') await carryOver(tx, scripts, after.at - now.at)
  await saveDayClock(tx, after)
  return after
}

async function callAngry(tx: WriteTx, scripts: readonly DemoConversation[], now: DayClock): Promise<void> {
  const rows = await tx.demoProgress()
  const script = angriest(scripts, rows, now.at)
  if (script === null) throw noSuchDemo()
  await tx.putDemoProgress(freshProgress(nextSceneOf(script, rows).demoId, now.round, now.at - beginsAt(script)))
}

async function carryOver(tx: WriteTx, scripts: readonly DemoConversation[], by: number): Promise<void> {
  for (const { scene, progress } of scenesOf(scripts, await tx.demoProgress())) {
    if (isRunning(scene, progress)) await tx.putDemoProgress(carriedOver(progress, by))
  }
}
