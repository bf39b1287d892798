import { ShieldCheck, TriangleAlert } from 'lucide-react'
import type { CaseView } from '../../../src-shared/contract/cases.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useShopZone } from '../../bridge/hooks.ts'
import { dateTime, money } from '../../ui/format.ts'
import { spokenRules } from '../../app/rule-words.ts'

/** The shop's side: what the policy says, what was paid, the order with its parcel, and the rules that apply. */
export function CaseSide({ view }: { view: CaseView }) {
  return (
    <div className="case-column">
      <Advice view={view} />
      <Paid view={view} />
      <OrderPart view={view} />
      <Articles view={view} />
    </div>
  )
}

function Advice({ view: { recommendation, refused } }: { view: CaseView }) {
  const words = useWords()
  const { t } = words
  return (
    <>
      {refused?.refusal && <p className="case-card" data-tone="danger" role="status"><TriangleAlert size={14} aria-hidden />{t('case.no', { why: t(`case.no.${refused.refusal.reason}`) })}</p>}
      {recommendation && (
        <div className="case-card" data-tone={recommendation.decision === 'auto' ? 'success' : 'plain'} data-testid="case-advice">
          <ShieldCheck size={14} aria-hidden />
          <div>
            <p>{t(`case.advice.${recommendation.decision}`)}</p>
            {recommendation.decision !== 'auto' && <p className="quiet small">{spokenRules(words, recommendation.rules).join(' ')}</p>}
          </div>
        </div>
      )}
    </>
  )
}

function Paid({ view: { paid, stillAsked, case: one } }: { view: CaseView }) {
  const { t, language } = useWords()
  const zone = useShopZone()
  return (
    <section>
      <h2>{t('case.paid.title')}</h2>
      {paid.length === 0 && <p className="quiet small">{t('case.paid.none')}</p>}
      <ul>
        {paid.map((payout) => (
          <li key={payout.reference}><strong className="tabular">{money(payout.amount, language)}</strong> {t(`case.paid.by.${payout.by}`)} <span className="quiet small tabular">{dateTime(payout.at, language, zone)} · {payout.reference}</span></li>
        ))}
      </ul>
      {paid.length > 0 && one.asked.amount > 0 && <p className={stillAsked.amount === 0 ? 'case-warning small' : 'small'}>{t(stillAsked.amount === 0 ? 'case.paid.all' : 'case.paid.left', { amount: money(stillAsked, language) })}</p>}
    </section>
  )
}

function OrderPart({ view: { order } }: { view: CaseView }) {
  const { t, local, language } = useWords()
  const zone = useShopZone()
  if (!order) return <section><h2>{t('case.order')}</h2><p className="quiet small">{t('case.order.missing')}</p></section>
  const { logistics } = order
  const time = (at: number): string => dateTime(at, language, zone)
  return (
    <>
      <section>
        <h2>{t('case.order')} <span className="tabular quiet">{order.no}</span></h2>
        <dl className="case-list-of">
          <dt>{t('case.order.total')}</dt><dd className="tabular">{money(order.total, language)}</dd>
          <dt>{t('case.order.placed')}</dt><dd className="tabular">{time(order.placedAt)}</dd>
          {order.deliveredAt !== null && <><dt>{t('case.order.delivered')}</dt><dd className="tabular">{time(order.deliveredAt)}</dd></>}
        </dl>
      </section>
      <section>
        <h2>{t('case.parcel')} {logistics && <span className="quiet">{local(logistics.carrier)} <span className="tabular">{logistics.trackingNo}</span></span>}</h2>
        {!logistics && <p className="quiet small">{t('case.parcel.none')}</p>}
        <ol className="case-history">
          {logistics?.events.toReversed().slice(0, 4).map((event) => <li key={event.at + event.text.zh}><span className="tabular quiet small">{time(event.at)}</span><span>{local(event.text)}</span></li>)}
        </ol>
      </section>
    </>
  )
}

function Articles({ view: { articles } }: { view: CaseView }) {
  const { t, local } = useWords()
  return (
    <section>
      <h2>{t('case.articles')}</h2>
      {articles.length === 0 && <p className="quiet small">{t('case.articles.none')}</p>}
      {articles.map((article) => <details key={article.id} className="case-article"><summary>{local(article.title)}</summary><p>{local(article.body)}</p></details>)}
    </section>
  )
}
