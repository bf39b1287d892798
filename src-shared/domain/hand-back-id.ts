const MARK = 0xba7n
/** A sequence number of a conversation fits, for ever. */
const SEQ_BITS = 36n

/**
 * The id of the message that asks a customer whether autopilot may answer again: a UUID of version 8 made of the
 * conversation's own. Asked twice at the same place in a conversation, by two seats or after a crash, it is one message; every
 * desk can tell by it what a yes that follows agrees to.
 * @param lastSeq number of the newest message that the asking desk knows
 */
export function handBackId(conversationId: string, lastSeq: number): string {
  const salt = (MARK << SEQ_BITS) | BigInt(lastSeq)
  const tail = (BigInt(`0x${conversationId.slice(24)}`) ^ salt).toString(16).padStart(12, '0')
  return `${conversationId.slice(0, 14)}8${conversationId.slice(15, 24)}${tail}`
}

/** Does this message of the desk ask whether autopilot may answer again? */
export function isHandBack(id: string, conversationId: string): boolean {
  if (id.length !== conversationId.length || id.slice(0, 24) !== handBackId(conversationId, 0).slice(0, 24)) return false
  return (BigInt(`0x${id.slice(24)}`) ^ BigInt(`0x${conversationId.slice(24)}`)) >> SEQ_BITS === MARK
}
