import type { Logger } from 'pino'
import type { z } from 'zod'
import type { Attachment } from '../../src-shared/domain/attachment.ts'
import type { Channel, ConversationStatus } from '../../src-shared/domain/conversation.ts'
import type { SetUpFormInput } from '../../src-shared/domain/set-up.ts'
import type { LocalText } from '../../src-shared/domain/text.ts'
import type { Clock } from '../clock.ts'

/** A customer's message, or one that a colleague wrote elsewhere, as a channel brought it. */
export interface Inbound {
  /** The channel's own id of the message: brought again, however often and in whatever order, it is one message. */
  externalId: string
  /** The channel's own id of the conversation (an email thread, a Chatwoot conversation, a WeChat customer). */
  threadId: string
  /** `elsewhere`: somebody of the shop answered in the channel's own program. */
  from: 'customer' | 'elsewhere'
  /** Who wrote; untrusted. `language`: BCP 47, where the channel knows. */
  sender: { externalId: string; name: string; language?: string; email?: string; phone?: string }
  /** The shop's customer id, only where the channel itself vouches for it. */
  customerId?: string
  text: string
  /** Bytes of whatever came with it; what is no picture is named in the text by the host and kept for the desk to open. */
  attachments: readonly { name: string; type: string; bytes: Buffer }[]
  /** When it was written as the channel says, milliseconds; the log's own time is the gateway's. */
  at: number
  /** An email's subject, say; shown once as the conversation's first line. */
  subject?: string
  /** Of an echo of our own reply, where the channel gives our id back: nothing is appended, the reply counts as sent. */
  ownMessageId?: string
}

/** A reply on its way out. Asked for again with the same `messageId` until it has been answered `sent` or `failed`. */
export interface Outbound {
  messageId: string
  conversationId: string
  threadId: string
  text: string
  author: { kind: 'agent' | 'autopilot'; name: string }
  attachments: readonly (Attachment & { read(): Promise<Buffer> })[]
  /** External id of the message that it answers, where the channel gave it one. */
  quoteExternalId: string | null
  /** External id of the customer's last message in the thread; null: none came. */
  lastExternalId: string | null
  subject: string | null
  at: number
  /** 1 at the first try. */
  attempt: number
}

/**
 * What became of a try. `unsure`: it may have gone out (a cut connection after the last byte): the host tries again only
 * where the connector is `idempotent`, else it lies with the dead letters for a person.
 */
export type Delivery =
  | { state: 'sent'; externalId: string | null }
  | { state: 'retry'; why: LocalText; /** Not before so many milliseconds, as the other side asked. */ afterMs?: number }
  | { state: 'unsure'; why: LocalText }
  | { state: 'failed'; why: LocalText }

/** What became of a status that was said to the other side. `failed`: it will never be taken. */
export type StatusSaid = { state: 'done' } | { state: 'retry'; /** Not before so many milliseconds, as the other side asked. */ afterMs?: number } | { state: 'failed' }

/** What a connector may ask of the gateway. Everything is on disk when its promise resolves. */
export interface ConnectorHost {
  clock: Clock
  log: Logger
  shopId: string
  /** Appends the message once; opens the conversation of its thread where there is none. */
  receive(inbound: Inbound): Promise<{ duplicate: boolean; conversationId: string }>
  /** The channel tells later of a reply that it had taken: a bounce, a block. Shown in the conversation. */
  undelivered(threadId: string, externalId: string | null, why: LocalText): Promise<void>
  /** The customer has read everything up to this message of ours. */
  read(threadId: string, externalId: string): Promise<void>
  /** The platform asked by itself how the customer found it (1 to 5), and this is what they said. */
  rated(threadId: string, said: { score: number; words: string }): Promise<void>
  /** How the thread stood at the other side when it was last heard of; null: no conversation of ours. */
  status(threadId: string): Promise<ConversationStatus | null>
  /**
   * The thread stands so at the other side: ours follows. `changedAt`: when it became so, where that is known; a word of ours
   * that waits and is older gives way to it.
   */
  statusThere(threadId: string, status: ConversationStatus, changedAt: number | null): Promise<void>
  /** Small state that must survive a restart, such as a cursor. */
  get(name: string): Promise<string | null>
  set(name: string, value: string): Promise<void>
  /** What could not be understood: kept whole for a person, who may have it tried again. */
  deadLetter(what: { externalId: string | null; why: LocalText; body: string }): Promise<void>
  /** How the line to the other side stands; null: well. Shown in the window, changes only. */
  health(trouble: LocalText | null): void
}

/** A request at `/hooks/<connector id>/...` of the open port, body as it came. */
export interface HookRequest {
  method: string
  /** Behind the connector's id, without a leading slash. */
  path: string
  query: Readonly<Record<string, string>>
  headers: Readonly<Record<string, string>>
  body: Buffer
}
export interface HookAnswer { status: number; type?: string; body?: string }

/** One set-up line to the outside: running from `start` to `stop`. */
export interface Connector {
  start(): Promise<void>
  stop(): Promise<void>
  /** Sends one reply; one at a time for each thread, several threads side by side. Must not throw. */
  deliver(outbound: Outbound): Promise<Delivery>
  /**
   * Says to the other side how the conversation stands here; asked again until it is `done` or `failed`, so that saying it
   * twice must do no harm. Absent: the other side knows no such thing. Must not throw.
   */
  setStatus?(threadId: string, status: ConversationStatus): Promise<StatusSaid>
  /** Answers a webhook; absent: this connector has none. A forged one is answered 401 and changes nothing. */
  hook?(request: HookRequest): Promise<HookAnswer>
  /** Takes a dead letter once more, as it was kept; null: now it is in, else in words why still not. Absent: it can only be given up. */
  again?(letter: { externalId: string | null; body: string }): Promise<LocalText | null>
}

/**
 * A kind of connector, one folder each under `channels/`. All pass `tests/contract/connector-suite.ts`.
 * `Settings` are what a person fills in; `secrets` names the fields that are written and never shown again (dots as in the form).
 */
export interface ConnectorKind<Settings = unknown> {
  channel: Channel
  /** What a person fills in, as data for the window; the names of its fields are those of `settings`, its `kind` is the channel. */
  form: SetUpFormInput
  settings: z.ZodType<Settings>
  secrets: readonly string[]
  /**
   * May `deliver` be repeated with the same `messageId` without a second message at the customer's: because the other side
   * knows the id again, or because `deliver` looks first whether it is there when `attempt` is above 1?
   */
  idempotent: boolean
  /** The other side too has conversations that are open or resolved: `setStatus` is there. */
  hasStatus?: true
  /** Replies a minute that the other side takes at most; absent: no limit of its own. */
  perMinute?: number
  /** Tries credentials and what the connector needs; null: all well, else in words what is wrong and what to do. */
  test(settings: Settings, deps: { clock: Clock; log: Logger }): Promise<LocalText | null>
  create(settings: Settings, host: ConnectorHost): Connector
}
