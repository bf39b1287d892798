import { useState } from 'react'
import type { SetUpForm } from '../../../../src-shared/domain/set-up.ts'
import type { ShopRow } from '../../../../src-shared/wire/seat-shops.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { toast } from '../../../app/screen.ts'
import { useDesk, useShopZone } from '../../../bridge/hooks.ts'
import { removeShop, useShops } from '../../../bridge/shops.ts'
import { Button } from '../../../ui/Button.tsx'
import { dateTime } from '../../../ui/format.ts'
import { ShopForm } from './ShopForm.tsx'
import { ShopLetters } from './ShopLetters.tsx'
import { ShopWaiting } from './ShopWaiting.tsx'
import './shops.css'

/** The shops that are connected, what is not certain there, and the platforms that can be. */
export function Shops() {
  const { t, local } = useWords()
  const known = useShops()
  const [open, setOpen] = useState<{ form: SetUpForm; row: ShopRow | null } | null>(null)
  if (known === undefined) return null
  if (known === null) return <p className="quiet">{t('shops.offline')}</p>
  if (open) return <ShopForm form={open.form} row={open.row} onDone={() => setOpen(null)} />
  const edit = (row: ShopRow): void => {
    const form = known.kinds.find(({ kind }) => kind === row.kind)
    if (form) setOpen({ form, row })
  }
  return (
    <div className="shops">
      <ShopWaiting waiting={known.waiting} />
      {known.shops.length === 0 ? <p className="quiet" data-testid="shops-none">{t('shops.none')}</p> : (
        <section aria-label={t('shops.connected')}>
          <h3>{t('shops.connected')}</h3>
          <ul>{known.shops.map((row) => <ShopLine key={row.id} row={row} onEdit={() => edit(row)} />)}</ul>
        </section>
      )}
      <section aria-label={t('shops.add')}>
        <h3>{t('shops.add')}</h3>
        <ul className="shop-kinds">
          {known.kinds.map((form) => (
            <li key={form.kind}><button type="button" className="shop-kind" data-testid={`shop-kind-${form.kind}`} onClick={() => setOpen({ form, row: null })}><b>{local(form.title)}</b><span className="small quiet">{local(form.about)}</span></button></li>
          ))}
        </ul>
      </section>
      <ShopLetters letters={known.letters} />
    </div>
  )
}

function ShopLine({ row, onEdit }: { row: ShopRow; onEdit: () => void }) {
  const { t, local, language } = useWords()
  const desk = useDesk()
  const zone = useShopZone()
  const [sure, setSure] = useState(false)
  const state = !row.enabled ? t('shops.off') : row.trouble ? local(row.trouble) : row.readUpTo === null ? t('shops.unread') : t('shops.well', { time: dateTime(row.readUpTo, language, zone) })
  return (
    <li className="shop-line" data-testid="shop">
      <span className="shop-words"><b>{row.name}</b><span className="small" data-tone={row.enabled && row.trouble ? 'danger' : undefined}>{state}</span></span>
      <Button data-testid="shop-edit" onClick={onEdit}>{t('shops.edit')}</Button>
      <Button data-testid="shop-remove" onClick={() => { if (sure) removeShop(desk, row.id).then(() => toast('said.shop-removed'), report); else setSure(true) }}>{t(sure ? 'shops.remove.sure' : 'shops.remove')}</Button>
    </li>
  )
}
