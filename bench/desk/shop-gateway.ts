import path from 'node:path'
import { pino } from 'pino'
import { systemClock } from '../../src-gateway/clock.ts'
import type { Context } from '../../src-gateway/context.ts'
import { createShops } from '../../src-gateway/commerce/shops/shops.ts'
import { encryptedFileStore } from '../../src-gateway/files/file-store.ts'
import { Channels } from '../../src-gateway/channels/host/channels.ts'
import { Webhooks } from '../../src-gateway/webhooks/webhooks.ts'
import { openLocalAccount } from '../../src-gateway/people/accounts.ts'
import { createSeatPort } from '../../src-gateway/seats/seat-port.ts'
import { openShop } from '../../src-gateway/shop/first-open.ts'
import { loadDefaultPolicy, loadDemoShop } from '../../src-gateway/shop/load-shop.ts'
import { openSqliteStore } from '../../src-gateway/store/sqlite/sqlite-store.ts'
import type { Store } from '../../src-gateway/store/store.ts'
import { ROOT, SEAT_TOKEN, SQLITE_BINDING } from './places.ts'

const RESOURCES = path.join(ROOT, 'resources')

/** The real gateway's store and seat port in this process, so that a measure can write its log at a pace of its own. */
export interface ShopGateway {
  store: Store
  /** Where seats connect, with SEAT_TOKEN. */
  url: string
  close(): Promise<void>
}

/** @param key of the gateway's database, 64 hex digits */
export async function openShopGateway(dataDir: string, key: string): Promise<ShopGateway> {
  const log = pino({ level: 'silent' })
  const store = openSqliteStore({ dataDir, key, sqliteBinding: SQLITE_BINDING })
  const shopId = await openShop(store, () => systemClock.now(), async () => ({ shop: await loadDemoShop(RESOURCES), policy: await loadDefaultPolicy(RESOURCES) }))
  await openLocalAccount(store, systemClock.now())
  const context: Context = { store, files: encryptedFileStore(path.join(dataDir, 'attachments'), key), clock: systemClock, log, shopId, shops: createShops({ store, clock: systemClock, log }) }
  const silent = { toCustomer: () => undefined, toSeats: () => undefined }
  const seats = await createSeatPort(context, { seatToken: SEAT_TOKEN, typing: silent, demo: null, channels: new Channels(context, { kinds: [] }), webhooks: new Webhooks(context), onPresence: () => undefined })
  const url = await seats.server.listen(0)
  return {
    store, url,
    async close() {
      await seats.server.close()
      await store.close()
    },
  }
}
