import { useState } from 'react'
import { v7 as newId } from 'uuid'
import type { SetUpForm } from '../../../../src-shared/domain/set-up.ts'
import type { ShopRow } from '../../../../src-shared/wire/seat-shops.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { toast } from '../../../app/screen.ts'
import { useDesk, useShopZone } from '../../../bridge/hooks.ts'
import { useMay } from '../../../bridge/people.ts'
import { putShop, removeShop, testShop, useShops } from '../../../bridge/shops.ts'
import { Button } from '../../../ui/Button.tsx'
import { dateTime } from '../../../ui/format.ts'
import { useFocusBack } from '../../../ui/use-focus-back.ts'
import { ConnectionForm } from '../set-up/ConnectionForm.tsx'
import { ConnectionRow } from '../set-up/ConnectionRow.tsx'
import { KindCards } from '../set-up/KindCards.tsx'
import { ShopLetters } from './ShopLetters.tsx'
import { ShopWaiting } from './ShopWaiting.tsx'
import { valuesOf } from './values-of.ts'
import { Warehouse } from './Warehouse.tsx'
import '../set-up/set-up.css'

/** The shops that are connected, what is not certain there, and the platforms that can be; a supervisor's, to change an admin's. */
export function Shops() {
  const { t } = useWords()
  return useMay('lead') ? <Connected /> : <p className="quiet" data-testid="shops-leads">{t('shops.leads')}</p>
}

function Connected() {
  const { t, local } = useWords()
  const may = useMay('administer')
  const known = useShops()
  const [open, setOpen] = useState<{ id: string; form: SetUpForm; from: string } | null>(null)
  const [warehouseOf, setWarehouseOf] = useState<ShopRow | null>(null)
  useFocusBack(open?.from ?? (warehouseOf && warehouseKey(warehouseOf)), 'shops-connected')
  if (known === undefined) return null
  if (known === null) return <p className="quiet">{t('shops.offline')}</p>
  if (open) return <ShopForm key={open.id} id={open.id} form={open.form} row={known.shops.find(({ id }) => id === open.id) ?? null} onClose={() => setOpen(null)} />
  if (warehouseOf) return <Warehouse shop={warehouseOf} kinds={known.warehouseKinds} row={known.warehouses.find(({ shopId }) => shopId === warehouseOf.id)} onDone={() => setWarehouseOf(null)} />
  const warehouseName = ({ id }: ShopRow): string | null => {
    const set = known.warehouses.find(({ shopId }) => shopId === id)
    const form = known.warehouseKinds.find(({ kind }) => kind === set?.kind)
    return set && form ? t(set.enabled ? 'warehouse.is' : 'warehouse.is.off', { name: local(form.title) }) : null
  }
  return (
    <div className="connections">
      <ShopWaiting waiting={known.waiting} />
      <section aria-labelledby="shops-connected">
        <h3 id="shops-connected" tabIndex={-1}>{t('shops.connected')}</h3>
        {known.shops.length === 0 && <p className="quiet" data-testid="shops-none">{t(may ? 'shops.none' : 'shops.none.admins')}</p>}
        <ul className="connection-list">
          {known.shops.map((row) => {
            const form = known.kinds.find(({ kind }) => kind === row.kind)
            return <Row key={row.id} row={row} warehouse={warehouseName(row)} onWarehouse={may ? () => setWarehouseOf(row) : null} kind={form ? local(form.title) : row.kind} onOpen={may && form ? () => setOpen({ id: row.id, form, from: row.id }) : null} />
          })}
        </ul>
      </section>
      {may && (
        <section aria-labelledby="shops-add">
          <h3 id="shops-add">{t('shops.add')}</h3>
          <KindCards kinds={known.kinds} onChoose={(form) => setOpen({ id: newId(), form, from: form.kind })} />
        </section>
      )}
      <ShopLetters letters={known.letters} />
    </div>
  )
}

const warehouseKey = ({ id }: ShopRow): string => `warehouse ${id}`

function ShopForm({ id, form, row, onClose }: { id: string; form: SetUpForm; row: ShopRow | null; onClose: () => void }) {
  const { t } = useWords()
  const desk = useDesk()
  return (
    <ConnectionForm
      form={form} known={row && { name: row.name, values: valuesOf(row.values), secretsSet: row.secrets }}
      hook={row && form.hook ? { address: `/shop-hooks/${id}`, help: t('shops.hook.help') } : null}
      onTest={async (values) => (await testShop(desk, { id: row === null ? null : id, kind: form.kind, values })).trouble}
      onSave={(name, values) => putShop(desk, { id, kind: form.kind, name, enabled: row?.enabled ?? true, values }).then(() => toast('said.shop-kept'))}
      onClose={onClose}
    />
  )
}

function Row({ row, kind, warehouse, onOpen, onWarehouse }: { row: ShopRow; kind: string; warehouse: string | null; onOpen: (() => void) | null; onWarehouse: (() => void) | null }) {
  const { t, local, language } = useWords()
  const desk = useDesk()
  const zone = useShopZone()
  const state = !row.enabled ? 'off' : row.trouble ? 'trouble' : 'well'
  const stateWords = state === 'well' ? row.readUpTo === null ? t('shops.unread') : t('shops.well', { time: dateTime(row.readUpTo, language, zone) }) : t(`shops.${state}`)
  return (
    <ConnectionRow
      id={row.id} name={row.name} kind={kind} state={state} stateWords={stateWords} removeMeans={t('shops.remove.means', { name: row.name })} onOpen={onOpen}
      onEnable={(enabled) => putShop(desk, { id: row.id, kind: row.kind, name: row.name, enabled, values: valuesOf(row.values) })}
      onRemove={() => removeShop(desk, row.id).then(() => toast('said.shop-removed'))}
    >
      {(warehouse ?? onWarehouse) && (
        <p className="small quiet">{warehouse ?? t('warehouse.none')} {onWarehouse && <Button kind="bare" data-opens={warehouseKey(row)} data-testid="shop-warehouse" onClick={onWarehouse}>{t('warehouse.set')}</Button>}</p>
      )}
      {row.enabled && row.trouble && <p className="small connection-trouble">{local(row.trouble)}</p>}
    </ConnectionRow>
  )
}
