// First the base, then what refines it.
import './tokens.css'
import './base.css'
import '../ui/parts.css'
import { QueryClientProvider } from '@tanstack/react-query'
import type { Desk } from '../bridge/desk.ts'
import { DeskContext, useSettings } from '../bridge/hooks.ts'
import { ContextPane } from '../features/context/ContextPane.tsx'
import { CopilotColumn } from '../features/copilot/CopilotColumn.tsx'
import { ConversationPane } from '../features/conversation/ConversationPane.tsx'
import { Overlays } from '../features/conversation/Overlays.tsx'
import { OverdueRegion } from '../features/inbox/OverdueRegion.tsx'
import { PromiseRegion } from '../features/promises/PromiseRegion.tsx'
import { useFalls } from '../features/autopilot/levels/use-falls.ts'
import { useRefusals } from '../features/teach/use-refusals.ts'
import { useLowRatings } from '../features/team/ratings/use-low-ratings.ts'
import { useShiftNews } from '../features/team/shift/use-shift-news.ts'
import { useTicketsDone } from '../features/team/tickets/use-tickets-done.ts'
import { Queue } from '../features/inbox/Queue.tsx'
import { ArticleDialog } from '../features/palette/ArticleDialog.tsx'
import { Menus } from '../features/wrap-up/Menus.tsx'
import { TopBar } from '../features/top/TopBar.tsx'
import { useStore } from '../ui/store.ts'
import { Alone } from './Alone.tsx'
import { useAppearance } from './appearance.ts'
import { LiveRegion } from './LiveRegion.tsx'
import { Boundary } from './Boundary.tsx'
import { autopilot, team, help, learning, knowledge, orderAction, palette, phrases, settings, trace, sidePanel, ticket, understanding } from './late-parts.ts'
import { closeOver, screen } from './screen.ts'
import { useKeysWait, useShortcuts } from './shortcuts.ts'
import { useSound } from './sound/use-sound.ts'
import { Toasts } from './Toasts.tsx'
import { useFocusKept } from './use-focus-kept.ts'
// Last, because it places the parts.
import './layout.css'

/** @param alone the conversation that this window shows and nothing else; null: the whole desk @param side it is the side panel */
export function App({ desk, alone, side }: { desk: Desk; alone: string | null; side: boolean }) {
  return (
    <QueryClientProvider client={desk.cache}>
      <DeskContext value={desk}>{side ? <sidePanel.Part /> : alone ? <Alone id={alone} /> : <Layout />}</DeskContext>
    </QueryClientProvider>
  )
}

/** Top line and three panes. */
function Layout() {
  useAppearance(useSettings())
  useKeysWait()
  useShortcuts()
  useFocusKept()
  useSound()
  useRefusals()
  useFalls()
  useTicketsDone()
  useShiftNews()
  useLowRatings()
  const dialog = useStore(screen, (s) => s.dialog)
  return (
    <div className="desk">
      <Boundary className="top"><TopBar /></Boundary>
      <Boundary className="queue"><Queue /></Boundary>
      <Boundary className="conversation"><ConversationPane /></Boundary>
      <Boundary className="context"><ContextPane /></Boundary>
      <Boundary className="copilot-column"><CopilotColumn /></Boundary>
      <Boundary className="over-broken" onClose={closeOver}>
        {dialog === 'settings' && <settings.Part />}
        {dialog === 'palette' && <palette.Part />}
        {dialog === 'help' && <help.Part />}
        <ArticleDialog />
        {dialog === 'phrases' && <phrases.Part />}
        {dialog === 'understanding' && <understanding.Part />}
        {dialog === 'trace' && <trace.Part />}
        {(dialog === 'drafts' || dialog === 'suggestions' || dialog === 'questions') && <learning.Part />}
        {dialog === 'knowledge' && <knowledge.Part />}
        {dialog === 'autopilot' && <autopilot.Part />}
        {dialog === 'team' && <team.Part />}
        {dialog === 'ticket' && <ticket.Part />}
        {dialog === 'order-action' && <orderAction.Part />}
        <Overlays />
        <Menus />
      </Boundary>
      <Toasts />
      <LiveRegion />
      <OverdueRegion />
      <PromiseRegion />
    </div>
  )
}
