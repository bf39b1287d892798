import { RATES, type Hold } from '../../../src-shared/domain/autonomy.ts'
import type { Engine } from '../context.ts'

const HOUR_MS = 3_600_000

/** What may be held back at once. */
export interface About { intent?: string | null; action?: string; channel?: string | null }

const lying = (hold: Hold | null): Hold | null => (hold !== null && hold.ceiling !== null ? hold : null)

/** The hold that lies over this topic, action or channel; null: none. Asked before every step. */
export function heldBack({ store }: Pick<Engine, 'store'>, { intent, action, channel }: About): Hold | null {
  const { holds } = store
  return (intent ? lying(holds.get('intent', intent)) : null) ?? (action ? lying(holds.get('action', action)) : null) ?? (channel ? lying(holds.get('channel', channel)) : null)
}

/** Have as many automatic replies left this desk within the hour as the policy lets the shop send? The gateway counts those of all desks. */
export function ratesReached({ store, clock }: Pick<Engine, 'store' | 'clock'>): boolean {
  const rates = store.shop.policies()[0]?.rates ?? RATES
  return store.decisions.leftSince(clock.now() - HOUR_MS) >= rates.shopHour
}
