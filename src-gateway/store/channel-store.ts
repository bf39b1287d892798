import type { Channel, ConversationStatus } from '../../src-shared/domain/conversation.ts'
import type { LocalText } from '../../src-shared/domain/text.ts'
import type { SetUpValues } from '../../src-shared/domain/set-up.ts'

/** A set-up connector, secrets included: this row leaves the gateway in no answer. */
export interface ConnectorRow { id: string; channel: Channel; name: string; settings: SetUpValues; enabled: boolean; createdAt: number }

/** A thread of the channel and the conversation that it is here. `lastExternalId`: the customer's last message, by the channel's id. */
export interface ThreadRow { connectorId: string; threadId: string; conversationId: string; subject: string | null; lastExternalId: string | null }

export interface DeliveryRow {
  messageId: string
  connectorId: string
  conversationId: string
  /** Of the message, in its conversation: the order in which replies leave. */
  seq: number
  /** Of a reply that goes apart: how many of its pieces the channel has. */
  piecesSent: number
  state: 'waiting' | 'sending' | 'sent' | 'unsure' | 'failed' | 'given-up'
  attempts: number
  /** Not tried before. */
  nextAt: number
  /** Tried by itself until then. */
  untilAt: number
  why: LocalText | null
  /** When it was appended to the log. */
  at: number
}

/** How a thread stands at the other side as far as is known. The conversation itself says how it shall stand. */
export interface ThreadStatusRow {
  conversationId: string
  connectorId: string
  theirs: ConversationStatus
  /** When the conversation here last became other than `theirs`. */
  wantedAt: number
  attempts: number
  /** Not said there before; null: nothing is to be said. */
  nextAt: number | null
}

/** Something of the channel that could not be understood, whole. */
export interface DeadLetterRow { id: string; connectorId: string; externalId: string | null; why: LocalText; body: string; at: number }

export interface KeptFile { sha256: string; conversationId: string; name: string; type: string; bytes: number }

/** What the store keeps for the lines to the outside. */
export interface ChannelReads {
  connectors(): Promise<ConnectorRow[]>
  connector(id: string): Promise<ConnectorRow | null>
  /** A small value that a connector keeps, such as a cursor. */
  value(connectorId: string, name: string): Promise<string | null>
  thread(connectorId: string, threadId: string): Promise<ThreadRow | null>
  threadOf(conversationId: string): Promise<ThreadRow | null>
  /** Our id of a message of the channel. */
  messageIdOf(connectorId: string, externalId: string): Promise<string | null>
  externalIdOf(messageId: string): Promise<string | null>
  delivery(messageId: string): Promise<DeliveryRow | null>
  /** What may be tried now: of each thread only the oldest that is not settled, ascending by age. */
  dueDeliveries(connectorId: string, now: number, limit: number): Promise<DeliveryRow[]>
  /** When the next waiting one falls due, of each thread only the oldest; null: none waits. */
  nextDelivery(connectorId: string): Promise<number | null>
  deliveriesIn(connectorId: string, state: DeliveryRow['state'], limit: number): Promise<DeliveryRow[]>
  countDeliveries(connectorId: string, states: readonly DeliveryRow['state'][]): Promise<number>
  /** Of the thread, in this state or any, newest first. */
  lastDelivery(conversationId: string): Promise<DeliveryRow | null>
  threadStatus(conversationId: string): Promise<ThreadStatusRow | null>
  /** The status that is to be said first now; one waits until the replies of its conversation are settled. */
  dueStatus(connectorId: string, now: number): Promise<ThreadStatusRow | null>
  /** When the next one after now falls due; null: none does. */
  nextStatus(connectorId: string, now: number): Promise<number | null>
  /** Newest first. */
  deadLetters(limit: number): Promise<DeadLetterRow[]>
  deadLetter(id: string): Promise<DeadLetterRow | null>
  countDeadLetters(connectorId: string): Promise<number>
  /** One under this hash, of whatever conversation. */
  keptFile(sha256: string): Promise<KeptFile | null>
}

export interface ChannelWrites extends ChannelReads {
  putConnector(row: ConnectorRow): Promise<void>
  /** With its values, what waits and its dead letters; threads stay, so that its conversations keep where they came from. */
  removeConnector(id: string): Promise<void>
  setValue(connectorId: string, name: string, value: string): Promise<void>
  putThread(row: ThreadRow): Promise<void>
  /** Throws when the channel's id is known already. */
  putExternal(connectorId: string, externalId: string, messageId: string): Promise<void>
  putDelivery(row: DeliveryRow): Promise<void>
  putThreadStatus(row: ThreadStatusRow): Promise<void>
  putDeadLetter(row: DeadLetterRow): Promise<void>
  dropDeadLetter(id: string): Promise<void>
  dropOldestLetter(connectorId: string): Promise<void>
  putKeptFile(row: KeptFile): Promise<void>
}
