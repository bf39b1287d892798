import { useState } from 'react'
import { ChevronRight } from 'lucide-react'
import type { Thread } from '../../../src-shared/contract/desk.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen } from '../../app/screen.ts'
import { Chip } from '../../ui/Chip.tsx'
import { RelatedArticles } from '../palette/RelatedArticles.tsx'

/** Of those that belong to an article the surest have room beside the conversation. */
const RELATED = 2

/** Knowledge that fits what the customer asks; opens in place. */
export function Articles({ articles }: { articles: Thread['articles'] }) {
  const { t } = useWords()
  return (
    <section className="context-section">
      <h2>{t('articles.title')}</h2>
      {articles.map((article) => <OneArticle key={article.id} article={article} />)}
    </section>
  )
}

function OneArticle({ article }: { article: Thread['articles'][number] }) {
  const { t, local } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <details className="article" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <ChevronRight size={14} aria-hidden />
        <span>{local(article.title)}</span>
        {article.audience === 'internal' && <Chip tone="warning" title={t('articles.internal.title')}>{t('articles.internal')}</Chip>}
      </summary>
      <p>{local(article.body)}</p>
      {open && <RelatedArticles id={article.id} most={RELATED} onOpen={(next) => patchScreen({ article: next })} />}
    </details>
  )
}
