import type { DemoAction } from '../../../src-shared/domain/demo-play.ts'
import type { DemoConversation } from '../../../src-shared/domain/demo-shop.ts'
import { LOG_ID } from '../../log.ts'
import { noSuchDemo } from '../../refusals.ts'
import type { WriteTx } from '../../store/store.ts'
import { angriest, beginsAt, carriedOver, freshProgress, isRunning, nextSceneOf, scenesOf } from './cast.ts'
import { type DayClock, jumped, saveDayClock } from './day-clock.ts'
import { conversationIdOf } from './play-step.ts'

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

/** Whoever is there goes on at their own pace, except that a day which is set back is over for those whom a desk has resolved. */
async function carryOver(tx: WriteTx, scripts: readonly DemoConversation[], by: number): Promise<void> {
  const logId = await tx.meta(LOG_ID) ?? ''
  for (const { scene, progress } of scenesOf(scripts, await tx.demoProgress())) {
    if (!isRunning(scene, progress)) continue
    const row = await tx.conversation(conversationIdOf(logId, scene.demoId))
    const gone = by < 0 && row?.conversation.status === 'resolved'
    await tx.putDemoProgress(gone ? { ...progress, nextStep: scene.script.steps.length } : carriedOver(progress, by))
  }
}
