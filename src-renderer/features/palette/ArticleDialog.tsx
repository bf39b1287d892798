import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen, screen } from '../../app/screen.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useStore } from '../../ui/store.ts'

/** An article that the palette led to, to be read without leaving the conversation. */
export function ArticleDialog() {
  const { t, local } = useWords()
  const article = useStore(screen, (s) => s.article)
  if (!article) return null
  return (
    <Dialog title={local(article.title)} closeName={t('article.close')} onClose={() => patchScreen({ article: null })}>
      {article.audience === 'internal' && <p><Chip tone="warning">{t('articles.internal')}</Chip> <span className="small quiet">{t('articles.internal.title')}</span></p>}
      <p className="article-text" tabIndex={0}>{local(article.body)}</p>
    </Dialog>
  )
}
