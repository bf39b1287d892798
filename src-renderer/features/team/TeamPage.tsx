import { useState, type ComponentType } from 'react'
import { isOpenShift } from '../../../src-shared/domain/shift.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen } from '../../app/screen.ts'
import { useReviews } from '../../bridge/reviews.ts'
import { useIncidents } from '../../bridge/floor.ts'
import { useShifts } from '../../bridge/shifts.ts'
import { useTickets } from '../../bridge/tickets.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { ChannelsPage } from './channels/ChannelsPage.tsx'
import { Integrations } from './integrations/Integrations.tsx'
import { TeamFigures } from './figures/TeamFigures.tsx'
import { Hours } from './hours/Hours.tsx'
import { Me } from './me/Me.tsx'
import { People } from './people/People.tsx'
import { Wall } from './wall/Wall.tsx'
import { Ratings } from './ratings/Ratings.tsx'
import { Record as Activity } from './record/Record.tsx'
import { Reviews } from './reviews/Reviews.tsx'
import { Shifts } from './shift/Shifts.tsx'
import { Shops } from './shops/Shops.tsx'
import { Campaigns } from './campaigns/Campaigns.tsx'
import { Incidents } from './incidents/Incidents.tsx'
import { Tickets } from './tickets/Tickets.tsx'
import './team.css'

const PANEL = 'team-panel'

/** What a shift looks at, and what is set up once. */
const TODAY = { wall: Wall, reviews: Reviews, tickets: Tickets, shifts: Shifts, incidents: Incidents, campaigns: Campaigns, figures: TeamFigures, ratings: Ratings } as const satisfies Record<string, ComponentType>
const SETUP = { hours: Hours, people: People, channels: ChannelsPage, shops: Shops, integrations: Integrations, record: Activity, me: Me } as const satisfies Record<string, ComponentType>
/** The pages in the order of their tabs; the word of each is `team.tab.<name>`. */
const PAGES = { ...TODAY, ...SETUP }
type PageName = keyof typeof PAGES
const NAMES = Object.keys(PAGES) as PageName[]

/** Who works here, and what they share. */
export function TeamPage() {
  const { t } = useWords()
  const [page, setPage] = useState<PageName>('people')
  const Page = PAGES[page]
  const reviews = useReviews()
  const tickets = useTickets()
  const incidents = useIncidents()
  const shifts = useShifts()
  const counts: Partial<Record<PageName, number>> = {
    reviews: reviews?.open.length ?? 0, shifts: shifts?.filter((shift) => shift.mine && isOpenShift(shift)).length ?? 0,
    incidents: incidents?.incidents.filter(({ isOpen }) => isOpen).length ?? 0,
    tickets: tickets?.tickets.filter(({ mine, state }) => mine && state !== 'done').length ?? 0,
  }
  return (
    <Dialog look="team" title={t('team')} closeName={t('close')} onClose={() => patchScreen({ dialog: null })}>
      <Tabs tabs={NAMES.map((name) => ({ name, title: t(`team.tab.${name}`), count: counts[name], group: t(name in TODAY ? 'team.group.today' : 'team.group.setup') }))} chosen={page} label={t('team.tabs')} panel={PANEL} isFirst onChoose={setPage} />
      <div id={PANEL} role="tabpanel" aria-label={t(`team.tab.${page}`)} className="team-page" data-testid={`team-${page}`}><Page /></div>
    </Dialog>
  )
}
