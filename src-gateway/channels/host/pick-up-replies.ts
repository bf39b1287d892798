import type { Logger } from 'pino'
import type { Channel } from '../../../src-shared/domain/conversation.ts'
import type { Message } from '../../../src-shared/domain/message.ts'
import type { LogEvent } from '../../../src-shared/wire/protocol.ts'
import type { Clock } from '../../clock.ts'
import type { Store, WriteTx } from '../../store/store.ts'
import { isAway } from '../web-chat/mail-line.ts'
import { RATING_AUTHOR } from '../../ratings/ask.ts'
import { ELSEWHERE } from './receive.ts'
import { tellDelivery } from './tell.ts'
import { noteStatus } from './thread-status.ts'

/** Up to where the log has been looked through for replies of connectors' conversations. */
const CURSOR = 'channels.cursor'
const PAGE = 500
/** How long a reply is tried by itself, in milliseconds. */
export const TRIED_FOR_MS = 24 * 60 * 60 * 1000

/** People's and automatic words of this shop's, and the invitation to rate. */
const goesOut = ({ kind, id }: Message['author']): boolean => ((kind === 'agent' || kind === 'autopilot') && !id.startsWith(ELSEWHERE)) || (kind === 'system' && id === RATING_AUTHOR)

const isReply = (event: LogEvent): event is LogEvent & { change: { type: 'message'; message: Message } } =>
  event.change.type === 'message' && goesOut(event.change.message.author)

/**
 * Makes a delivery of each reply that belongs to a connector's thread, and notes what became open or resolved. Driven by the log, so that however a reply came
 * into it, and whenever the process died, it is picked up once.
 */
export class PickUpReplies {
  private cursor: number | null = null
  private working: Promise<void> = Promise.resolve()
  private readonly unsubscribe: () => void

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly log: Logger,
    /** Channels whose other side is told what is open and what is resolved. */
    private readonly withStatus: ReadonlySet<Channel>,
    /** The connector that has something to deliver now. */
    private readonly onPicked: (connectorId: string) => void,
  ) {
    this.unsubscribe = store.onAppended((events) => { if (events.some((event) => isReply(event) || this.turned(event) !== null)) void this.run() })
  }

  /** Looks through what the log got since; resolves when it is done. */
  run(): Promise<void> {
    this.working = this.working.then(() => this.follow()).catch((thrown: unknown) => { this.log.error({ err: thrown }, 'picking up replies failed') })
    return this.working
  }

  async stop(): Promise<void> {
    this.unsubscribe()
    await this.working
    const { cursor } = this
    if (cursor !== null) await this.store.write((tx) => tx.setMeta(CURSOR, String(cursor)))
  }

  private async follow(): Promise<void> {
    let cursor = this.cursor ?? await this.store.read(async (tx) => Number(await tx.meta(CURSOR) ?? 0))
    for (;;) {
      const after = cursor
      const events = await this.store.read((tx) => tx.eventsAfter(after, PAGE))
      const last = events.at(-1)
      if (last === undefined) break
      const replies = events.filter(isReply).map(({ change }) => change.message)
      const ours = await this.store.read(async (tx) => {
        const found: Message[] = []
        for (const reply of replies) if (await tx.channels.threadOf(reply.conversationId) !== null) found.push(reply)
        return found
      })
      const turns = new Map(events.flatMap((event) => { const id = this.turned(event); return id === null ? [] : [[id, event.at] as const] }))
      if (ours.length > 0 || turns.size > 0 || events.length === PAGE) await this.pick(ours, turns, last.n)
      cursor = last.n
      this.cursor = cursor
    }
  }

  /** The conversation that changed, where its status is the other side's affair too. */
  private turned({ change }: LogEvent): string | null {
    return change.type === 'conversation' && this.withStatus.has(change.conversation.channel) ? change.conversation.id : null
  }

  private async pick(replies: readonly Message[], turns: ReadonlyMap<string, number>, upTo: number): Promise<void> {
    const now = this.clock.now()
    const touched = await this.store.write(async (tx) => {
      const connectors = new Set<string>()
      for (const reply of replies) {
        const connectorId = await pickOne(tx, now, reply)
        if (connectorId !== null) connectors.add(connectorId)
      }
      for (const [conversationId, at] of turns) {
        const connectorId = await noteStatus(tx, now, conversationId, at)
        if (connectorId !== null) connectors.add(connectorId)
      }
      await tx.setMeta(CURSOR, String(upTo))
      return connectors
    })
    for (const connectorId of touched) this.onPicked(connectorId)
  }
}

async function pickOne(tx: WriteTx, now: number, { id, conversationId, seq, at }: Message): Promise<string | null> {
  const thread = await tx.channels.threadOf(conversationId)
  if (thread === null || await tx.channels.delivery(id) !== null) return null
  // Whoever is at the shop's own chat reads it there.
  if ((await tx.conversation(conversationId))?.conversation.channel === 'web' && !await isAway(tx, conversationId)) return null
  const gone = await tx.channels.connector(thread.connectorId) === null
  await tx.channels.putDelivery({ messageId: id, connectorId: thread.connectorId, conversationId, seq, piecesSent: 0, state: gone ? 'failed' : 'waiting', attempts: 0, nextAt: now, untilAt: now + TRIED_FOR_MS, why: gone ? REMOVED : null, at })
  if (!gone) return thread.connectorId
  const row = await tx.channels.delivery(id)
  if (row !== null) await tellDelivery(tx, now, row)
  return null
}

/** Of a reply in a conversation whose line is no more. */
const REMOVED = { zh: '这个渠道已被移除，回复没有发出。', en: 'This channel was removed; the reply did not go out.' }
