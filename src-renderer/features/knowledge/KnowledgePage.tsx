import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen } from '../../app/screen.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useStore } from '../../ui/store.ts'
import { ArticleForm } from './ArticleForm.tsx'
import { ArticleList } from './ArticleList.tsx'
import { ImportView } from './ImportView.tsx'
import { ReviewView } from './ReviewView.tsx'
import { knowledgeView } from './view.ts'
import './knowledge.css'

/** What the shop knows: found, written, changed, brought in and looked over. */
export function KnowledgePage() {
  const { t } = useWords()
  const view = useStore(knowledgeView, (now) => now)
  const title = view.at === 'form' ? t(view.isNew ? 'knowledge.new' : 'knowledge.edit') : t(view.at === 'import' ? 'knowledge.import.title' : view.at === 'review' ? 'knowledge.review' : 'knowledge')
  return (
    <Dialog look="knowledge" title={title} closeName={t('close')} onClose={() => patchScreen({ dialog: null })}>
      <div className="knowledge" data-testid="knowledge">
        {view.at === 'list' && <ArticleList saved={view.saved} />}
        {view.at === 'form' && <ArticleForm key={view.id} {...view} />}
        {view.at === 'import' && <ImportView />}
        {view.at === 'review' && <ReviewView />}
      </div>
    </Dialog>
  )
}
