import type { SetUpValues } from '../../../src-shared/domain/set-up.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { Context } from '../../context.ts'
import { refuse } from '../../refusals.ts'
import type { ShopWarehouse } from '../../store/shops.ts'
import type { Store } from '../../store/store.ts'
import type { Pause } from '../http/ask.ts'
import { WAREHOUSE_KINDS, type WarehouseKind } from '../warehouse/kinds.ts'
import type { Warehouse } from '../warehouse/warehouse.ts'
import { filled, misfilled } from './filled.ts'

export interface Warehouses {
  /** Of a connection, as it is set up at this moment; null: none, or it is switched off. @throws AppError `bad-request`: its settings fit no more */
  of(connectionId: string): Promise<Warehouse | null>
  /** Tries what somebody filled in; secrets left out are those that are kept. */
  test(connectionId: string, kind: string, values: SetUpValues): Promise<LocalText | null>
  put(warehouse: Omit<ShopWarehouse, 'settings'>, values: SetUpValues, first?: Store): Promise<void>
  remove(connectionId: string, first?: Store): Promise<void>
}

function kindOf(kind: string): WarehouseKind {
  const found = WAREHOUSE_KINDS.find(({ form }) => form.kind === kind)
  if (!found) throw refuse('bad-request')
  return found
}

/** The warehouses of shops behind HTTP. Each is read from the store when it is asked, so that every node asks the same one. */
export function createWarehouses({ store, clock }: Pick<Context, 'store' | 'clock'>, pause: Pause): Warehouses {
  const host = { clock, pause }
  /** Kept secrets go to the system and the address that they were entered for, and to no other. */
  const keptOf = async (connectionId: string, kind: string, values: SetUpValues): Promise<Record<string, unknown>> => {
    const old = await store.read((tx) => tx.shops.warehouse(connectionId))
    return old?.kind === kind && (old.settings['base'] ?? '') === (values['base'] ?? '') ? old.settings : {}
  }
  return {
    async of(connectionId) {
      const set = await store.read((tx) => tx.shops.warehouse(connectionId))
      if (set === null || !set.enabled) return null
      const found = kindOf(set.kind)
      const settings = found.settings.safeParse(set.settings)
      if (!settings.success) throw refuse('bad-request')
      return found.create(settings.data, host)
    },
    async test(connectionId, kind, values) {
      const found = kindOf(kind)
      const settings = found.settings.safeParse(filled(found.form, await keptOf(connectionId, kind, values), values))
      return settings.success ? found.test(settings.data, host) : misfilled(found.form, settings.error)
    },
    async put({ connectionId, kind, enabled }, values, first = store) {
      const found = kindOf(kind)
      const settings = filled(found.form, await keptOf(connectionId, kind, values), values)
      if (!found.settings.safeParse(settings).success) throw refuse('bad-request')
      await first.write(async (tx) => {
        if (await tx.shops.connection(connectionId) === null) throw refuse('not-found')
        await tx.shops.putWarehouse({ connectionId, kind, enabled, settings })
      })
    },
    remove: (connectionId, first = store) => first.write((tx) => tx.shops.removeWarehouse(connectionId)),
  }
}
