import { useState, type ComponentType } from 'react'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen } from '../../app/screen.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { People } from './people/People.tsx'
import { Wall } from './wall/Wall.tsx'
import { Reviews } from './reviews/Reviews.tsx'
import { Tickets } from './tickets/Tickets.tsx'
import './team.css'

const PANEL = 'team-panel'

/** The pages in the order of their tabs; the word of each is `team.tab.<name>`. */
const PAGES = { people: People, wall: Wall, reviews: Reviews, tickets: Tickets } as const satisfies Record<string, ComponentType>
type PageName = keyof typeof PAGES
const NAMES = Object.keys(PAGES) as PageName[]

/** Who works here, and what they share. */
export function TeamPage() {
  const { t } = useWords()
  const [page, setPage] = useState<PageName>('people')
  const Page = PAGES[page]
  return (
    <Dialog look="team" title={t('team')} closeName={t('close')} onClose={() => patchScreen({ dialog: null })}>
      <Tabs tabs={NAMES.map((name) => ({ name, title: t(`team.tab.${name}`) }))} chosen={page} label={t('team.tabs')} panel={PANEL} isFirst onChoose={setPage} />
      <div id={PANEL} role="tabpanel" aria-label={t(`team.tab.${page}`)} className="team-page" data-testid={`team-${page}`}><Page /></div>
    </Dialog>
  )
}
