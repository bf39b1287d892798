const MARK = 0x9e7n

/**
 * The id of the one greeting that a conversation gets in a campaign: a UUID of version 8 made of both ids, the same wherever
 * and however often it is made, so that two nodes greet once. Every desk and the gateway can tell by it that the message
 * greets and answers nothing.
 */
export function greetingId(conversationId: string, campaignId: string): string {
  const salt = (MARK << 36n) | (BigInt(`0x${campaignId.slice(24)}`) & ((1n << 36n) - 1n))
  const tail = (BigInt(`0x${conversationId.slice(24)}`) ^ salt).toString(16).padStart(12, '0')
  return `${conversationId.slice(0, 14)}8${conversationId.slice(15, 24)}${tail}`
}

export function isGreeting(id: string, conversationId: string): boolean {
  if (id.length !== conversationId.length || id[14] !== '8') return false
  if (`${id.slice(0, 14)}${id.slice(15, 24)}` !== `${conversationId.slice(0, 14)}${conversationId.slice(15, 24)}`) return false
  return (BigInt(`0x${id.slice(24)}`) ^ BigInt(`0x${conversationId.slice(24)}`)) >> 36n === MARK
}
