import { useRef, type KeyboardEvent } from 'react'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen, screen } from '../../app/screen.ts'
import { useQuestions, useSuggestions } from '../../bridge/learning.ts'
import { Dialog, FIRST } from '../../ui/Dialog.tsx'
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
  return (
    <Dialog look="learning" title={t(`learning.${page}`)} closeName={t('close')} onClose={() => patchScreen({ dialog: null })}>
      <Tabs page={page} />
      <div id={PANEL} role="tabpanel" aria-label={t(`learning.tab.${page}`)} className="learning" data-testid={`learning-${page}`}>
        {page === 'drafts' && <Figures />}
        {page === 'suggestions' && <Suggestions />}
        {page === 'questions' && <Questions />}
      </div>
    </Dialog>
  )
}

function Tabs({ page }: { page: LearningPageName }) {
  const { t } = useWords()
  const list = useRef<HTMLDivElement>(null)
  const counts = { drafts: undefined, suggestions: useSuggestions().data?.open, questions: useQuestions().data?.questions.length }
  const go = (to: LearningPageName) => patchScreen({ dialog: to })
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = PAGES[(PAGES.indexOf(page) + by + PAGES.length) % PAGES.length]
    if (by === 0 || !next) return
    event.preventDefault()
    go(next)
    list.current?.querySelector<HTMLElement>(`[data-page='${next}']`)?.focus()
  }
  return (
    <div ref={list} role="tablist" aria-label={t('learning.tabs')} className="learning-tabs" onKeyDown={onKeyDown}>
      {PAGES.map((one) => (
        <button key={one} type="button" role="tab" className="scope" data-page={one} aria-selected={page === one} aria-controls={PANEL} tabIndex={page === one ? 0 : -1} {...(one === 'drafts' && page === one ? FIRST : {})} onClick={() => go(one)}>
          {t(`learning.tab.${one}`)} {(counts[one] ?? 0) > 0 && <span className="quiet tabular">{counts[one]}</span>}
        </button>
      ))}
    </div>
  )
}
