import type { Logger } from 'pino'
import { pieceId, piecesOf } from '../../../src-shared/domain/bubbles.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { Context } from '../../context.ts'
import type { DeliveryRow } from '../../store/channel-store.ts'
import type { WriteTx } from '../../store/store.ts'
import type { Connector, Delivery, Outbound } from '../connector.ts'
import { backOff } from './back-off.ts'
import { Pace } from './pace.ts'
import { pieceArrived } from './piece-arrived.ts'
import { tellDelivery } from './tell.ts'

/** Threads that are delivered to side by side. */
const AT_ONCE = 4
/** A pump that found its store in trouble looks again after so long, in milliseconds. */
const LOOK_AGAIN_MS = 5000

const BROKEN: LocalText = { zh: '发送时渠道连接器出错，可能已发出，也可能没有。', en: 'The connector failed while sending; it may have gone out or not.' }
const CUT: LocalText = { zh: '发送途中网关停止，可能已发出，也可能没有。', en: 'The gateway stopped while this was being sent; it may have gone out or not.' }

export interface PumpOptions {
  connectorId: string
  idempotent: boolean
  perMinute: number | undefined
  /** 0 to below 1. */
  chance: () => number
  /** How sending goes; null: well. */
  onTrouble(trouble: LocalText | null): void
  /** A try is over. */
  onSettled(): void
}

/** What leaves now, and the reply that it is or is a piece of. */
interface Taken { replyId: string; outbound: Outbound }

/** Delivers the replies of one connector: each thread in order and each piece of a reply, four threads at once, again and again until settled. */
export class DeliveryPump {
  private readonly pace: Pace
  private readonly running = new Set<Promise<void>>()
  private looking = false
  private lookAgain = false
  private stopped = false
  private cancelTimer: () => void = () => undefined

  constructor(
    private readonly context: Context,
    private readonly connector: Connector,
    private readonly options: PumpOptions,
    private readonly log: Logger,
  ) {
    this.pace = new Pace(options.perMinute)
  }

  /** Takes up what a process that died left in the middle, then what waits. */
  async start(): Promise<void> {
    const { store, clock } = this.context
    await store.write(async (tx) => {
      for (const row of await tx.channels.deliveriesIn(this.options.connectorId, 'sending', 10_000)) await this.unsure(tx, clock.now(), row, CUT)
    })
    this.wake()
  }

  /** Lets what is under way finish; what waits is tried no more. */
  async stop(): Promise<void> {
    this.stopped = true
    this.cancelTimer()
    await Promise.allSettled(this.running)
  }

  wake(): void {
    if (this.looking) {
      this.lookAgain = true
      return
    }
    this.looking = true
    void this.look().catch((thrown: unknown) => {
      this.log.error({ err: thrown }, 'deliveries could not be read')
      this.lookAfter(LOOK_AGAIN_MS)
    }).finally(() => {
      this.looking = false
      if (this.lookAgain) {
        this.lookAgain = false
        this.wake()
      }
    })
  }

  private async look(): Promise<void> {
    const { store, clock } = this.context
    const free = AT_ONCE - this.running.size
    if (this.stopped || free <= 0) return
    const due = await store.read((tx) => tx.channels.dueDeliveries(this.options.connectorId, clock.now(), free))
    for (const { messageId } of due) {
      const wait = this.pace.take(clock.now())
      if (wait > 0) return this.lookAfter(wait)
      const taken = await store.write((tx) => this.take(tx, messageId))
      if (taken !== null) this.deliver(taken)
    }
    const next = await store.read((tx) => tx.channels.nextDelivery(this.options.connectorId))
    if (next !== null && next > clock.now()) this.lookAfter(next - clock.now())
  }

  private lookAfter(ms: number): void {
    this.cancelTimer()
    if (!this.stopped) this.cancelTimer = this.context.clock.after(ms, () => this.wake())
  }

  /** Marks it as being sent before a byte leaves; null: it is settled otherwise by now. */
  private async take(tx: WriteTx, messageId: string): Promise<Taken | null> {
    const row = await tx.channels.delivery(messageId)
    const message = (await tx.message(messageId))?.message
    if (row?.state !== 'waiting' || message === undefined || this.stopped) return null
    if (message.recalledAt !== undefined) {
      await tx.channels.putDelivery({ ...row, state: 'given-up' })
      return null
    }
    const thread = await tx.channels.threadOf(row.conversationId)
    if (thread === null) throw new Error('a delivery without a thread')
    const attempt = row.attempts + 1
    await tx.channels.putDelivery({ ...row, state: 'sending', attempts: attempt })
    const { kind, name } = message.author
    const piece = piecesOf(message)[row.piecesSent]
    if (piece === undefined) throw new Error('a delivery without a piece that is left')
    const outbound: Outbound = {
      messageId: pieceId(messageId, row.piecesSent), conversationId: row.conversationId, threadId: thread.threadId, text: piece.text, attempt, at: message.at, subject: thread.subject,
      author: { kind: kind === 'agent' ? 'agent' : 'autopilot', name },
      attachments: piece.isLast ? message.attachments.map((attachment) => ({ ...attachment, read: () => this.bytesOf(attachment.sha256) })) : [],
      quoteExternalId: message.quote === undefined || !piece.isFirst ? null : await tx.channels.externalIdOf(message.quote.id),
      lastExternalId: thread.lastExternalId,
    }
    return { replyId: messageId, outbound }
  }

  private async bytesOf(sha256: string): Promise<Buffer> {
    const bytes = await this.context.files.get(sha256)
    if (bytes === null) throw new Error('the picture is not here')
    return bytes
  }

  private deliver({ replyId, outbound }: Taken): void {
    const { store, clock } = this.context
    const work = this.tryOnce(outbound)
      .then((delivery) => store.write((tx) => this.settle(tx, clock.now(), { replyId, outbound }, delivery)))
      .catch((thrown: unknown) => { this.log.error({ err: thrown, messageId: replyId }, 'a delivery could not be settled') })
      .finally(() => {
        this.running.delete(work)
        this.wake()
        this.options.onSettled()
      })
    this.running.add(work)
  }

  private async tryOnce(outbound: Outbound): Promise<Delivery> {
    try {
      return await this.connector.deliver(outbound)
    } catch (thrown) {
      this.log.error({ err: thrown, messageId: outbound.messageId }, 'a connector threw while delivering')
      return { state: 'unsure', why: BROKEN }
    }
  }

  private async settle(tx: WriteTx, now: number, { replyId, outbound }: Taken, delivery: Delivery): Promise<void> {
    const row = await tx.channels.delivery(replyId)
    // Its echo may have come first.
    if (row?.state !== 'sending' || pieceId(replyId, row.piecesSent) !== outbound.messageId) return
    switch (delivery.state) {
      case 'sent': return this.sent(tx, now, row, delivery.externalId)
      case 'retry': return this.again(tx, now, row, delivery.why, delivery.afterMs ?? 0)
      case 'unsure': return this.unsure(tx, now, row, delivery.why)
      case 'failed': return this.told(tx, now, { ...row, state: 'failed', why: delivery.why })
    }
  }

  private async sent(tx: WriteTx, now: number, row: DeliveryRow, externalId: string | null): Promise<void> {
    this.options.onTrouble(null)
    if (externalId !== null && await tx.channels.messageIdOf(row.connectorId, externalId) === null) await tx.channels.putExternal(row.connectorId, externalId, row.messageId)
    await pieceArrived(tx, now, row)
  }

  private async again(tx: WriteTx, now: number, row: DeliveryRow, why: LocalText, afterMs: number): Promise<void> {
    this.options.onTrouble(why)
    if (now >= row.untilAt) return this.told(tx, now, { ...row, state: 'failed', why })
    const nextAt = now + Math.max(backOff(row.attempts, this.options.chance()), afterMs)
    const waiting: DeliveryRow = { ...row, state: 'waiting', nextAt, why }
    await tx.channels.putDelivery(waiting)
    // Once for each reason, not once for each try.
    if (JSON.stringify(row.why) !== JSON.stringify(why)) await tellDelivery(tx, now, waiting)
  }

  private async unsure(tx: WriteTx, now: number, row: DeliveryRow, why: LocalText): Promise<void> {
    if (this.options.idempotent) return this.again(tx, now, row, why, 0)
    return this.told(tx, now, { ...row, state: 'unsure', why })
  }

  private async told(tx: WriteTx, now: number, row: DeliveryRow): Promise<void> {
    await tx.channels.putDelivery(row)
    await tellDelivery(tx, now, row)
  }
}
