import { v7 } from 'uuid'
import type { Webhook } from '../../src-shared/domain/integration.ts'
import type { LocalText } from '../../src-shared/domain/text.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import { plainName } from '../../src-shared/domain/plain-name.ts'
import { backOff } from '../channels/host/back-off.ts'
import { repeat, type Repeat } from '../channels/repeat.ts'
import type { Context } from '../context.ts'
import { fieldsWrong, refuse } from '../refusals.ts'
import type { WebhookLetterRow, WebhookRow } from '../store/integrations.ts'
import type { Store } from '../store/store.ts'
import { urlTrouble } from './address-guard.ts'
import { postEvent, type Posted, TIMEOUT_MS } from './post.ts'
import { newSecret } from './signature.ts'
import { firstTold, tellEvents, type ToldEvent } from './told-events.ts'
import { isRefusal, troubleOf } from './trouble.ts'

/** Events of the log that are looked through at once. */
const PAGE = 200
/** So far a row may stand behind what was looked through and is nobody's business: a write for each event of a busy shop would cost as much as the event. */
const UNWRITTEN_MAX = 1000
/** Tries of what the other side refuses as such, before it lies aside and the next one goes. */
const REFUSALS_MAX = 5
/** A webhook that failed for so long without a break is stopped; what happens is kept for it. */
export const PAUSE_AFTER_MS = 24 * 60 * 60 * 1000
/** Of what the other side asks for by `Retry-After`. */
const LONGEST_PAUSE_MS = 60 * 60 * 1000
const OLD_SECRET_MS = 24 * 60 * 60 * 1000
/** Looks at the log, and for webhooks that another gateway made, also where nobody said that it grew. */
const REST_MS = 60_000
/** What is claimed is told by nobody else for so long: an exchange and a pause of the process. */
export const LEASE_MS = TIMEOUT_MS + 5_000
/** While another gateway tells a webhook something, this one looks again so soon: it may have more to tell. */
const LOOK_AGAIN_MS = 1_000

const URL_TROUBLES: Record<NonNullable<ReturnType<typeof urlTrouble>>, LocalText> = {
  url: { zh: '请填写完整地址，例如 https://erp.example.com/deskmate，不带用户名和 #。', en: 'Please give a whole address such as https://erp.example.com/deskmate, without user name and #.' },
  https: { zh: '公网地址请用 https。', en: 'An address in the internet needs https.' },
  'own-network': { zh: '这个地址在内网或本机。确实是你们自己的系统，就打开“在我们自己的网络里”。', en: 'This address lies in a private network. If it is a system of your own, switch on “in our own network”.' },
}

export const toWebhook = ({ secret: _secret, oldSecret: _old, cursor: _cursor, lease: _lease, attempts, nextAt, enabled, paused, ...row }: WebhookRow): Webhook =>
  ({ ...row, state: !enabled ? 'off' : paused ? 'paused' : 'on', nextTryAt: enabled && !paused && attempts > 0 ? nextAt : null })

const isHeldByOther = ({ lease }: WebhookRow, owner: string, now: number): boolean => lease !== undefined && lease !== null && lease.owner !== owner && lease.until > now

/** Counts what came of deliveries, for the figures. */
export type OnDelivered = (outcome: 'delivered' | 'failed' | 'refused') => void

/**
 * Tells other systems what happens, each from its own place in the log: in order, at least once, under the same id however
 * often. Where a webhook stands is a row, so that a kill between any two lines loses nothing. Before something is told the row
 * is claimed: of several gateways on one store one tells it, and another goes on when the claim of one that died has run out.
 */
export class Webhooks {
  private readonly lines = new Map<string, Repeat>()
  /** Up to where the log was looked through for each, ahead of its row: looked through again after a start. */
  private readonly seen = new Map<string, number>()
  private unsubscribe = () => {}
  /** Cuts what is under way: it is told again after the next start. */
  private readonly stopping = new AbortController()
  /** Whose claims are this one's. */
  private readonly owner = v7()
  private readonly rollCall: Repeat

  constructor(private readonly context: Context, private readonly onDelivered: OnDelivered = () => undefined, private readonly chance: () => number = Math.random) {
    const { clock, log } = context
    const turn = () => this.findNew().then(() => true, (thrown: unknown) => {
      log.error({ err: thrown }, 'webhooks could not be listed')
      return false
    })
    this.rollCall = repeat({ clock, turn, restMs: () => REST_MS, firstPauseMs: REST_MS, longestPauseMs: REST_MS })
  }

  /** @param alone nobody else works on this store: whatever is claimed was claimed by one that died */
  async start(alone = false): Promise<void> {
    if (alone) await this.letAllGo()
    await this.findNew()
    this.rollCall.start()
    this.unsubscribe = this.context.store.onAppended(() => { for (const line of this.lines.values()) void line.soon() })
  }

  async stop(): Promise<void> {
    this.unsubscribe()
    this.stopping.abort()
    await this.rollCall.stop()
    await Promise.all([...this.lines.values()].map((line) => line.stop()))
    this.lines.clear()
  }

  /** @returns the secret of a new one. @throws AppError `fields-wrong` with what is wrong in words */
  async save(store: Store, { id, ...fields }: SeatParams<'integrations.saveWebhook'>): Promise<string | null> {
    const trouble = urlTrouble(fields.url, fields.ownNetwork)
    if (trouble !== null) throw fieldsWrong(URL_TROUBLES[trouble])
    const now = this.context.clock.now()
    const secret = await store.write(async (tx) => {
      const known = await tx.integrations.webhook(id)
      const filled = { ...fields, name: plainName(fields.name), events: [...new Set(fields.events)] }
      const made: WebhookRow = known ?? { ...filled, id, createdAt: now, enabled: true, secret: newSecret(), oldSecret: null, cursor: await tx.head(), attempts: 0, nextAt: now, failingSince: null, trouble: null, paused: false, lastDeliveredAt: null }
      // What was looked through by the wishes of before is not looked through again by the new ones.
      await tx.integrations.putWebhook({ ...made, ...filled, cursor: Math.max(made.cursor, this.seen.get(id) ?? 0), attempts: 0, nextAt: now, paused: false, failingSince: null })
      return known === null ? made.secret : null
    })
    this.startLine(id)
    return secret
  }

  /** @throws AppError `not-found` */
  async renewSecret(store: Store, id: string): Promise<string> {
    const secret = newSecret()
    await this.change(store, id, (row, now) => ({ ...row, secret, oldSecret: { secret: row.secret, until: now + OLD_SECRET_MS } }))
    return secret
  }

  /** @throws AppError `not-found` */
  async enable(store: Store, id: string, enabled: boolean): Promise<void> {
    await this.change(store, id, (row, now) => ({ ...row, enabled, paused: false, failingSince: null, attempts: 0, nextAt: now, trouble: enabled ? null : row.trouble }))
    void this.lines.get(id)?.soon()
  }

  async remove(store: Store, id: string): Promise<void> {
    await this.lines.get(id)?.stop()
    this.lines.delete(id)
    this.seen.delete(id)
    await store.write((tx) => tx.integrations.dropWebhook(id))
  }

  /** Sends a made-up event once; it changes nothing of where the webhook stands. @throws AppError `not-found` */
  async test(id: string): Promise<LocalText | null> {
    const row = await this.rowOrRefuse(id)
    const now = this.context.clock.now()
    const event = { id: `evt_test_${v7()}`, type: 'webhook.test', timestamp: new Date(now).toISOString(), n: 0, data: { name: row.name } }
    return troubleOf(await postEvent(row, now, event.id, JSON.stringify(event)))
  }

  /** Sends what was refused once more, as the log tells it now. @returns null: it was taken. @throws AppError `not-found` */
  async resend(letterId: string): Promise<LocalText | null> {
    const { store, clock } = this.context
    const letter = await store.read((tx) => tx.integrations.letter(letterId))
    if (letter === null) throw refuse('not-found')
    const row = await this.rowOrRefuse(letter.webhookId)
    const event = await store.read(async (tx) => (await tellEvents(tx, await tx.eventsAfter(letter.n - 1, 1), row.words))[0])
    const posted = event === undefined ? null : await postEvent(row, clock.now(), event.id, JSON.stringify(event))
    const trouble = posted === null ? null : troubleOf(posted)
    if (trouble === null) await store.write((tx) => tx.integrations.dropLetter(letterId))
    return trouble
  }

  /** Begins to serve the webhooks that are not served here yet. */
  private async findNew(): Promise<void> {
    for (const { id } of await this.context.store.read((tx) => tx.integrations.webhooks())) if (!this.lines.has(id)) this.startLine(id)
  }

  private startLine(id: string): void {
    if (this.lines.has(id)) {
      void this.lines.get(id)?.soon()
      return
    }
    const { clock, log } = this.context
    let restMs = REST_MS
    const turn = async (): Promise<boolean> => {
      try {
        restMs = await this.follow(id)
      } catch (thrown) {
        log.error({ err: thrown, webhookId: id }, 'a webhook could not be served')
        restMs = REST_MS
      }
      return true
    }
    const line = repeat({ clock, turn, restMs: () => restMs, firstPauseMs: REST_MS, longestPauseMs: REST_MS })
    this.lines.set(id, line)
    line.start()
  }

  /** Tells what there is to tell. @returns how long to rest, in milliseconds, unless the log grows */
  private async follow(id: string): Promise<number> {
    const { store, clock } = this.context
    for (;;) {
      const now = clock.now()
      const next = await store.read(async (tx) => {
        const row = await tx.integrations.webhook(id)
        if (row === null || !row.enabled || row.paused || !this.lines.has(id)) return null
        if (row.nextAt > now) return { row, event: null, more: false, waits: true }
        const log = await tx.eventsAfter(Math.max(row.cursor, this.seen.get(id) ?? 0), PAGE)
        const event = await firstTold(tx, log, row.words, row.events)
        const last = log.at(-1)
        if (event === null && last !== undefined) this.seen.set(id, last.n)
        return { row, event, more: last !== undefined, waits: false }
      })
      if (next === null) return REST_MS
      const { row, event, more, waits } = next
      if (waits) return row.nextAt - now
      if (event !== null) {
        if (!(await this.claim(row))) return LOOK_AGAIN_MS
        const body = JSON.stringify(event)
        const posted = await postEvent(row, now, event.id, body, this.stopping.signal)
        if (this.stopping.signal.aborted && posted.kind === 'failed') {
          await this.letGo(id)
          return REST_MS
        }
        await this.settle(id, row.cursor, event, posted)
        continue
      }
      const seen = this.seen.get(id) ?? 0
      if (seen - row.cursor >= UNWRITTEN_MAX) await this.moveOn(id, row.cursor, seen)
      if (!more) return REST_MS
    }
  }

  /** Takes the webhook for one exchange. @returns false: another gateway has it, or it stands elsewhere by now */
  private claim({ id, cursor }: WebhookRow): Promise<boolean> {
    const { store, clock } = this.context
    return store.write(async (tx) => {
      const row = await tx.integrations.webhook(id)
      const now = clock.now()
      if (row === null || row.cursor !== cursor || !row.enabled || row.paused || row.nextAt > now || isHeldByOther(row, this.owner, now)) return false
      await tx.integrations.putWebhook({ ...row, lease: { owner: this.owner, until: now + LEASE_MS } })
      return true
    })
  }

  /** What was claimed is not told now: nobody has to wait until the claim runs out. */
  private async letGo(id: string): Promise<void> {
    await this.context.store.write(async (tx) => {
      const row = await tx.integrations.webhook(id)
      if (row?.lease?.owner === this.owner) await tx.integrations.putWebhook({ ...row, lease: null })
    })
  }

  private async letAllGo(): Promise<void> {
    await this.context.store.write(async (tx) => {
      for (const row of await tx.integrations.webhooks()) if (row.lease !== undefined && row.lease !== null) await tx.integrations.putWebhook({ ...row, lease: null })
    })
  }

  /** Nothing of what was looked through is for this webhook. */
  private async moveOn(id: string, from: number, to: number): Promise<void> {
    await this.context.store.write(async (tx) => {
      const row = await tx.integrations.webhook(id)
      if (row?.cursor === from) await tx.integrations.putWebhook({ ...row, cursor: to })
    })
  }

  /** Writes down what came of a try and lets go, unless the claim ran out and somebody else goes on meanwhile. */
  private async settle(id: string, from: number, event: ToldEvent, posted: Posted): Promise<void> {
    const { store, clock } = this.context
    const trouble = troubleOf(posted)
    await store.write(async (tx) => {
      const claimed = await tx.integrations.webhook(id)
      if (claimed?.cursor !== from || claimed.lease?.owner !== this.owner) return
      const row = { ...claimed, lease: null }
      const now = clock.now()
      if (trouble === null) {
        await tx.integrations.putWebhook({ ...row, cursor: event.n, attempts: 0, nextAt: now, failingSince: null, trouble: null, lastDeliveredAt: now })
        return this.onDelivered('delivered')
      }
      const attempts = row.attempts + 1
      if (isRefusal(posted) && attempts >= REFUSALS_MAX) {
        const letter: WebhookLetterRow = { id: v7(), webhookId: id, n: event.n, type: event.type, why: trouble, at: now }
        await tx.integrations.putLetter(letter)
        await tx.integrations.putWebhook({ ...row, cursor: event.n, attempts: 0, nextAt: now, failingSince: null, trouble })
        return this.onDelivered('refused')
      }
      const failingSince = row.failingSince ?? now
      const gone = posted.kind === 'answered' && posted.status === 410
      const asked = posted.kind === 'answered' ? Math.min(posted.retryAfterMs ?? 0, LONGEST_PAUSE_MS) : 0
      await tx.integrations.putWebhook({ ...row, attempts, failingSince, trouble, paused: gone || now - failingSince >= PAUSE_AFTER_MS, nextAt: now + Math.max(asked, backOff(attempts, this.chance())) })
      this.onDelivered('failed')
    })
  }

  private async change(store: Store, id: string, to: (row: WebhookRow, now: number) => WebhookRow): Promise<void> {
    await store.write(async (tx) => {
      const row = await tx.integrations.webhook(id)
      if (row === null) throw refuse('not-found')
      await tx.integrations.putWebhook(to(row, this.context.clock.now()))
    })
  }

  private async rowOrRefuse(id: string): Promise<WebhookRow> {
    const row = await this.context.store.read((tx) => tx.integrations.webhook(id))
    if (row === null) throw refuse('not-found')
    return row
  }
}
