import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen } from '../../app/screen.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useStore } from '../../ui/store.ts'
import { ImportView } from './ImportView.tsx'
import { managerView } from './manager.ts'
import { ManagerList } from './ManagerList.tsx'
import { PhraseForm } from './PhraseForm.tsx'
import './manager.css'

/** Where phrases are kept in order: found, written, changed, removed, brought in and taken out. */
export function PhrasesDialog() {
  const { t } = useWords()
  const view = useStore(managerView, (now) => now)
  const title = view.at === 'form' ? t(view.isNew ? 'phrases.new' : 'phrases.edit') : t(view.at === 'import' ? 'phrases.import.title' : 'phrases')
  return (
    <Dialog title={title} closeName={t('close')} onClose={() => patchScreen({ dialog: null })}>
      <div className="phrases-manager" data-testid="phrases-manager">
        {view.at === 'list' && <ManagerList done={view.imported ? t('phrases.import.done', view.imported) : view.saved === undefined ? '' : t('phrases.saved', { name: view.saved })} />}
        {view.at === 'form' && <PhraseForm phrase={view.phrase} isNew={view.isNew} changed={view.changed} />}
        {view.at === 'import' && <ImportView />}
      </div>
    </Dialog>
  )
}
