/** A thread is a customer at one 客服账号: `<open_kfid>/<external_userid>`; neither holds a slash. */
export const threadIdOf = (openKfId: string, externalUserId: string): string => `${openKfId}/${externalUserId}`

export function partsOf(threadId: string): { openKfId: string; externalUserId: string } {
  const at = threadId.indexOf('/')
  return { openKfId: threadId.slice(0, Math.max(at, 0)), externalUserId: threadId.slice(at + 1) }
}
