import { useEffect, useEffectEvent, useRef } from 'react'
import type { SideView } from '../../../src-shared/contract/side.ts'
import { useAppearance } from '../../app/appearance.ts'
import { Boundary } from '../../app/Boundary.tsx'
import { useWords } from '../../app/i18n/use-words.ts'
import { sideState, takenWords } from '../../app/side-state.ts'
import { useDesk, useSettings } from '../../bridge/hooks.ts'
import { useStore } from '../../ui/store.ts'
import { Captured } from './Captured.tsx'
import { takeWords } from './do-side.ts'
import { Earlier } from './Earlier.tsx'
import { Empty } from './Empty.tsx'
import { Head } from './Head.tsx'
import { Memo } from './Memo.tsx'
import { Options } from './Options.tsx'
import { OrderLine } from './OrderLine.tsx'
import { panel } from './panel.ts'
import { Phrases } from './Phrases.tsx'
import { Reply } from './Reply.tsx'
import { SaidLine } from './SaidLine.tsx'
import { usePanelKeys } from './use-panel-keys.ts'
import { useSide } from './use-side.ts'
import { Whom } from './Whom.tsx'
import './side.css'

/** The window that stands above other chat programs: whom it is about, what they wrote, and the reply to be copied. */
export function SidePanel() {
  const desk = useDesk()
  const { t } = useWords()
  useAppearance(useSettings())
  const view = useSide()
  const capturing = useStore(panel, (p) => p.capturing)
  const collapsed = useStore(sideState, (s) => s?.collapsed ?? false)
  const stage = useRef<HTMLElement>(null)
  const take = useEffectEvent(() => {
    const words = takenWords.get()
    if (!words) return
    takenWords.set(null)
    // The keys mean the customer who comes, not a field that was open for the one before.
    stage.current?.focus()
    void takeWords(desk, words)
  })
  useEffect(() => {
    window.deskmate?.side('state')
    take()
    return takenWords.subscribe(() => take())
  }, [])
  usePanelKeys(view, stage)
  return (
    <div className="side" data-collapsed={collapsed || undefined} data-hue={capturing ? undefined : view?.loose?.hue}>
      <Head view={view} />
      {!collapsed && (
        <main className="side-stage" ref={stage} tabIndex={-1} aria-label={t('side.title')}>
          <Boundary className="side-part">{capturing ? <p className="side-empty" role="status">{t('side.looking')}</p> : view && <Stage view={view} />}</Boundary>
          <SaidLine />
        </main>
      )}
    </div>
  )
}

function Stage({ view }: { view: SideView }) {
  const mode = useStore(panel, (p) => p.mode)
  const { loose } = view
  if (!loose) return <Empty />
  return (
    <>
      <Whom view={view} loose={loose} />
      <Options view={view} />
      <Captured loose={loose} />
      {view.settled && (
        <>
          <OrderLine loose={loose} />
          {mode === 'phrases' ? <Phrases loose={loose} /> : <Reply view={view} loose={loose} />}
          {mode === 'memo' && <Memo key={loose.id} loose={loose} />}
        </>
      )}
      <Earlier view={view} />
    </>
  )
}
