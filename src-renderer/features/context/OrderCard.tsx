import { MessageCircle } from 'lucide-react'
import type { Order } from '../../../src-shared/domain/order.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDeskState, useShopZone } from '../../bridge/hooks.ts'
import type { ThreadView } from '../../bridge/patches.ts'
import { Chip, type Tone } from '../../ui/Chip.tsx'
import { dateTime, money } from '../../ui/format.ts'
import { useNow } from '../../ui/now.ts'
import { OrderEffects } from '../actions/OrderEffects.tsx'
import { OrderMarks } from './OrderMarks.tsx'
import { progressOf, STEPS } from './parcel.ts'

const TONES: Partial<Record<Order['status'], Tone>> = { refunding: 'warning', delivered: 'success', completed: 'success', shipped: 'accent' }

interface Props {
  order: Order
  /** The one that is spoken of. */
  about?: boolean
  /** The one that the key for flag and memo means. */
  first?: boolean
  conversationId: string
  waiting: ThreadView['marksWaiting']
  effects: NonNullable<ThreadView['effects']>
}

/** One order: what was bought, where the parcel is, and what is being settled. `about`: the conversation is about it. */
export function OrderCard({ order, about = false, first = false, conversationId, waiting, effects }: Props) {
  const { t, local, language } = useWords()
  const zone = useShopZone()
  const { afterSale, logistics } = order
  return (
    <article className="order" data-testid="order" data-order={order.no} tabIndex={-1}>
      {about && <p className="small order-about"><MessageCircle size={12} aria-hidden />{t('order.about')}</p>}
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
      {logistics && <LastScan logistics={logistics} />}
      <ShipPromise order={order} />
      {afterSale && <p className="small after-sale">{t(`afterSale.${afterSale.kind}`)} · {t(`afterSaleStatus.${afterSale.status}`)} · <b className="tabular">{money(afterSale.amount, language)}</b></p>}
      <OrderMarks conversationId={conversationId} order={order} waiting={waiting} first={first} />
      <OrderEffects conversationId={conversationId} orderNo={order.no} effects={effects} first={first} />
    </article>
  )
}

/** What the shop promised, as long as it has not been kept. */
function ShipPromise({ order: { promisedShipBy, shippedAt, status } }: { order: Order }) {
  const { t, language } = useWords()
  const zone = useShopZone()
  const offset = useDeskState()?.clockOffset ?? 0
  const late = useNow((now) => promisedShipBy !== null && now + offset > promisedShipBy)
  if (promisedShipBy === null || shippedAt !== null || status !== 'paid') return null
  return <p className={late ? 'small ship-late' : 'small'}>{t(late ? 'order.promised.late' : 'order.promised', { time: dateTime(promisedShipBy, language, zone) })}</p>
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
