import { useState, type KeyboardEvent } from 'react'
import { Plus, SearchCheck, Trash2, Upload } from 'lucide-react'
import type { ArticleOrigin, ListedArticle } from '../../../src-shared/contract/knowledge.ts'
import type { ArticleHolds } from '../../../src-shared/domain/article.ts'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { focusFirst } from '../../ui/focus-first.ts'
import { count } from '../../ui/format.ts'
import { HoldsChip } from './HoldsChip.tsx'
import { useArticles } from './use-articles.ts'
import { knowledgeView, showArticle, shown, writeArticle } from './view.ts'

const ORIGINS = ['gateway', 'override', 'own', 'file'] as const
const AUDIENCES = [null, 'customer', 'internal'] as const
const HOLDS = ['now', 'later', 'no-more'] as const

interface Removed { id: string; version: number; name: string }

/** All articles that serve here. @param saved what was saved a moment ago */
export function ArticleList({ saved }: { saved: string | undefined }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const [query, setQuery] = useState('')
  const [origin, setOrigin] = useState<ArticleOrigin | null>(null)
  const [audience, setAudience] = useState<(typeof AUDIENCES)[number]>(null)
  const [holds, setHolds] = useState<ArticleHolds | undefined>()
  const [productId, setProductId] = useState<string | undefined>()
  const [removed, setRemoved] = useState<Removed | null>(null)
  const all = useArticles({ query, origin, audience, ...(holds && { holds }), ...(productId !== undefined && { productId }) })
  const isWhole = origin === null && audience === null && holds === undefined && productId === undefined
  const remove = async ({ id, title }: ListedArticle) => {
    const { found } = await desk.client.call('article.get', { id })
    if (!found) return
    await desk.client.call('article.remove', { id })
    setRemoved({ id, version: found.article.version, name: shown(title, language) })
  }
  const undo = () => {
    if (!removed) return
    setRemoved(null)
    void desk.client.call('article.restore', removed).catch(report)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!removed || !event.altKey || event.code !== 'KeyZ') return
    event.preventDefault()
    undo()
  }
  return (
    <div className="knowledge-list" onKeyDown={onKeyDown}>
      <div className="knowledge-bar">
        <input ref={focusFirst} className="field" type="search" autoFocus value={query} aria-label={t('knowledge.search')} placeholder={t('knowledge.search')} spellCheck={false} onChange={(event) => setQuery(event.target.value)} />
        <Button icon={<Plus size={14} aria-hidden />} kind="primary" onClick={writeArticle}>{t('knowledge.new')}</Button>
        <Button icon={<Upload size={14} aria-hidden />} onClick={() => knowledgeView.set({ at: 'import' })}>{t('knowledge.import')}</Button>
        <Button icon={<SearchCheck size={14} aria-hidden />} onClick={() => knowledgeView.set({ at: 'review' })}>{t('knowledge.review')}</Button>
      </div>
      <div className="knowledge-line">
        <div role="group" aria-label={t('knowledge.origin')}>
          {[null, ...ORIGINS].map((one) => (
            <button key={one ?? 'all'} type="button" className="knowledge-filter" aria-pressed={origin === one} onClick={() => setOrigin(one)}>
              {t(`knowledge.origin.${one ?? 'all'}`)} {all && <span className="quiet tabular">{count(one ? all.counts[one] : ORIGINS.reduce((sum, each) => sum + all.counts[each], 0), language)}</span>}
            </button>
          ))}
        </div>
        <select className="field knowledge-audience" aria-label={t('knowledge.audience')} value={audience ?? ''} onChange={(event) => setAudience(AUDIENCES.find((one) => one === event.target.value) ?? null)}>
          {AUDIENCES.map((one) => <option key={one ?? 'all'} value={one ?? ''}>{t(`knowledge.audience.${one ?? 'all'}`)}</option>)}
        </select>
        <select className="field knowledge-audience" data-testid="article-holds" aria-label={t('knowledge.holds')} value={holds ?? ''} onChange={(event) => setHolds(HOLDS.find((one) => one === event.target.value))}>
          <option value="">{t('knowledge.holds.all')}</option>
          {HOLDS.map((one) => <option key={one} value={one}>{t(`knowledge.holds.${one}`)}</option>)}
        </select>
        {all && (all.products.length > 0 || productId !== undefined) && (
          <select className="field knowledge-audience" data-testid="article-product" aria-label={t('knowledge.product')} value={productId ?? ''} onChange={(event) => setProductId(event.target.value || undefined)}>
            <option value="">{t('knowledge.product.all')}</option>
            {all.products.map((product) => <option key={product.id} value={product.id}>{shown(product.title, language)}</option>)}
          </select>
        )}
        <p className="knowledge-note small" role="status">
          {removed ? <>{t('knowledge.removed', { name: removed.name })} <Button key={removed.id} autoFocus onClick={undo}>{t('undo')} <kbd>Alt Z</kbd></Button></> : saved !== undefined && t('knowledge.saved', { name: saved })}
        </p>
      </div>
      <div className="knowledge-rows">
        {all?.articles.map((article) => <Row key={article.id} article={article} onRemove={() => void remove(article).catch(report)} />)}
        {all?.total === 0 && <p className="quiet knowledge-none">{query.trim() !== '' ? t('knowledge.nothing', { query: query.trim() }) : isWhole ? t('knowledge.none') : t('knowledge.none.here')}</p>}
        {all && all.total > all.articles.length && <p className="quiet small knowledge-none">{t('knowledge.shown', { shown: count(all.articles.length, language), total: count(all.total, language) })}</p>}
      </div>
    </div>
  )
}

function Row({ article, onRemove }: { article: ListedArticle; onRemove: () => void }) {
  const { t, language } = useWords()
  const name = shown(article.title, language)
  return (
    <div className="knowledge-row" data-testid="article-row">
      <button type="button" className="knowledge-open" title={t('knowledge.edit.of', { name })} onClick={() => showArticle(article.id)}>
        <span className="knowledge-head">
          <b className="one-line">{name}</b>
          {article.origin !== 'gateway' && <Chip tone={article.origin === 'override' ? 'accent' : 'plain'} title={article.source ?? undefined}>{t(`knowledge.origin.${article.origin}`)}</Chip>}
          {article.shopChanged && <Chip tone="warning">{t('knowledge.shop-changed')}</Chip>}
          {article.audience === 'internal' && <Chip tone="warning">{t('knowledge.audience.internal')}</Chip>}
          <HoldsChip holds={article.holds} />
        </span>
        <span className="quiet small one-line">{shown(article.start, language)}</span>
      </button>
      {article.origin !== 'gateway' && <Button kind="bare" icon={<Trash2 size={14} aria-hidden />} name={t(article.origin === 'override' ? 'knowledge.back-to-shop.of' : 'knowledge.remove.of', { name })} onClick={onRemove} />}
    </div>
  )
}
