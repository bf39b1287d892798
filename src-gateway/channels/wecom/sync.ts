import { ATTACHMENT_MAX_BYTES } from '../../../src-shared/domain/attachment.ts'
import type { ConnectorHost, Inbound } from '../connector.ts'
import { openedThreads } from '../opened-threads.ts'
import type { WecomApi } from './api.ts'
import type { Trouble } from './errors.ts'
import { type KfContent, lostMedia, readKfMessage } from './message.ts'
import { rootOfMsgid } from './split.ts'
import { threadIdOf } from './thread-id.ts'
import { FAIL_TYPES, NOT_UNDERSTOOD, UNDELIVERED } from './words.ts'

const NAMES_KEPT = 2000
const RECENT_KEPT = 5000
/** What a customer is called whose name is not to be had. */
const NAMELESS = '微信顾客'

export interface Sync {
  /**
   * Fetches everything behind the cursor of an account. The cursor moves on only when its page is on disk: killed in
   * between, the page comes again, each message once. @param token of the callback; '': none. @returns null: all is here.
   */
  run(openKfId: string, token: string): Promise<Trouble | null>
  /** Takes one entry of a page. @returns false: it cannot be read. */
  take(raw: unknown): Promise<boolean>
}

/** Reads an account's messages (`sync_msg`, document/path/94670). Callers run one at a time for each account. */
export function syncOf(host: ConnectorHost, api: WecomApi): Sync {
  const names = new Map<string, string>()
  const recent = new Set<string>()
  const opened = openedThreads(host)

  async function nameOf(externalUserId: string): Promise<string> {
    const known = names.get(externalUserId)
    if (known !== undefined) return known
    const asked = await api.nickname(externalUserId)
    if (!asked.ok || asked.value === '') return NAMELESS
    if (names.size >= NAMES_KEPT) names.clear()
    names.set(externalUserId, asked.value)
    return asked.value
  }
  async function receive(content: KfContent): Promise<void> {
    const threadId = threadIdOf(content.openKfId, content.externalUserId)
    const isCustomer = content.from === 'customer'
    if (recent.has(content.msgid) || (!isCustomer && !await opened.has(threadId))) return
    if (isCustomer) await opened.add(threadId)
    let { text } = content
    const attachments: Inbound['attachments'][number][] = []
    if (content.media) {
      const fetched = await api.download(content.media.id, ATTACHMENT_MAX_BYTES)
      if (fetched.ok) attachments.push(fetched.value)
      else text = lostMedia(content.media.kind)
    }
    await host.receive({
      externalId: content.msgid, threadId, from: isCustomer ? 'customer' : 'elsewhere',
      sender: isCustomer ? { externalId: content.externalUserId, name: await nameOf(content.externalUserId), language: 'zh' } : { externalId: content.servicerId ?? content.openKfId, name: content.servicerId ?? '' },
      text, attachments, at: content.at,
    })
    recent.add(content.msgid)
    if (recent.size > RECENT_KEPT) for (const oldest of recent) { recent.delete(oldest); break }
  }
  async function take(raw: unknown): Promise<boolean> {
    const item = readKfMessage(raw)
    if (item === null) return false
    if (item.kind === 'content') await receive(item)
    else if (item.kind === 'failure') await host.undelivered(threadIdOf(item.openKfId, item.externalUserId), rootOfMsgid(item.msgid), FAIL_TYPES[item.failType] ?? UNDELIVERED)
    return true
  }
  async function run(openKfId: string, token: string): Promise<Trouble | null> {
    const key = `cursor:${openKfId}`
    for (;;) {
      const cursor = await host.get(key) ?? ''
      const page = await api.sync({ openKfId, cursor, token })
      if (!page.ok) return page.trouble
      for (const raw of page.value.messages) if (!await take(raw)) await host.deadLetter({ externalId: null, why: NOT_UNDERSTOOD, body: JSON.stringify(raw) })
      const { nextCursor, hasMore } = page.value
      if (nextCursor !== '' && nextCursor !== cursor) await host.set(key, nextCursor)
      if (!hasMore || nextCursor === '' || nextCursor === cursor) return null
    }
  }
  return { run, take }
}
