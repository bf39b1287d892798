import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen, screen } from '../../app/screen.ts'
import { useQuestions, useSuggestions } from '../../bridge/learning.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { useStore } from '../../ui/store.ts'
import { Figures } from './Figures.tsx'
import { Questions } from './Questions.tsx'
import { Suggestions } from './Suggestions.tsx'
import { PAGES, type LearningPageName } from './pages.ts'
import './learning.css'

const PANEL = 'learning-panel'
const isPage = (dialog: string | null): dialog is LearningPageName => PAGES.some((page) => page === dialog)

/** What became of drafts, what replies suggest, and what nothing answers: three pages beside each other. */
export function LearningPage() {
  const { t } = useWords()
  const dialog = useStore(screen, (now) => now.dialog)
  const page = isPage(dialog) ? dialog : 'drafts'
  const counts = { drafts: undefined, suggestions: useSuggestions().data?.open, questions: useQuestions().data?.questions.length }
  return (
    <Dialog look="learning" title={t(`learning.${page}`)} closeName={t('close')} onClose={() => patchScreen({ dialog: null })}>
      <Tabs tabs={PAGES.map((name) => ({ name, title: t(`learning.tab.${name}`), count: counts[name] }))} chosen={page} label={t('learning.tabs')} panel={PANEL} isFirst={page === 'drafts'} onChoose={(to) => patchScreen({ dialog: to })} />
      <div id={PANEL} role="tabpanel" aria-label={t(`learning.tab.${page}`)} className="learning" data-testid={`learning-${page}`}>
        {page === 'drafts' && <Figures />}
        {page === 'suggestions' && <Suggestions />}
        {page === 'questions' && <Questions />}
      </div>
    </Dialog>
  )
}
