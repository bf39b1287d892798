import { bubblesOf, piecesOf } from './bubbles.ts'
import type { Channel } from './conversation.ts'

export interface ChannelAbilities {
  /** For how long after sending a reply can be taken back from the customer, in milliseconds; null: never. */
  recallMs: number | null
  /** A reply goes apart (bubbles.ts) as long as no more messages than these answer the customer's last one; null: never. */
  apartWithin: number | null
}

/** What each channel can do beyond text and pictures. */
export const CHANNEL_ABILITIES: Record<Channel, ChannelAbilities> = {
  web: { recallMs: 120_000, apartWithin: Infinity },
  demo: { recallMs: 120_000, apartWithin: Infinity },
  // A mail is a letter.
  email: { recallMs: null, apartWithin: null },
  chatwoot: { recallMs: null, apartWithin: Infinity },
  // The platform can (`recall_msg`, two minutes); the gateway does not ask it yet, and must not say that words are gone.
  // It takes five messages after each of the customer's: two are left for what is still to be said.
  wecom: { recallMs: null, apartWithin: 3 },
  hook: { recallMs: null, apartWithin: Infinity },
}

interface Words { text: string; apart?: boolean | undefined; attachments: readonly unknown[] }

/**
 * Does a reply with these words go out as several messages, where the shop wants that?
 * @param since what was said to the customer after their last message, oldest first
 */
export function goesApart(channel: Channel, { text, attachments }: Words, since: readonly Words[]): boolean {
  const { apartWithin } = CHANNEL_ABILITIES[channel]
  const bubbles = bubblesOf(text).length
  if (apartWithin === null || bubbles < 2) return false
  const said = since.reduce((count, one) => count + piecesOf(one).length + one.attachments.length, 0)
  return said + bubbles + attachments.length <= apartWithin
}
