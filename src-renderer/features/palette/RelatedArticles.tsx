import { useQuery } from '@tanstack/react-query'
import { BookOpen } from 'lucide-react'
import type { FoundArticle } from '../../../src-shared/contract/found.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { whyRelated } from './why-related.ts'
import './related.css'

const MOST = 4

/** Articles that belong to the one shown, each with why; nothing at all where there are none. */
export function RelatedArticles({ id, most = MOST, onOpen }: { id: string; most?: number; onOpen: (article: FoundArticle) => void }) {
  const desk = useDesk()
  const words = useWords()
  const { data } = useQuery({ queryKey: ['related', id, most], gcTime: 0, staleTime: 0, retry: false, queryFn: () => desk.client.call('article.related', { id, limit: most }) })
  if (!data || data.related.length === 0) return null
  return (
    <section className="related" aria-label={words.t('related.title')}>
      <h3>{words.t('related.title')}</h3>
      <ul>
        {data.related.map(({ article, reasons }) => {
          const why = whyRelated(reasons, words)
          return (
            <li key={article.id}>
              <button type="button" onClick={() => onOpen(article)}>
                <BookOpen size={14} aria-hidden />
                <span>{words.local(article.title)}</span>
                {why !== '' && <span className="small quiet">{words.t('related.because', { why })}</span>}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
