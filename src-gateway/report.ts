import type { DemoConversation } from '../src-shared/domain/demo-shop.ts'
import type { GatewayReport } from '../src-shared/wire/ready.ts'
import type { DemoPlayer } from './channels/demo/player.ts'
import { conversationIdOf } from './channels/demo/play-step.ts'
import { LOG_ID } from './log.ts'
import type { Store } from './store/store.ts'

/** Counts of the log itself, for the demo's summary: what the customers sent against what the desk answered. */
export async function makeReport(store: Store, demo: { player: DemoPlayer; scripts: readonly DemoConversation[] } | null): Promise<GatewayReport> {
  const { ids, progress, logId } = await store.read(async (tx) => ({
    ids: await tx.messageIds(), progress: await tx.demoProgress(), logId: await tx.meta(LOG_ID) ?? '',
  }))
  return {
    customerMessageIds: ids.filter(({ kind }) => kind === 'customer').map(({ id }) => id),
    deskMessageIds: ids.filter(({ kind }) => kind === 'agent' || kind === 'autopilot').map(({ id }) => id),
    demoSentIds: progress.flatMap((row) => row.sentIds),
    demoAngry: (demo?.scripts ?? []).filter((script) => script.angry).map((script) => conversationIdOf(logId, script.id)),
    demoDone: demo === null || await demo.player.isDone(),
  }
}
