import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { Context } from '../../context.ts'
import { sayOf } from '../http/say-of.ts'
import type { ShopLine } from '../shop-kind.ts'
import { keepNews } from './news.ts'

const CURSOR = 'readUpTo'
const EVERY_MS = 60_000
const LONGEST_PAUSE_MS = 15 * 60_000
/** Read again each time: a platform's clock may run behind ours, and its lists behind its clock. */
const OVERLAP_MS = 3 * 60_000
/** How far back the first reading goes. */
const FIRST_MS = 7 * 24 * 60 * 60_000

export interface Reader {
  start(): void
  stop(): Promise<void>
  /** Reads these orders again, for a push. */
  readOrders(nos: readonly string[]): Promise<void>
  /** One reading from where the last one ended. @throws whatever the platform answers */
  readOnce(): Promise<void>
  trouble(): LocalText | null
}

/**
 * Reads the news of one shop, a window after the other, once a minute and later each time it fails. The cursor moves only when
 * everything before it is on disk, so a cut or a kill costs a second reading and nothing else.
 */
export function createReader({ store, clock, log }: Pick<Context, 'store' | 'clock' | 'log'>, connectionId: string, line: ShopLine): Reader {
  let trouble: LocalText | null = null
  let failures = 0
  let stopped = false
  let cancel = (): void => undefined
  let going: Promise<void> = Promise.resolve()

  async function readOnce(): Promise<void> {
    const to = clock.now()
    const kept = Number(await store.read((tx) => tx.shops.value(connectionId, CURSOR)) ?? to - FIRST_MS)
    for await (const news of line.changes(kept - OVERLAP_MS, to)) {
      if (stopped) return
      await store.write((tx) => keepNews(tx, clock.now(), connectionId, news))
    }
    await line.consume?.((nos) => readOrders(nos))
    if (!stopped) await store.write((tx) => tx.shops.putValue(connectionId, CURSOR, String(to)))
  }
  async function readOrders(nos: readonly string[]): Promise<void> {
    for (const no of new Set(nos)) {
      const order = await line.order(no)
      const customer = order && await line.findCustomer({ orderNo: no })
      if (order && customer) await store.write((tx) => keepNews(tx, clock.now(), connectionId, { orders: [{ order, customer }], cases: [], broken: [] }))
    }
  }
  async function turn(): Promise<void> {
    try {
      await readOnce()
      failures = 0
      trouble = null
    } catch (thrown) {
      failures++
      trouble = sayOf(thrown)
      log.warn({ err: thrown, connectionId, failures }, 'a shop could not be read')
    }
    if (!stopped) cancel = clock.after(Math.min(EVERY_MS * 2 ** Math.max(0, failures - 1), LONGEST_PAUSE_MS), () => { going = turn() })
  }
  return {
    start() { going = turn() },
    async stop() {
      stopped = true
      cancel()
      await going
    },
    readOrders, readOnce, trouble: () => trouble,
  }
}
