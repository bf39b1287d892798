import type { Duplicate, StaleArticle } from '../../../src-shared/contract/knowledge.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { useReview } from './use-articles.ts'
import { knowledgeView, showArticle, shown } from './view.ts'

/** What a person should look at: articles that contradict or repeat each other, and those that serve nobody any more. */
export function ReviewView() {
  const { t } = useWords()
  const { data, isError, refetch } = useReview()
  return (
    <div className="knowledge-form">
      {isError && <p role="alert">{t('knowledge.review.failed')} <Button onClick={() => void refetch()}>{t('knowledge.review.again')}</Button></p>}
      {!data && !isError && <p className="quiet" role="status">{t('knowledge.reading')}</p>}
      {data && (
        <>
          <h3>{t('knowledge.duplicates', { count: data.duplicates.length })}</h3>
          {data.duplicates.length === 0 ? <p className="quiet">{t('knowledge.duplicates.none')}</p> : <ul className="knowledge-pairs">{data.duplicates.map((pair) => <Pair key={`${pair.a.id} ${pair.b.id}`} pair={pair} />)}</ul>}
          <h3>{t('knowledge.stale', { count: data.stale.length })}</h3>
          {data.stale.length === 0 ? <p className="quiet">{t('knowledge.stale.none')}</p> : <ul className="knowledge-pairs">{data.stale.map((one) => <Stale key={one.id} stale={one} />)}</ul>}
        </>
      )}
      <div className="knowledge-foot"><Button onClick={() => knowledgeView.set({ at: 'list' })}>{t('knowledge.back')}</Button></div>
    </div>
  )
}

function Leads({ id, title }: { id: string; title: LocalText }) {
  const { language } = useWords()
  return <button type="button" className="knowledge-leads" onClick={() => showArticle(id)}>{shown(title, language)}</button>
}

function Pair({ pair: { a, b, share, contradictions } }: { pair: Duplicate }) {
  const { t } = useWords()
  return (
    <li>
      <p className="knowledge-head"><Leads {...a} /> <Leads {...b} /> {contradictions.length > 0 ? <Chip tone="warning">{t('knowledge.contradiction')}</Chip> : <Chip>{t('knowledge.share', { percent: Math.round(share * 100) })}</Chip>}</p>
      {contradictions.map((one) => <p key={`${one.a} ${one.b}`} className="small knowledge-against"><span>{one.a}</span><span>{one.b}</span></p>)}
    </li>
  )
}

function Stale({ stale: { id, title, reasons, cited, sent } }: { stale: StaleArticle }) {
  const { t } = useWords()
  return (
    <li>
      <p className="knowledge-head"><Leads id={id} title={title} /> {reasons.map((reason) => <Chip key={reason} tone="warning">{t(`knowledge.stale.${reason}`)}</Chip>)}</p>
      {cited > 0 && <p className="quiet small">{t('knowledge.cited', { cited, sent })}</p>}
    </li>
  )
}
