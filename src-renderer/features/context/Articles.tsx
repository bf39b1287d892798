import { ChevronRight } from 'lucide-react'
import type { Thread } from '../../../src-shared/contract/desk.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { Chip } from '../../ui/Chip.tsx'

/** Knowledge that fits what the customer asks; opens in place. */
export function Articles({ articles }: { articles: Thread['articles'] }) {
  const { t, local } = useWords()
  return (
    <section className="context-section">
      <h2>{t('articles.title')}</h2>
      {articles.map((article) => (
        <details key={article.id} className="article">
          <summary>
            <ChevronRight size={14} aria-hidden />
            <span>{local(article.title)}</span>
            {article.audience === 'internal' && <Chip tone="warning" title={t('articles.internal.title')}>{t('articles.internal')}</Chip>}
          </summary>
          <p>{local(article.body)}</p>
        </details>
      ))}
    </section>
  )
}
