import { setTimeout as wait } from 'node:timers/promises'
import type { SetUpValues } from '../../../src-shared/domain/set-up.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { SeatParams, SeatResult } from '../../../src-shared/wire/seat.ts'
import type { HookAnswer, HookRequest } from '../../channels/connector.ts'
import { actOnCase } from '../../cases/act-on-case.ts'
import type { Context } from '../../context.ts'
import { refuse } from '../../refusals.ts'
import type { ShopConnection } from '../../store/shops.ts'
import type { Store } from '../../store/store.ts'
import { demoShop } from '../demo-shop/demo-shop.ts'
import { sayOf } from '../http/say-of.ts'
import { SHOP_KINDS } from '../kinds.ts'
import { caseOf } from '../outside/begin.ts'
import { createOutside, type Outside } from '../outside/outside.ts'
import { performEffect } from '../perform-effect.ts'
import type { ShopHost, ShopKind, ShopLine } from '../shop-kind.ts'
import { filled, misfilled } from './filled.ts'
import { createReader, type Reader } from './reader.ts'
import { createWarehouses, type Warehouses } from './warehouses.ts'

/** How often what has no outcome yet is gone on with. Milliseconds. */
const RESUME_EVERY_MS = 30_000

export interface Shops {
  outside: Outside
  warehouses: Warehouses
  /** At the shop whose order it is. `first`: the store of the first write of a call, which puts it on record. */
  perform(seatId: string, request: SeatParams<'perform'>, first?: Store): Promise<SeatResult<'perform'>>
  actOnCase(seatId: string, request: SeatParams<'case.act'>, first?: Store): Promise<SeatResult<'case.act'>>
  /** null: no such connection, or it takes no pushes. */
  hook(connectionId: string, request: HookRequest): Promise<HookAnswer | null>
  /** Tries what somebody filled in. `id`: secrets left out are those of that connection. */
  test(id: string | null, kind: string, values: SetUpValues): Promise<LocalText | null>
  put(connection: { id: string; kind: string; name: string; enabled: boolean }, values: SetUpValues, first?: Store): Promise<void>
  remove(id: string, first?: Store): Promise<void>
  trouble(id: string): LocalText | null
  reader(id: string): Reader | null
  start(): Promise<void>
  stop(): Promise<void>
}

const kindOf = (kind: string, kinds: readonly ShopKind[]): ShopKind => {
  const found = kinds.find(({ form }) => form.kind === kind)
  if (!found) throw refuse('bad-request')
  return found
}

/** The shops of this gateway: the demo shop in its own store, and those behind HTTP that somebody set up. */
export function createShops(context: Pick<Context, 'store' | 'clock' | 'log'>, kinds: readonly ShopKind[] = SHOP_KINDS, pause: (ms: number) => Promise<void> = (ms) => wait(ms, undefined, { ref: false })): Shops {
  const { store, clock, log } = context
  const lines = new Map<string, { line: ShopLine; reader: Reader }>()
  const troubles = new Map<string, LocalText>()
  let cancel = (): void => undefined
  let resuming: Promise<void> = Promise.resolve()
  let stopped = false

  const hostOf = (connectionId: string): ShopHost => ({
    clock, log, connectionId, pause,
    get: (name) => store.read((tx) => tx.shops.value(connectionId, name)),
    set: (name, value) => store.write((tx) => tx.shops.putValue(connectionId, name, value)),
  })
  async function close(id: string): Promise<void> {
    const open = lines.get(id)
    lines.delete(id)
    troubles.delete(id)
    await open?.reader.stop()
  }
  function open({ id, kind, settings, enabled }: ShopConnection): void {
    if (!enabled) return
    try {
      const found = kindOf(kind, kinds)
      const line = found.create(found.settings.parse(settings), hostOf(id))
      const reader = createReader(context, id, line)
      lines.set(id, { line, reader })
      reader.start()
    } catch (thrown) {
      log.error({ err: thrown, connectionId: id }, 'a shop could not be opened')
      troubles.set(id, { zh: '设置与这个版本不符，请重新填写。', en: 'Its settings do not fit this version; please fill them in again.' })
    }
  }
  const warehouses = createWarehouses(context, pause)
  const outside = createOutside({ store, clock, log, line: (id) => lines.get(id)?.line ?? null, warehouse: (id) => warehouses.of(id) })
  const ownerOf = (orderNo: string | null): Promise<string | null> => orderNo === null ? Promise.resolve(null) : store.read((tx) => tx.shops.connectionOf(orderNo))
  function resumeLater(): void {
    if (stopped) return
    cancel = clock.after(RESUME_EVERY_MS, () => {
      resuming = outside.resume().catch((thrown: unknown) => { log.error({ err: thrown }, 'going on with effects failed') }).finally(resumeLater)
    })
  }

  return {
    outside, warehouses,
    async perform(seatId, request, first = store) {
      const owner = await ownerOf(request.action.orderNo)
      if (owner !== null && request.action.kind !== 'ticket') return outside.perform(seatId, request, owner, first)
      return first.write((tx) => {
        const now = clock.now()
        return performEffect(tx, now, seatId, demoShop(tx, now), request)
      })
    },
    async actOnCase(seatId, request, first = store) {
      const one = await store.read((tx) => caseOf(tx, request.caseId))
      const owner = await ownerOf(one?.orderNo ?? null)
      return owner === null ? first.write((tx) => actOnCase(tx, clock.now(), seatId, request)) : outside.actOnCase(seatId, request, owner, first)
    },
    async hook(connectionId, request) {
      const open = lines.get(connectionId)
      if (!open?.line.hook) return null
      const { answer, orders } = await open.line.hook(request)
      // Read behind the answer: platforms wait a few seconds for it only, and the regular reading brings what is missed here.
      if (orders.length > 0) void open.reader.readOrders(orders).catch((thrown: unknown) => { log.warn({ err: thrown, connectionId }, 'a push could not be followed') })
      return answer
    },
    async test(id, kind, values) {
      const found = kindOf(kind, kinds)
      const old = id === null ? null : await store.read((tx) => tx.shops.connection(id))
      const settings = found.settings.safeParse(filled(found.form, old?.settings ?? {}, values))
      if (!settings.success) return misfilled(found.form, settings.error)
      try {
        return await found.test(settings.data, hostOf(id ?? 'new'))
      } catch (thrown) {
        return sayOf(thrown)
      }
    },
    async put({ id, kind, name, enabled }, values, first = store) {
      const found = kindOf(kind, kinds)
      const old = await store.read((tx) => tx.shops.connection(id))
      if (old !== null && old.kind !== kind) throw refuse('id-taken')
      const settings = filled(found.form, old?.settings ?? {}, values)
      if (!found.settings.safeParse(settings).success) throw refuse('bad-request')
      const connection = { id, kind, name, enabled, settings, createdAt: old?.createdAt ?? clock.now() }
      await first.write((tx) => tx.shops.putConnection(connection))
      await close(id)
      open(connection)
    },
    async remove(id, first = store) {
      await close(id)
      await first.write((tx) => tx.shops.removeConnection(id))
    },
    trouble: (id) => troubles.get(id) ?? lines.get(id)?.reader.trouble() ?? null,
    reader: (id) => lines.get(id)?.reader ?? null,
    async start() {
      for (const connection of await store.read((tx) => tx.shops.connections())) open(connection)
      resumeLater()
    },
    async stop() {
      stopped = true
      cancel()
      await Promise.allSettled([resuming, ...[...lines.keys()].map(close)])
    },
  }
}
