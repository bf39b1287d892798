import { useState, type ComponentType } from 'react'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen } from '../../app/screen.ts'
import { useReviews } from '../../bridge/reviews.ts'
import { useTickets } from '../../bridge/tickets.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { ChannelsPage } from './channels/ChannelsPage.tsx'
import { Me } from './me/Me.tsx'
import { People } from './people/People.tsx'
import { Wall } from './wall/Wall.tsx'
import { Record as Activity } from './record/Record.tsx'
import { Reviews } from './reviews/Reviews.tsx'
import { Shops } from './shops/Shops.tsx'
import { Tickets } from './tickets/Tickets.tsx'
import './team.css'

const PANEL = 'team-panel'

/** The pages in the order of their tabs; the word of each is `team.tab.<name>`. */
const PAGES = { wall: Wall, reviews: Reviews, tickets: Tickets, people: People, channels: ChannelsPage, shops: Shops, record: Activity, me: Me } as const satisfies Record<string, ComponentType>
type PageName = keyof typeof PAGES
const NAMES = Object.keys(PAGES) as PageName[]

/** Who works here, and what they share. */
export function TeamPage() {
  const { t } = useWords()
  const [page, setPage] = useState<PageName>('people')
  const Page = PAGES[page]
  const reviews = useReviews()
  const tickets = useTickets()
  const counts: Partial<Record<PageName, number>> = { reviews: reviews?.open.length ?? 0, tickets: tickets?.tickets.filter(({ mine, state }) => mine && state !== 'done').length ?? 0 }
  return (
    <Dialog look="team" title={t('team')} closeName={t('close')} onClose={() => patchScreen({ dialog: null })}>
      <Tabs tabs={NAMES.map((name) => ({ name, title: t(`team.tab.${name}`), count: counts[name] }))} chosen={page} label={t('team.tabs')} panel={PANEL} isFirst onChoose={setPage} />
      <div id={PANEL} role="tabpanel" aria-label={t(`team.tab.${page}`)} className="team-page" data-testid={`team-${page}`}><Page /></div>
    </Dialog>
  )
}
