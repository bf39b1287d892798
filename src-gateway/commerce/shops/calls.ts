import { SetUpForm } from '../../../src-shared/domain/set-up.ts'
import { Millis } from '../../../src-shared/domain/text.ts'
import type { SHOP_CALLS } from '../../../src-shared/wire/seat-shops.ts'
import type { Handlers } from '../../answer.ts'
import type { Context } from '../../context.ts'
import { refuse } from '../../refusals.ts'
import { SHOP_KINDS } from '../kinds.ts'
import { WAREHOUSE_KINDS } from '../warehouse/kinds.ts'
import { shown } from './filled.ts'
import type { Shops } from './shops.ts'

const LETTERS = 200

/** The calls about shops behind HTTP. No answer holds a secret. */
export function shopHandlers({ store }: Pick<Context, 'store'>, shops: Shops): Handlers<typeof SHOP_CALLS> {
  return {
    'shops.list': async () => {
      const kinds = SHOP_KINDS.map(({ form }) => SetUpForm.parse(form))
      const warehouseKinds = WAREHOUSE_KINDS.map(({ form }) => SetUpForm.parse(form))
      return store.read(async (tx) => {
        const connections = await tx.shops.connections()
        const nameOf = (id: string): string => connections.find((one) => one.id === id)?.name ?? ''
        const rows = await Promise.all(connections.map(async ({ id, kind, name, enabled, settings }) => {
          return {
            id, kind, name, enabled, trouble: shops.trouble(id), readUpTo: Millis.nullable().catch(null).parse(Number(await tx.shops.value(id, 'readUpTo') ?? NaN)),
            ...shown(kinds.find((one) => one.kind === kind), settings),
          }
        }))
        return {
          kinds, shops: rows, warehouseKinds,
          warehouses: (await tx.shops.warehouses()).map(({ connectionId, kind, enabled, settings }) => ({ shopId: connectionId, kind, enabled, ...shown(warehouseKinds.find((one) => one.kind === kind), settings) })),
          waiting: (await tx.shops.intents()).map(({ id, connectionId, orderNo, effect, caseAct, step, at, warehouse }) => ({ id, where: warehouse?.state === 'asking' ? 'warehouse' : 'shop', shop: nameOf(connectionId), orderNo, action: effect?.action.kind ?? null, step, by: (caseAct ?? effect)?.by.name ?? '', at })),
          letters: (await tx.shops.letters(LETTERS)).map(({ id, connectionId, externalId, why, at, body }) => ({ id, shop: nameOf(connectionId), externalId, why, at, body })),
        }
      })
    },
    'shops.test': async ({ id, kind, values }) => {
      return { trouble: await shops.test(id, kind, values) }
    },
    'shops.put': async ({ values, ...connection }) => {
      await shops.put(connection, values, store)
      return {}
    },
    'shops.remove': async ({ id }) => {
      await shops.remove(id, store)
      return {}
    },
    'warehouse.test': async ({ shopId, kind, values }) => {
      return { trouble: await shops.warehouses.test(shopId, kind, values) }
    },
    'warehouse.put': async ({ shopId, kind, enabled, values }) => {
      await shops.warehouses.put({ connectionId: shopId, kind, enabled }, values, store)
      return {}
    },
    'warehouse.remove': async ({ shopId }) => {
      await shops.warehouses.remove(shopId, store)
      return {}
    },
    'shops.decide': async ({ id, found }) => {
      await shops.outside.decide(id, found, store)
      return {}
    },
    'shops.letter': async ({ id, act }) => {
      const letter = (await store.read((tx) => tx.shops.letters(LETTERS))).find((one) => one.id === id)
      if (!letter) throw refuse('not-found')
      if (act === 'again') {
        const reader = shops.reader(letter.connectionId)
        if (!reader) return { gone: false }
        await reader.readOrders([letter.externalId])
      }
      await store.write((tx) => tx.shops.removeLetter(id))
      return { gone: true }
    },
  }
}
