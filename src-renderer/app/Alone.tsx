import { useEffect } from 'react'
import { useDeskState, useRow, useSettings } from '../bridge/hooks.ts'
import { ContextPane } from '../features/context/ContextPane.tsx'
import { ConversationPane } from '../features/conversation/ConversationPane.tsx'
import { Overlays } from '../features/conversation/Overlays.tsx'
import { useRefusals } from '../features/teach/use-refusals.ts'
import { Truth } from '../features/top/Truth.tsx'
import { ArticleDialog } from '../features/palette/ArticleDialog.tsx'
import { Menus } from '../features/wrap-up/Menus.tsx'
import { plainName } from '../../src-shared/domain/plain-name.ts'
import { useStore } from '../ui/store.ts'
import { useAppearance } from './appearance.ts'
import { Boundary } from './Boundary.tsx'
import { useWords } from './i18n/use-words.ts'
import { help, orderAction, phrases, trace } from './late-parts.ts'
import { closeOver, screen } from './screen.ts'
import { useKeysWait, useShortcuts } from './shortcuts.ts'
import { Toasts } from './Toasts.tsx'
import { useFocusKept } from './use-focus-kept.ts'
import './alone.css'

/** One conversation in a window of its own: who, the thread, the composer; the context is a drawer. */
export function Alone({ id }: { id: string }) {
  useAppearance(useSettings())
  useKeysWait()
  useShortcuts()
  useFocusKept()
  useRefusals()
  const title = useTitle(id)
  const dialog = useStore(screen, (s) => s.dialog)
  return (
    <div className="alone">
      <Boundary className="alone-top"><header className="alone-top"><h1 className="hidden-text">{title}</h1><Truth /></header></Boundary>
      <Boundary className="conversation"><ConversationPane /></Boundary>
      <Boundary className="context"><ContextPane /></Boundary>
      <Boundary className="over-broken" onClose={closeOver}>
        {dialog === 'help' && <help.Part />}
        {dialog === 'phrases' && <phrases.Part />}
        {dialog === 'trace' && <trace.Part />}
        {dialog === 'order-action' && <orderAction.Part />}
        <ArticleDialog />
        <Overlays />
        <Menus />
      </Boundary>
      <Toasts />
    </div>
  )
}

/** Customer and shop in the window's title, so that it is found among other windows. @returns the title */
function useTitle(id: string): string {
  const { local } = useWords()
  const name = useRow(id)?.displayName
  const shop = useDeskState()?.shop
  const title = name && shop ? `${plainName(name)} · ${local(shop)}` : 'Deskmate'
  useEffect(() => { document.title = title }, [title])
  return title
}
