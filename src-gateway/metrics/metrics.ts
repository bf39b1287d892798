import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import type { Context } from '../context.ts'
import { admit } from '../http-api/serve.ts'
import { problemOf } from '../http-api/problem.ts'
import type { Store } from '../store/store.ts'
import { DATABASE_FILE } from '../store/sqlite/open.ts'
import type { OnDelivered } from '../webhooks/webhooks.ts'
import { AppError } from '../../src-shared/errors.ts'

/** What is asked of the running parts when somebody looks. */
export interface Sources {
  store: Store
  dataDir: string
  now(): number
  /** Open sockets. */
  seatSockets(): number
  /** Seats that are told what happens. */
  liveSeats(): number
  customerSockets(): number
  room(): Promise<number | null>
}

/** Figures of one gateway for Prometheus; docs/operations.md lists them. Names and labels hold codes, nobody's words. */
export class Metrics {
  private readonly register = new Registry()
  private readonly slow = new Counter({ name: 'deskmate_slow_transactions_total', help: 'Transactions of the store that took longer than 100 ms.', registers: [this.register] })
  private readonly messages = new Counter({ name: 'deskmate_messages_total', help: 'Messages appended to the log since the start, by who wrote them.', labelNames: ['author'], registers: [this.register] })
  private readonly effects = new Counter({ name: 'deskmate_effects_total', help: 'Outcomes of actions on orders since the start.', labelNames: ['action', 'state'], registers: [this.register] })
  private readonly deliveries = new Counter({ name: 'deskmate_webhook_tries_total', help: 'Tries of webhooks since the start, by what came of them.', labelNames: ['outcome'], registers: [this.register] })

  constructor() {
    collectDefaultMetrics({ register: this.register })
    for (const author of ['customer', 'agent', 'autopilot', 'system']) this.messages.inc({ author }, 0)
  }

  readonly onSlow = (): void => { this.slow.inc() }
  readonly onDelivered: OnDelivered = (outcome) => { this.deliveries.inc({ outcome }) }

  /** Counts what is appended from now on, and asks the rest when somebody looks. */
  watch(sources: Sources): void {
    const { store } = sources
    store.onAppended((events) => {
      for (const { change } of events) {
        if (change.type === 'message') this.messages.inc({ author: change.message.author.kind })
        if (change.type === 'effect') this.effects.inc({ action: change.effect.action.kind, state: change.effect.outcome.state })
      }
    })
    const gauge = (name: string, help: string, labelNames: string[] = []) => new Gauge({ name: `deskmate_${name}`, help, labelNames, registers: [this.register] })
    const seatSockets = gauge('seat_sockets', 'Open sockets of seats.')
    const liveSeats = gauge('live_seats', 'Seats that are told what happens.')
    const customers = gauge('customer_sockets', 'Open sockets of the web chat.')
    const head = gauge('log_cursor', 'Number of the last event of the log.')
    const waiting = gauge('queue_waiting', 'Open conversations in which the customer has the last word.')
    const oldest = gauge('queue_oldest_wait_seconds', 'How long the one waits who waits longest.')
    const reviews = gauge('reviews_open', 'Replies and actions that wait for a supervisor.')
    const outbox = gauge('channel_outbox', 'Replies that have not reached their channel.', ['channel', 'state'])
    const letters = gauge('channel_dead_letters', 'What a channel brought and nobody could understand.', ['channel'])
    const intents = gauge('shop_effects_pending', 'Actions begun at a shop that have no outcome yet.', ['step'])
    const behind = gauge('webhook_events_behind', 'How far a webhook is behind the log.', ['webhook', 'state'])
    const refused = gauge('webhook_dead_letters', 'What a webhook refused for good.')
    const size = gauge('database_bytes', 'Size of the database and its write-ahead log.', ['file'])
    const room = gauge('disk_free_bytes', 'Free room for the data folder.')
    this.collect = async () => {
      seatSockets.set(sources.seatSockets())
      liveSeats.set(sources.liveSeats())
      customers.set(sources.customerSockets())
      const { figures, n, webhooks } = await store.read(async (tx) => ({ figures: await tx.integrations.figures(), n: await tx.head(), webhooks: await tx.integrations.webhooks() }))
      head.set(n)
      waiting.set(figures.waiting)
      oldest.set(figures.oldestWaitingAt === null ? 0 : Math.max(0, sources.now() - figures.oldestWaitingAt) / 1000)
      reviews.set(figures.openReviews)
      for (const each of [outbox, letters, intents, behind]) each.reset()
      for (const { channel, state, count } of figures.deliveries) outbox.set({ channel, state }, count)
      for (const { channel, count } of figures.deadLetters) letters.set({ channel }, count)
      for (const { step, count } of figures.intents) intents.set({ step }, count)
      for (const { id, cursor, enabled, paused } of webhooks) behind.set({ webhook: id, state: !enabled ? 'off' : paused ? 'paused' : 'on' }, n - cursor)
      refused.set(figures.webhookLetters)
      for (const [file, path] of [['main', DATABASE_FILE], ['wal', `${DATABASE_FILE}-wal`]] as const) size.set({ file }, await stat(join(sources.dataDir, path)).then((found) => found.size, () => 0))
      const free = await sources.room()
      if (free !== null) room.set(free)
    }
  }

  /** Serves them to whoever shows a key with `metrics:read`: a proxy in front of the port makes every caller a local one. */
  serve(app: FastifyInstance, context: Context): void {
    app.get('/metrics', async (request, reply) => {
      try {
        await admit(context, 'metrics:read', request, reply)
      } catch (thrown) {
        if (!(thrown instanceof AppError)) throw thrown
        const problem = problemOf(thrown, request.headers['accept-language'])
        return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem))
      }
      await this.collect()
      return reply.type(this.register.contentType).header('Cache-Control', 'no-store').send(await this.register.metrics())
    })
  }

  private collect: () => Promise<void> = async () => undefined
}
