import type { Channel } from './conversation.ts'

export interface ChannelAbilities {
  /** For how long after sending a reply can be taken back from the customer, in milliseconds; null: never. */
  recallMs: number | null
}

/** What each channel can do beyond text and pictures. */
export const CHANNEL_ABILITIES: Record<Channel, ChannelAbilities> = {
  web: { recallMs: 120_000 },
  demo: { recallMs: 120_000 },
  email: { recallMs: null },
  chatwoot: { recallMs: null },
  // The platform can (`recall_msg`, two minutes); the gateway does not ask it yet, and must not say that words are gone.
  wecom: { recallMs: null },
  hook: { recallMs: null },
}
