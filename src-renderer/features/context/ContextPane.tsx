import { X } from 'lucide-react'
import { useWords } from '../../app/i18n/use-words.ts'
import { FOCUS } from '../../app/focus.ts'
import { patchScreen, screen } from '../../app/screen.ts'
import { useRow, useThread } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { useStore } from '../../ui/store.ts'
import { PromiseList } from '../promises/PromiseList.tsx'
import { OpenQuestionsCard } from '../learning/OpenQuestionsCard.tsx'
import { copilot } from '../../app/late-parts.ts'
import { usePlace } from '../copilot/place.ts'
import { SideTabs } from '../copilot/SideTabs.tsx'
import { useBeside } from '../copilot/use-beside.ts'
import { MoodCurve } from '../mood/MoodCurve.tsx'
import { RatingCard } from '../team/ratings/RatingCard.tsx'
import { TicketCards } from '../team/tickets/TicketCards.tsx'
import { RunSteps } from '../autopilot/workflows/RunSteps.tsx'
import { Articles } from './Articles.tsx'
import { CustomerCard } from './CustomerCard.tsx'
import { FlagCard } from './FlagCard.tsx'
import { HandOver } from './HandOver.tsx'
import { OrderCard } from './OrderCard.tsx'
import './context.css'

/** What the shop knows about the one who writes. Below 1100 px it is a drawer. */
export function ContextPane() {
  const { t } = useWords()
  const selected = useStore(screen, (s) => s.selected)
  const drawer = useStore(screen, (s) => s.drawer)
  const tab = usePlace((place) => place.tab)
  const showsCopilot = !useBeside() && tab === 'copilot'
  return (
    <aside className="context" aria-label={t('context.name')} data-open={drawer ? '' : undefined}>
      <div className="context-close"><Button kind="bare" icon={<X size={16} aria-hidden />} name={t('close')} onClick={() => patchScreen({ drawer: false })} /></div>
      <SideTabs />
      {showsCopilot ? <copilot.Part /> : selected && <Context key={selected} id={selected} />}
    </aside>
  )
}

function Context({ id }: { id: string }) {
  const { t } = useWords()
  const row = useRow(id)
  const { view } = useThread(id)
  if (!view) return null
  const about = view.orders.find((order) => order.no === view.aboutOrder)
  const others = view.orders.filter((order) => order !== about)
  const marks = (no: string) => ({ conversationId: id, waiting: view.marksWaiting.filter((mark) => mark.orderNo === no), effects: view.effects ?? [] })
  return (
    <div className="context-scroll" data-focus={FOCUS.context} tabIndex={0} role="region" aria-label={t('context.name')}>
      {view.flag && <FlagCard id={id} flag={view.flag} message={view.messages.find((m) => m.id === view.flag?.messageId)} dismissed={row?.flagDismissed ?? false} topics={row?.topics ?? []} />}
      <RunSteps id={id} />
      <HandOver id={id} view={view} />
      <PromiseList view={view} />
      <RatingCard rating={view.rating ?? null} />
      <TicketCards tickets={view.tickets ?? []} />
      <MoodCurve id={id} messages={view.messages} />
      {about && <OrderCard about first order={about} {...marks(about.no)} />}
      <CustomerCard view={view} topics={row?.topics ?? []} />
      {view.orders.length === 0 && <p className="context-section small quiet">{t(view.conversation.verification === 'none' ? 'orders.unverified' : 'orders.none')}</p>}
      {others.length > 0 && (
        <section className="context-section">
          <h2>{t(about ? 'orders.others' : 'orders.title', { count: others.length })}</h2>
          {others.map((order, n) => <OrderCard key={order.no} first={!about && n === 0} order={order} {...marks(order.no)} />)}
        </section>
      )}
      <OpenQuestionsCard id={id} />
      {view.articles.length > 0 ? <Articles articles={view.articles} /> : <p className="context-section small quiet">{t('articles.none')}</p>}
    </div>
  )
}
