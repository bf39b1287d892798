import { useState, type ComponentType } from 'react'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen } from '../../app/screen.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { Levels } from './levels/Levels.tsx'
import { Doings } from './Doings.tsx'
import { BacktestPage } from './backtest/BacktestPage.tsx'
import { HistoryPage } from './history/HistoryPage.tsx'
import { Workflows } from './workflows/Workflows.tsx'
import { RulesPage } from './rules/RulesPage.tsx'
import { Results } from './results/Results.tsx'
import './autopilot.css'

const PANEL = 'autopilot-panel'

/** The pages in the order of their tabs; the word of each is `autopilot.tab.<name>`. */
const PAGES = { levels: Levels, rules: RulesPage, workflows: Workflows, doings: Doings, results: Results, history: HistoryPage, backtest: BacktestPage } as const satisfies Record<string, ComponentType>
type PageName = keyof typeof PAGES
const NAMES = Object.keys(PAGES) as PageName[]

/** What autopilot does and may do. */
export function AutopilotPage() {
  const { t } = useWords()
  const [page, setPage] = useState<PageName>('levels')
  const Page = PAGES[page]
  return (
    <Dialog look="autopilot" title={t('autopilot')} closeName={t('close')} onClose={() => patchScreen({ dialog: null })}>
      <Tabs tabs={NAMES.map((name) => ({ name, title: t(`autopilot.tab.${name}`) }))} chosen={page} label={t('autopilot.tabs')} panel={PANEL} isFirst onChoose={setPage} />
      <div id={PANEL} role="tabpanel" aria-label={t(`autopilot.tab.${page}`)} className="autopilot-page" data-testid={`autopilot-${page}`}><Page /></div>
    </Dialog>
  )
}
