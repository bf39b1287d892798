import { RATES, type Hold, type HoldScope } from '../src-shared/domain/autonomy.ts'
import { holdKey } from '../src-shared/domain/autonomy.ts'
import type { SeatParams } from '../src-shared/wire/seat.ts'
import { holdsTopic } from '../src-shared/domain/campaign-time.ts'
import { campaignNow } from './campaigns/stored.ts'
import { once } from './once.ts'
import type { ReadTx, WriteTx } from './store/store.ts'

const HOUR_MS = 3_600_000
const SHOP_REPLIES = 'auto-replies'
const repliesOf = (conversationId: string): string => `${SHOP_REPLIES}:${conversationId}`

async function holdOf(tx: ReadTx, scope: HoldScope, name: string): Promise<Hold | null> {
  const state = await tx.state('autopilot-hold', holdKey({ scope, name }))
  return state?.type === 'autopilot-hold' && state.hold.ceiling !== null ? state.hold : null
}

/**
 * Holds autopilot back in a topic, an action or a channel, or (ceiling null) lets it go on; once per request id. What a person
 * switched off a desk's own demotion does not loosen.
 */
export async function putHold(tx: WriteTx, now: number, seatId: string, { id, scope, name, ceiling, why, by }: SeatParams<'autopilot.hold'>): Promise<number> {
  return once(tx, id, async () => {
    const before = await holdOf(tx, scope, name)
    if ((why !== 'person' && before !== null) || (before === null && ceiling === null)) return tx.head()
    return (await tx.append(now, { type: 'autopilot-hold', hold: { scope, name, ceiling, why, by: { seatId, name: by }, at: now } })).n
  })
}

/** Is a channel, or this action, held? */
export const isHeld = async (tx: ReadTx, scope: HoldScope, name: string): Promise<boolean> => (await holdOf(tx, scope, name)) !== null

/** Is any topic held? Of a seat that does not say what it answers it is then not known whether it may. */
async function anyTopicHeld(tx: ReadTx): Promise<boolean> {
  const rows = await tx.statesOf('autopilot-hold', 200, holdKey({ scope: 'intent', name: '' }))
  return rows.some(({ hold }) => hold.scope === 'intent' && hold.ceiling !== null)
}

/** Why an automatic reply may not leave now; null: it may. @param intent its topic; undefined: an older seat, which does not say */
export async function heldReply(tx: ReadTx, now: number, { conversationId, channel, intent }: { conversationId: string; channel: string; intent: string | undefined }): Promise<'hold' | 'rate' | null> {
  if (await isHeld(tx, 'channel', channel)) return 'hold'
  if (intent === undefined ? await anyTopicHeld(tx) : await isHeld(tx, 'intent', intent)) return 'hold'
  const campaign = await campaignNow(tx, now)
  // What answers no topic (a greeting, the night's word) is held by none.
  if (campaign !== null && intent !== '' && (intent === undefined ? campaign.suggestOnly.length > 0 : holdsTopic(campaign, intent))) return 'hold'
  const [row] = await tx.statesOf('policy', 1)
  const rates = row?.policy.rates ?? RATES
  if ((await tx.counted(SHOP_REPLIES, HOUR_MS, now)) >= rates.shopHour) return 'rate'
  return (await tx.counted(repliesOf(conversationId), HOUR_MS, now)) >= rates.conversationHour ? 'rate' : null
}

/** An automatic reply left: it counts for an hour. */
export async function countReply(tx: WriteTx, now: number, conversationId: string): Promise<void> {
  for (const key of [SHOP_REPLIES, repliesOf(conversationId)]) await tx.count(key, HOUR_MS, now)
}

/** The shop-wide kill switch. */
export async function autopilotPaused(tx: ReadTx): Promise<boolean> {
  const state = await tx.state('autopilot', '')
  return state?.type === 'autopilot' && state.paused
}
