/** What of a night has an id of its own: the automatic reply to the customer, and the note for the morning. */
export type NightThing = 'reply' | 'note'
const MARK: Readonly<Record<NightThing, number>> = { reply: 0x5a1, note: 0x5a2 }

/** Nights count from 1970; three bytes of them reach further than this program. */
const NIGHT_BITS = 24

/**
 * The id of the one reply, or the one note, that a conversation gets in a night: a UUID of version 8, made of the
 * conversation's own. The same wherever and however often it is made, so that after a crash, or from a second seat, it is
 * the same message to the gateway. Every desk can tell by it what came from a night desk.
 * @param night its number, see `nightOf`
 */
export function nightId(conversationId: string, thing: NightThing, night: number): string {
  const salt = (BigInt(MARK[thing]) << BigInt(NIGHT_BITS)) | BigInt(night)
  const tail = (BigInt(`0x${conversationId.slice(24)}`) ^ salt).toString(16).padStart(12, '0')
  return `${conversationId.slice(0, 14)}8${conversationId.slice(15, 24)}${tail}`
}

/** Which night's `thing` of this conversation an id is; null: it is none. */
export function nightFromId(id: string, conversationId: string, thing: NightThing): number | null {
  if (id.length !== conversationId.length || id.slice(0, 24) !== nightId(conversationId, thing, 0).slice(0, 24)) return null
  const salt = BigInt(`0x${id.slice(24)}`) ^ BigInt(`0x${conversationId.slice(24)}`)
  return salt >> BigInt(NIGHT_BITS) === BigInt(MARK[thing]) ? Number(salt & ((1n << BigInt(NIGHT_BITS)) - 1n)) : null
}

/** Is this the night's reply, which says when a person answers and is no answer itself? */
export const isNightReply = (id: string, conversationId: string): boolean => nightFromId(id, conversationId, 'reply') !== null
