import { createHash } from 'node:crypto'
import type { Connector, ConnectorHost, ConnectorKind, Outbound } from '../connector.ts'
import { oneAtATime } from '../one-at-a-time.ts'
import { jsonOf } from '../outside-call.ts'
import { repeat } from '../repeat.ts'
import { chatwootApi } from './api.ts'
import { cableOf } from './cable.ts'
import { catchUp } from './catch-up.ts'
import { checkSettings, WORDS } from './check.ts'
import { deliver } from './deliver.ts'
import { CHATWOOT_FORM } from './form.ts'
import { hookOf } from './hook.ts'
import { intakeOf } from './intake.ts'
import { ChatwootSettings } from './settings.ts'
import { readConversation, readMessage } from './shapes.ts'
import { noticeStatus, setStatus } from './status.ts'
import { threadsOf } from './thread-state.ts'
import { BUSY, NOT_UNDERSTOOD } from './words.ts'

/** How often the API is looked over while the live line stands, and while it does not, in milliseconds. */
const REST_LIVE_MS = 60_000
const REST_ALONE_MS = 15_000
/** Hints follow one another at least so far apart, in milliseconds: anybody may send them. */
const HINT_MS = 2000
const STRANGE_KEPT = 2000
const FIRST_PAUSE_MS = 5000
const LONGEST_PAUSE_MS = 300_000

/**
 * A Chatwoot account, or one inbox of it. Three ways bring the same messages, each once: webhooks, the live line, and the
 * API, which alone misses nothing.
 */
export const chatwoot: ConnectorKind<ChatwootSettings> = {
  channel: 'chatwoot',
  form: CHATWOOT_FORM,
  settings: ChatwootSettings,
  secrets: ['token', 'webhookSecret'],
  // Chatwoot knows no id again, but `deliver` looks whether the reply is there before it sends it a second time.
  idempotent: true,
  hasStatus: true,
  test: (settings) => checkSettings(settings),
  create: (settings, host) => connect(settings, host),
}

function connect(settings: ChatwootSettings, host: ConnectorHost): Connector {
  const { clock, log } = host
  const stopping = new AbortController()
  const api = chatwootApi(settings, stopping.signal)
  const threads = threadsOf(host)
  const turns = oneAtATime()
  const read = new Map<number, number>()
  const kept = new Set<string>()
  const inTurn = <T>(conversationId: number, work: () => Promise<T>) => turns(String(conversationId), work)
  let who: { id: number; pubsubToken: string | null } | null = null
  const me = () => who?.id ?? null
  const intake = intakeOf({ host, settings, threads, me, lookUp: (conversationId) => api.conversation(conversationId) })

  async function knowMe(): Promise<void> {
    if (who?.pubsubToken) return
    const kept = await host.get('me')
    if (kept !== null) who = { id: Number(kept), pubsubToken: null }
    const answer = await api.profile()
    if (!answer.ok) return
    who = { id: answer.profile.id, pubsubToken: answer.profile.pubsub_token ?? null }
    await host.set('me', String(who.id))
  }
  async function strange({ id, raw }: { id: number | null; raw: unknown }): Promise<void> {
    const body = JSON.stringify(raw)
    const print = createHash('sha256').update(body).digest('base64')
    if (kept.has(print)) return
    await host.deadLetter({ externalId: id === null ? null : String(id), why: NOT_UNDERSTOOD, body })
    if (kept.size >= STRANGE_KEPT) kept.clear()
    kept.add(print)
  }
  const look = repeat({
    clock, restMs: () => (cable.isLive ? REST_LIVE_MS : REST_ALONE_MS), firstPauseMs: FIRST_PAUSE_MS, longestPauseMs: LONGEST_PAUSE_MS,
    async turn() {
      try {
        await knowMe()
        const trouble = await catchUp({ host, api, intake, threads, inboxId: settings.inboxId, inTurn, read, strange })
        if (stopping.signal.aborted) return false
        host.health(trouble === null ? null : WORDS[trouble])
        return trouble === null
      } catch (thrown) {
        log.error({ err: thrown }, 'catch-up with Chatwoot failed')
        return false
      }
    },
  })

  /** An event under the name that webhooks have for it. @returns false: it could not be read. */
  async function onEvent(event: string, data: unknown): Promise<boolean> {
    if (event === 'message_created' || event === 'message_updated') {
      const message = readMessage(data)
      if (message === null) return false
      const { conversationId } = message
      if (event === 'message_updated') await inTurn(conversationId, () => intake.update(message))
      else if (message.kind === 'outgoing') await inTurn(conversationId, () => intake.take(message, null))
      // A customer's message waits for no reply that is being sent, only for those that came before it.
      else await turns(`in:${conversationId}`, () => intake.take(message, null))
    } else if (event.startsWith('conversation_')) {
      const conversation = readConversation(data)
      if (conversation !== null) await inTurn(conversation.id, async () => {
        await intake.lookedAt(conversation)
        await noticeStatus(host, api, conversation, event === 'conversation_status_changed' ? conversation.updated_at ?? null : null)
      })
    }
    return true
  }
  const cable = cableOf({
    clock, origin: new URL(settings.baseUrl).origin, accountId: settings.accountId,
    who: () => (who?.pubsubToken ? { pubsubToken: who.pubsubToken, userId: who.id } : null),
    onLive: () => void look.soon(),
    onDown: (isRefused) => { log.warn({ isRefused }, 'the live line of Chatwoot is down') },
    onEvent: (event, data) => {
      onEvent(event.replaceAll('.', '_'), data)
        .then((isRead) => (isRead ? undefined : strange({ id: null, raw: data })))
        .catch((thrown: unknown) => { log.error({ err: thrown, event }, 'an event of Chatwoot was not taken in') })
    },
  })
  let lastHint = Number.NEGATIVE_INFINITY
  let cancelHint: () => void = () => undefined
  function hint(): void {
    const wait = lastHint + HINT_MS - clock.now()
    cancelHint()
    if (wait > 0) cancelHint = clock.after(wait, hint)
    else {
      lastHint = clock.now()
      void look.soon()
    }
  }
  return {
    async start() {
      look.start()
      cable.start()
    },
    async stop() {
      stopping.abort()
      cable.stop()
      cancelHint()
      await look.stop()
    },
    deliver: (outbound: Outbound) => inTurn(Number(outbound.threadId), () => deliver({ host, api, threads, me }, outbound)).catch((thrown: unknown) => {
      log.error({ err: thrown, messageId: outbound.messageId }, 'a reply could not be handed to Chatwoot')
      return { state: 'retry', why: BUSY }
    }),
    setStatus: (threadId, status) => inTurn(Number(threadId), () => setStatus(api, Number(threadId), status)).catch((thrown: unknown) => {
      log.error({ err: thrown, threadId }, 'a status could not be said to Chatwoot')
      return { state: 'retry' }
    }),
    async again({ body }) {
      const data = jsonOf(Buffer.from(body))
      const event = typeof data === 'object' && data !== null && 'event' in data && typeof data.event === 'string' ? data.event : 'message_created'
      return await onEvent(event, data) ? null : NOT_UNDERSTOOD
    },
    hook: hookOf({ host, settings, hint, onEvent }),
  }
}
