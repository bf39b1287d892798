import type { Order } from '../../../src-shared/domain/order.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useShopZone } from '../../bridge/hooks.ts'
import { Chip, type Tone } from '../../ui/Chip.tsx'
import { dateTime, money } from '../../ui/format.ts'
import { progressOf, STEPS } from './parcel.ts'

const TONES: Partial<Record<Order['status'], Tone>> = { refunding: 'warning', delivered: 'success', completed: 'success', shipped: 'accent' }

/** One order: what was bought, where the parcel is, and what is being settled. */
export function OrderCard({ order }: { order: Order }) {
  const { t, local, language } = useWords()
  const zone = useShopZone()
  const { afterSale, logistics, promisedShipBy } = order
  return (
    <article className="order">
      <header>
        <span className="tabular small quiet one-line" title={order.no}>{order.no}</span>
        <Chip tone={TONES[order.status] ?? 'plain'}>{t(`order.${order.status}`)}</Chip>
      </header>
      <ul>
        {order.items.map((item) => (
          <li key={item.productId + local(item.variant)}>
            <span className="order-title">{local(item.title)} <span className="quiet small">{local(item.variant)}</span></span>
            <span className="tabular quiet">×{item.quantity}</span>
          </li>
        ))}
      </ul>
      <p className="order-sum"><span className="quiet small">{dateTime(order.placedAt, language, zone)}</span><b className="tabular">{money(order.total, language)}</b></p>
      {order.status !== 'cancelled' && <ParcelLine order={order} />}
      {logistics ? <LastScan logistics={logistics} /> : promisedShipBy !== null && order.status === 'paid' && <p className="small">{t('order.promised', { time: dateTime(promisedShipBy, language, zone) })}</p>}
      {afterSale && <p className="small after-sale">{t(`afterSale.${afterSale.kind}`)} · {t(`afterSaleStatus.${afterSale.status}`)} · <b className="tabular">{money(afterSale.amount, language)}</b></p>}
      {order.memo && <p className="small quiet" dir="auto">{order.memo}</p>}
    </article>
  )
}

function ParcelLine({ order }: { order: Order }) {
  const { t } = useWords()
  const { reached, state } = progressOf(order)
  const parcel = order.logistics?.status
  const words = parcel ? t(`parcel.${parcel}`) : t(reached < 0 ? 'parcel.unpaid' : 'parcel.packing')
  return (
    <div className="parcel" data-state={state}>
      <div className="parcel-line" role="img" aria-label={words}>
        {STEPS.map((step, at) => <span key={step} data-done={at <= reached ? '' : undefined} data-now={at === reached ? '' : undefined} />)}
      </div>
      <p className="small parcel-word">{words}</p>
    </div>
  )
}

/** The carrier's newest line, its estimate if it gave one, and the number to look it up. */
function LastScan({ logistics }: { logistics: NonNullable<Order['logistics']> }) {
  const { t, local, language } = useWords()
  const zone = useShopZone()
  const last = logistics.events.at(-1)
  return (
    <div className="small scan">
      {last && <p>{local(last.text)} <span className="quiet tabular">{dateTime(last.at, language, zone)}</span></p>}
      <p className="quiet">{local(logistics.carrier)} <span className="tabular">{logistics.trackingNo}</span>{logistics.etaAt !== null && <> · {t('parcel.eta', { time: dateTime(logistics.etaAt, language, zone) })}</>}</p>
    </div>
  )
}
