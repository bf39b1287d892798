import { useEffect, useRef } from 'react'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen, screen } from '../../app/screen.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useStore } from '../../ui/store.ts'
import { HoldsChip } from '../knowledge/HoldsChip.tsx'
import { editArticle } from '../knowledge/view.ts'
import { RelatedArticles } from './RelatedArticles.tsx'

/** An article that the palette led to, to be read without leaving the conversation; from there on to those that belong to it. */
export function ArticleDialog() {
  const { t, local } = useWords()
  const article = useStore(screen, (s) => s.article)
  const text = useRef<HTMLParagraphElement>(null)
  const shown = useRef<string | null>(null)
  const id = article?.id ?? null
  useEffect(() => {
    // The line that was pressed is gone with its article: the next one is read from its beginning.
    if (shown.current !== null && id !== null && shown.current !== id) text.current?.focus()
    shown.current = id
  }, [id])
  if (!article) return null
  return (
    <Dialog title={local(article.title)} closeName={t('article.close')} onClose={() => patchScreen({ article: null })}>
      {article.audience === 'internal' && <p><Chip tone="warning">{t('articles.internal')}</Chip> <span className="small quiet">{t('articles.internal.title')}</span></p>}
      {article.holds !== 'now' && <p data-testid="article-not-now"><HoldsChip holds={article.holds} /> <span className="small quiet">{t('articles.not-now')}</span></p>}
      <p className="article-text" tabIndex={0} ref={text}>{local(article.body)}</p>
      <p><Button onClick={() => editArticle(article.id)}>{t('knowledge.edit')}</Button></p>
      <RelatedArticles id={article.id} onOpen={(next) => patchScreen({ article: next })} />
    </Dialog>
  )
}
