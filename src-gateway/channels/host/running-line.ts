import { v7 as uuidv7 } from 'uuid'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { settingsFrom } from '../../../src-shared/domain/set-up.ts'
import type { Context } from '../../context.ts'
import { ratePlatform } from '../../ratings/rate.ts'
import { markRead } from '../../read-mark.ts'
import type { ConnectorRow } from '../../store/channel-store.ts'
import type { Connector, ConnectorHost, ConnectorKind, HookAnswer, HookRequest } from '../connector.ts'
import { backOff } from './back-off.ts'
import { DeliveryPump } from './delivery-pump.ts'
import { wellFormed } from './inbound-text.ts'
import { receiveInbound } from './receive.ts'
import { StatusPump } from './status-pump.ts'
import { tellConnector, tellDelivery } from './tell.ts'
import { takeStatus, threadStatusOf } from './thread-status.ts'

/** Longest body of a dead letter that is kept, in UTF-16 code units, and how many of one line: older ones go first. */
const BODY_MAX = 256 * 1024
const LETTERS_MAX = 1000

const SETTINGS_WRONG: LocalText = { zh: '设置不完整或格式不对，请打开设置修改。', en: 'Its settings are incomplete or malformed; open them and correct them.' }
const START_FAILED: LocalText = { zh: '启动失败，稍后会再试；请检查设置。', en: 'It could not start and will be tried again; check its settings.' }

/** One enabled connector with its deliveries, from `start` to `stop`. What goes wrong in it stays in it. */
export class RunningLine {
  private readonly connector: Connector | null
  private readonly pump: DeliveryPump | null
  private readonly statuses: StatusPump | null
  private readonly troubles: { settings: LocalText | null; line: LocalText | null; sending: LocalText | null } = { settings: null, line: null, sending: null }
  private telling: Promise<void> = Promise.resolve()
  private stopped = false
  private cancelRetry: () => void = () => undefined

  constructor(
    private readonly context: Context,
    private readonly kind: ConnectorKind,
    private readonly row: ConnectorRow,
    private readonly chance: () => number,
  ) {
    this.connector = this.make()
    this.pump = this.connector === null ? null : new DeliveryPump(context, this.connector, {
      connectorId: row.id, idempotent: kind.idempotent, perMinute: kind.perMinute, chance,
      onTrouble: (trouble) => { this.trouble('sending', trouble) },
      onSettled: () => { this.statuses?.wake() },
    }, context.log)
    const say = this.connector?.setStatus?.bind(this.connector)
    this.statuses = say === undefined ? null : new StatusPump(context, row.id, say, chance, context.log)
  }

  async start(): Promise<void> {
    await this.tell()
    await this.pump?.start()
    this.statuses?.start()
    this.startConnector(1)
  }

  async stop(): Promise<void> {
    this.stopped = true
    this.cancelRetry()
    await this.connector?.stop().catch((thrown: unknown) => { this.context.log.error({ err: thrown, connector: this.row.id }, 'a connector could not stop') })
    await this.pump?.stop()
    await this.statuses?.stop()
    await this.telling
  }

  /** A reply or a status waits. */
  wake(): void {
    this.pump?.wake()
    this.statuses?.wake()
  }

  /** @returns null: this line has no hook. */
  async hook(request: HookRequest): Promise<HookAnswer | null> {
    return await this.connector?.hook?.(request) ?? null
  }

  /** Whether a dead letter of this line can be tried again. */
  get takesLetters(): boolean {
    return this.connector?.again !== undefined
  }

  async again(letter: { externalId: string | null; body: string }): Promise<LocalText | null> {
    return await this.connector?.again?.(letter) ?? null
  }

  private make(): Connector | null {
    const settings = this.kind.settings.safeParse(settingsFrom(this.row.settings))
    try {
      if (settings.success) return this.kind.create(settings.data, this.host())
    } catch (thrown) {
      this.context.log.error({ err: thrown, connector: this.row.id }, 'a connector could not be made')
    }
    this.troubles.settings = SETTINGS_WRONG
    return null
  }

  private startConnector(tries: number): void {
    if (this.stopped || this.connector === null) return
    // Not awaited: one that cannot reach its server must not hold up the others.
    this.connector.start().then(() => undefined, (thrown: unknown) => {
      this.context.log.error({ err: thrown, connector: this.row.id }, 'a connector could not start')
      this.trouble('line', START_FAILED)
      if (!this.stopped) this.cancelRetry = this.context.clock.after(backOff(tries, this.chance()), () => this.startConnector(tries + 1))
    })
  }

  private host(): ConnectorHost {
    const { context, row } = this
    const { store, clock, shopId } = context
    const connectorId = row.id
    return {
      clock, shopId, log: context.log.child({ connector: connectorId }),
      receive: async (inbound) => {
        const taken = await receiveInbound(context, { connectorId, channel: row.channel, shopId }, inbound)
        // An echo of ours may be what the next piece of its reply waited for.
        if (taken.duplicate) this.pump?.wake()
        return taken
      },
      undelivered: (threadId, externalId, why) => store.write(async (tx) => {
        const thread = await tx.channels.thread(connectorId, threadId)
        if (thread === null) return
        const messageId = externalId === null ? null : await tx.channels.messageIdOf(connectorId, externalId)
        const delivery = messageId === null ? await tx.channels.lastDelivery(thread.conversationId) : await tx.channels.delivery(messageId)
        if (delivery === null || delivery.state === 'failed') return
        // Tried again, it begins at its first piece: the connector knows which ones it has sent.
        const failed = { ...delivery, piecesSent: 0, state: 'failed' as const, why }
        await tx.channels.putDelivery(failed)
        await tellDelivery(tx, clock.now(), failed)
      }),
      read: (threadId, externalId) => store.write(async (tx) => {
        const thread = await tx.channels.thread(connectorId, threadId)
        const messageId = await tx.channels.messageIdOf(connectorId, externalId)
        const message = messageId === null ? undefined : (await tx.message(messageId))?.message
        if (thread !== null && message?.conversationId === thread.conversationId) await markRead(tx, clock.now(), thread.conversationId, message.seq)
      }),
      rated: (threadId, said) => store.write(async (tx) => {
        const thread = await tx.channels.thread(connectorId, threadId)
        if (thread !== null) await ratePlatform(tx, clock.now(), thread.conversationId, said)
      }),
      status: (threadId) => store.read(async (tx) => {
        const thread = await tx.channels.thread(connectorId, threadId)
        return thread === null ? null : (await threadStatusOf(tx, connectorId, thread.conversationId)).theirs
      }),
      statusThere: (threadId, status, changedAt) => store.write((tx) => takeStatus(tx, clock.now(), row, threadId, status, changedAt)),
      get: (name) => store.read((tx) => tx.channels.value(connectorId, name)),
      set: (name, value) => store.write((tx) => tx.channels.setValue(connectorId, name, value)),
      deadLetter: ({ externalId, why, body }) => store.write(async (tx) => {
        if (await tx.channels.countDeadLetters(connectorId) >= LETTERS_MAX) await tx.channels.dropOldestLetter(connectorId)
        await tx.channels.putDeadLetter({ id: uuidv7(), connectorId, externalId, why, body: wellFormed(body.slice(0, BODY_MAX)), at: clock.now() })
      }),
      health: (trouble) => { this.trouble('line', trouble) },
    }
  }

  private trouble(of: 'line' | 'sending', trouble: LocalText | null): void {
    if (JSON.stringify(this.troubles[of]) === JSON.stringify(trouble)) return
    this.troubles[of] = trouble
    void this.tell()
  }

  /** One after the other, each with what holds when its turn comes. */
  private tell(): Promise<void> {
    const { store, clock, log } = this.context
    this.telling = this.telling
      .then(() => store.write(async (tx) => {
        const row = await tx.channels.connector(this.row.id)
        const { settings, line, sending } = this.troubles
        if (row !== null && row.enabled) await tellConnector(tx, clock.now(), row, settings ?? line ?? sending)
      }))
      .catch((thrown: unknown) => { if (!this.stopped) log.error({ err: thrown }, 'the state of a connector could not be written') })
    return this.telling
  }
}
