import type { SideLoose } from '../../../src-shared/contract/side.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useShopZone } from '../../bridge/hooks.ts'
import { Chip } from '../../ui/Chip.tsx'
import { dateTime, money } from '../../ui/format.ts'

/** The order that the reply speaks of, in two lines; nothing where nobody was found. */
export function OrderLine({ loose: { order, customer } }: { loose: SideLoose }) {
  const { t, local, language } = useWords()
  const zone = useShopZone()
  if (!customer) return null
  if (!order) return <p className="small quiet side-order">{t('side.order.none')}</p>
  const [item, ...others] = order.items
  const scan = order.logistics?.events.at(-1)
  return (
    <section className="side-order small" aria-label={t('side.order')} data-testid="side-order">
      <p><Chip tone="accent">{t(`order.${order.status}`)}</Chip><span className="one-line" title={item && local(item.title)}>{item && local(item.title)}{others.length > 0 && ` +${others.length}`}</span><b className="tabular">{money(order.total, language)}</b></p>
      <p className="quiet"><span className="tabular">{order.no}</span>{order.afterSale && <> · {t(`afterSale.${order.afterSale.kind}`)} {t(`afterSaleStatus.${order.afterSale.status}`)}</>}</p>
      {order.logistics && <p className="quiet side-scan">{local(order.logistics.carrier)} · {t(`parcel.${order.logistics.status}`)}{scan && <> · {local(scan.text)} {dateTime(scan.at, language, zone)}</>}</p>}
    </section>
  )
}
