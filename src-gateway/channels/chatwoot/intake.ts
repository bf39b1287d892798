import type { ConnectorHost } from '../connector.ts'
import { openedThreads } from '../opened-threads.ts'
import { fetchFiles } from './files.ts'
import type { ChatwootSettings } from './settings.ts'
import { type ChatwootConversation, type ChatwootMessage, contactOf } from './shapes.ts'
import { noteSent, ownReply, type Threads } from './thread-state.ts'
import { UNDELIVERED } from './words.ts'

/** Ids of messages that went to the host, so that pages which overlap do not fetch their pictures again. */
const RECENT_MAX = 5000

export interface Intake {
  /**
   * A message, from wherever; once with the host however often it comes. Of an outgoing one callers hold the conversation's
   * turn: it may be the very reply that is being sent.
   */
  take(message: ChatwootMessage, conversation: ChatwootConversation | null): Promise<void>
  /** A message changed: was it read, or not delivered? */
  update(message: ChatwootMessage): Promise<void>
  /** The customer has looked at the conversation at that time. */
  lookedAt(conversation: ChatwootConversation): Promise<void>
}

export interface IntakeOptions {
  host: ConnectorHost
  settings: ChatwootSettings
  threads: Threads
  /** Id of the token's user; null: not known yet. */
  me: () => number | null
  /** Asks for the conversation of a first message that came without it; null: not to be had now. */
  lookUp: (conversationId: number) => Promise<ChatwootConversation | null>
}

/** What of a Chatwoot account concerns the desk: customers' messages, and replies that colleagues wrote there. */
export function intakeOf({ host, settings, threads, me, lookUp }: IntakeOptions): Intake {
  const origin = new URL(settings.baseUrl).origin
  const recent = new Set<number>()
  const opened = openedThreads(host)
  const isOurs = ({ accountId, inboxId }: ChatwootMessage) =>
    (accountId === null || accountId === settings.accountId) && (settings.inboxId === null || inboxId === null || inboxId === settings.inboxId)

  async function receive(message: ChatwootMessage, conversation: ChatwootConversation | null): Promise<void> {
    const isCustomer = message.kind === 'incoming'
    const isNew = isCustomer && !await opened.has(String(message.conversationId))
    const contact = contactOf(conversation ?? message.conversation ?? (isNew ? await lookUp(message.conversationId) : null))
    const person = isCustomer ? message.sender ?? contact.person : message.sender
    const { attachments, lines } = await fetchFiles(origin, message.files)
    const text = [message.text, ...lines].filter((line) => line !== '').join('\n')
    if (text === '' && attachments.length === 0) return
    if (isNew) await opened.add(String(message.conversationId))
    const identifier = (contact.person ?? person)?.identifier ?? null
    await host.receive({
      externalId: String(message.id), threadId: String(message.conversationId), from: isCustomer ? 'customer' : 'elsewhere',
      sender: {
        externalId: String(person?.id ?? message.conversationId), name: person?.name ?? '',
        ...(isCustomer && person?.email ? { email: person.email } : {}), ...(isCustomer && person?.phone ? { phone: person.phone } : {}),
      },
      ...(isCustomer && contact.isVouched && identifier !== null && identifier !== '' ? { customerId: identifier } : {}),
      text, attachments, at: message.at, ...(isNew && message.subject !== null ? { subject: message.subject } : {}),
    })
  }
  function remember(id: number): void {
    recent.add(id)
    if (recent.size > RECENT_MAX) for (const oldest of recent) { recent.delete(oldest); break }
  }
  return {
    async take(message, conversation) {
      if (!isOurs(message) || recent.has(message.id) || message.isPrivate || message.isDeleted) return
      if (message.survey !== null) return host.rated(String(message.conversationId), message.survey)
      if (message.kind !== 'incoming' && message.kind !== 'outgoing') return
      if (message.kind === 'outgoing') {
        const state = await threads.load(message.conversationId)
        const mine = ownReply(state, message, me())
        if (mine !== null) {
          noteSent(state, message.id, mine, message.at)
          await threads.save(message.conversationId, state)
          // Its own try may have been cut short: with this it counts as sent, and nothing is appended.
          await host.receive({ externalId: String(message.id), threadId: String(message.conversationId), from: 'elsewhere', sender: { externalId: String(message.sender?.id ?? ''), name: message.sender?.name ?? '' }, text: message.text, attachments: [], at: message.at, ownMessageId: mine })
          remember(message.id)
          return
        }
        if (!await opened.has(String(message.conversationId))) return
      }
      await receive(message, conversation)
      remember(message.id)
    },
    async update(message) {
      if (!isOurs(message) || message.isPrivate) return
      if (message.survey !== null) return host.rated(String(message.conversationId), message.survey)
      if (message.kind !== 'outgoing') return
      const state = await threads.load(message.conversationId)
      const sent = state.sent.find(({ id }) => id === message.id)
      const thread = String(message.conversationId)
      if (!sent || sent.told === message.status) return
      if (message.status === 'failed') {
        const said = (message.failure ?? '').trim().slice(0, 200)
        await host.undelivered(thread, String(message.id), said === '' ? UNDELIVERED : { zh: `${UNDELIVERED.zh}原因：${said}`, en: `${UNDELIVERED.en} It says: ${said}` })
        sent.told = 'failed'
      } else if (message.status === 'read') {
        await host.read(thread, String(message.id))
        sent.told = 'read'
      } else return
      await threads.save(message.conversationId, state)
    },
    async lookedAt(conversation) {
      const at = conversation.contact_last_seen_at
      if (at === null || at === undefined || at === 0) return
      const state = await threads.load(conversation.id)
      const last = state.sent.filter((sent) => sent.at <= at).at(-1)
      if (!last || last.told !== 'none') return
      await host.read(String(conversation.id), String(last.id))
      last.told = 'read'
      await threads.save(conversation.id, state)
    },
  }
}
