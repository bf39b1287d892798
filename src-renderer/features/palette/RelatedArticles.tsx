import { useQuery } from '@tanstack/react-query'
import { BookOpen } from 'lucide-react'
import type { FoundArticle } from '../../../src-shared/contract/found.ts'
import type { Association } from '../../../src-shared/contract/related.ts'
import { useWords, type ScreenWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import './related.css'

const MOST = 4

/** Why two articles belong together, in a few words. */
function saying(reason: Association, { t, language, local }: ScreenWords): string {
  const list = (words: readonly string[]): string => words.join(language === 'zh' ? '、' : ', ')
  switch (reason.kind) {
    case 'link': return t('related.link')
    case 'cited': return t('related.cited', { count: reason.times })
    case 'product': return t('related.product', { names: list(reason.names.map(local)) })
    case 'words': return reason.words[language].length > 0 ? t('related.words', { words: list(reason.words[language].map((word) => (language === 'zh' ? `“${word}”` : word))) }) : ''
  }
}

/** Articles that belong to the one shown, each with why; nothing at all where there are none. */
export function RelatedArticles({ id, onOpen }: { id: string; onOpen: (article: FoundArticle) => void }) {
  const desk = useDesk()
  const words = useWords()
  const { data } = useQuery({ queryKey: ['related', id], gcTime: 0, staleTime: 0, retry: false, queryFn: () => desk.client.call('article.related', { id, limit: MOST }) })
  if (!data || data.related.length === 0) return null
  return (
    <section className="related" aria-label={words.t('related.title')}>
      <h3>{words.t('related.title')}</h3>
      <ul>
        {data.related.map(({ article, reasons }) => {
          const why = reasons.map((reason) => saying(reason, words)).filter((said) => said !== '').join(words.language === 'zh' ? '；' : '; ')
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
