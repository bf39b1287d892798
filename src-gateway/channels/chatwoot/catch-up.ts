import { z } from 'zod'
import type { ConnectorHost } from '../connector.ts'
import type { ApiTrouble, ChatwootApi, Page } from './api.ts'
import type { Intake } from './intake.ts'
import type { ChatwootConversation } from './shapes.ts'
import { noticeStatus } from './status.ts'
import type { Threads } from './thread-state.ts'

/** How far back the first look reaches, in milliseconds. */
const FIRST_LOOK_MS = 24 * 60 * 60 * 1000
/** Looks overlap by so much: conversations that change while their pages are read move between them. */
const OVERLAP_MS = 300_000
/** A message may become visible after one with a higher id; younger ones than this are asked for again. */
const SETTLED_MS = 30_000
const PAGES_MAX = 400
const CURSOR = 'catch-up'

/** `activity`: the newest activity that was seen, by the server's clock; `at`: when that look began, by ours. */
const Cursor = z.object({ activity: z.number(), at: z.number() })

export interface CatchUpOptions {
  host: ConnectorHost
  api: ChatwootApi
  intake: Intake
  threads: Threads
  inboxId: number | null
  /** Runs the work of one conversation after what else is done in it. */
  inTurn: <T>(conversationId: number, work: () => Promise<T>) => Promise<T>
  /** Conversations that were read to their end, with the activity that they had: read again only when that has changed. */
  read: Map<number, number>
  /** Keeps what cannot be read for a person, once. */
  strange: (item: { id: number | null; raw: unknown }) => Promise<void>
}

const READ_KEPT = 20_000

/** Since when messages are taken over: a day before the connector was first started, and never anew. */
async function epochOf(host: ConnectorHost): Promise<number> {
  const kept = await host.get('epoch')
  if (kept !== null) return Number(kept)
  const epoch = host.clock.now() - FIRST_LOOK_MS
  await host.set('epoch', String(epoch))
  return epoch
}

/**
 * Looks over the API for everything that the webhooks and the live line did not bring: the conversations that changed since
 * the last look, and in each the messages behind the last one that is known. @returns null: all of it is with the host.
 */
export async function catchUp({ host, api, intake, threads, inboxId, inTurn, read, strange }: CatchUpOptions): Promise<ApiTrouble | null> {
  const began = host.clock.now()
  const epoch = await epochOf(host)
  const kept = await host.get(CURSOR)
  const cursor = kept === null ? null : Cursor.parse(JSON.parse(kept))
  const withinSeconds = Math.ceil((began - (cursor?.at ?? epoch) + OVERLAP_MS) / 1000)
  const floor = (cursor?.activity ?? epoch) - OVERLAP_MS
  let activity = cursor?.activity ?? epoch
  const looked = new Set<number>()
  for (let page = 1; page <= PAGES_MAX; page++) {
    const list = await api.conversations({ page, withinSeconds, inboxId })
    if (!list.ok) return list.trouble
    const fresh = list.items.filter(({ id }) => !looked.has(id))
    for (const conversation of fresh) {
      looked.add(conversation.id)
      const isOld = (conversation.last_activity_at ?? floor) < floor || (read.has(conversation.id) && read.get(conversation.id) === conversation.last_activity_at)
      const trouble = await inTurn(conversation.id, async () => {
        const met = isOld ? null : await lookThrough(conversation)
        // Behind what was written: a customer's words open what is resolved.
        if (met === null) await noticeStatus(host, api, conversation, null)
        return met
      })
      if (trouble !== null) return trouble
      if (isOld) continue
      activity = Math.max(activity, conversation.last_activity_at ?? 0)
    }
    // Servers that page by activity have shown all that is new; those that know `updated_within` answer the same page again.
    if (fresh.length === 0 || fresh.every((conversation) => (conversation.last_activity_at ?? floor) < floor)) break
  }
  await host.set(CURSOR, JSON.stringify({ activity, at: began }))
  return null

  async function takePage(conversation: ChatwootConversation, page: Page): Promise<void> {
    for (const message of page.messages) if (message.at >= epoch) await intake.take(message, conversation)
    for (const item of page.strange) await strange(item)
  }
  async function lookThrough(conversation: ChatwootConversation): Promise<ApiTrouble | null> {
    const { seen } = await threads.load(conversation.id)
    const pages = seen === null ? await backwards(conversation.id) : await forwards(conversation.id, seen)
    if (!pages.ok) return pages.trouble === 'gone' ? null : pages.trouble
    for (const page of pages.items) await takePage(conversation, page)
    const all = pages.items.flatMap(({ messages }) => messages)
    const young = all.filter(({ at }) => at > began - SETTLED_MS).map(({ id }) => id)
    const settled = [...all.filter(({ at }) => at <= began - SETTLED_MS).map(({ id }) => id), ...pages.items.flatMap((page) => page.strange.map(({ id }) => id ?? 0))]
    if (young.length === 0 && conversation.last_activity_at) {
      if (read.size >= READ_KEPT) read.clear()
      read.set(conversation.id, conversation.last_activity_at)
    }
    const state = await threads.load(conversation.id)
    const reached = Math.max(state.seen ?? 0, ...settled.filter((id) => young.every((other) => id < other)))
    if (reached !== state.seen) await threads.save(conversation.id, { ...state, seen: reached })
    await intake.lookedAt(conversation)
    return null
  }
  async function forwards(id: number, seen: number): Promise<{ ok: true; items: Page[] } | { ok: false; trouble: ApiTrouble }> {
    const items: Page[] = []
    for (let after = seen; ;) {
      const got = await api.messages(id, { after })
      if (!got.ok) return got
      const newest = Math.max(after, ...got.page.messages.map((message) => message.id), ...got.page.strange.map((item) => item.id ?? 0))
      items.push(got.page)
      if (newest === after) return { ok: true, items }
      after = newest
    }
  }
  async function backwards(id: number): Promise<{ ok: true; items: Page[] } | { ok: false; trouble: ApiTrouble }> {
    const items: Page[] = []
    for (let before: number | null = null; ;) {
      const got = await api.messages(id, before === null ? null : { before })
      if (!got.ok) return got
      const oldest = got.page.messages[0]
      if (oldest === undefined || (before !== null && oldest.id >= before)) return { ok: true, items: items.reverse() }
      items.push(got.page)
      if (oldest.at < epoch) return { ok: true, items: items.reverse() }
      before = oldest.id
    }
  }
}
