import { useEffect } from 'react'
import { screen } from '../../app/screen.ts'
import { useStore } from '../../ui/store.ts'
import { PromisesMenu } from '../promises/PromisesMenu.tsx'
import { TeachMenu } from '../teach/TeachMenu.tsx'
import { DispositionMenu } from './DispositionMenu.tsx'
import { SnoozeMenu } from './SnoozeMenu.tsx'
import { closeMenu } from './use-floating.ts'
import './work.css'

/** The small panels over the desk. The one about the conversation on the screen goes with it. */
export function Menus() {
  const menu = useStore(screen, (s) => s.menu)
  const selected = useStore(screen, (s) => s.selected)
  const gone = (menu?.kind === 'snooze' || menu?.kind === 'teach' || menu?.kind === 'promises') && menu.conversationId !== selected
  useEffect(() => {
    if (gone) closeMenu()
  }, [gone])
  if (!menu || gone) return null
  if (menu.kind === 'teach') return <TeachMenu key={menu.messageId} menu={menu} />
  if (menu.kind === 'promises') return <PromisesMenu key={menu.conversationId} menu={menu} />
  return menu.kind === 'snooze' ? <SnoozeMenu key={menu.conversationId} menu={menu} /> : <DispositionMenu key={menu.conversationId} menu={menu} />
}
