/** What the launcher on a shop's page and the chat in its frame say to each other; nothing of what people wrote. */
export type ToFrame =
  | { deskmate: 'open' }
  | { deskmate: 'closed' }
  /** A token in which the shop says who this is. */
  | { deskmate: 'identify'; token: string }
  /** Somebody else sits here now: a visit of their own. */
  | { deskmate: 'reset' }

export type FromFrame =
  /** It listens now. */
  | { deskmate: 'ready' }
  /** The visitor wants it out of the way. */
  | { deskmate: 'close' }
  /** Messages of the desk that came while it was closed. */
  | { deskmate: 'unread'; count: number }
  /** There is a conversation: the next page should listen too. */
  | { deskmate: 'talking' }
  /** The identity token was not believed, in a code of the gateway's. */
  | { deskmate: 'refused'; why: string }
  | { deskmate: 'language'; language: 'zh' | 'en' }

/** What a `message` event carries, if it is one of these. */
export function frameWord<W extends ToFrame | FromFrame>(data: unknown): W | null {
  return typeof data === 'object' && data !== null && typeof (data as { deskmate?: unknown }).deskmate === 'string' ? data as W : null
}
