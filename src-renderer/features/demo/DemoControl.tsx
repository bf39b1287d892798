import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Clapperboard } from 'lucide-react'
import type { DemoState } from '../../../src-shared/domain/demo-play.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDeskState } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { useNow } from '../../ui/now.ts'
import { demoClock, isDayOver, speedText } from './clock.ts'
import { DemoPanel } from './DemoPanel.tsx'
import './demo.css'

const PANEL = 'demo-panel'

/** The demo's clock in the top line; opens what plays it. Nothing where the gateway plays no demo. */
export function DemoControl() {
  const state = useDeskState()
  return state?.demo ? <Control demo={state.demo} offset={state.clockOffset} /> : null
}

/** @param offset gateway time minus local time, in milliseconds */
function Control({ demo, offset }: { demo: DemoState; offset: number }) {
  const { t } = useWords()
  const place = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const time = useNow((now) => demoClock(demo, now + offset))
  const over = useNow((now) => isDayOver(demo, now + offset))
  useEffect(() => {
    if (!open) return
    const onDown = ({ target }: PointerEvent) => {
      if (target instanceof Node && !place.current?.contains(target)) setOpen(false)
    }
    document.addEventListener('pointerdown', onDown)
    return () => document.removeEventListener('pointerdown', onDown)
  }, [open])
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return
    // Plain keys belong to the panel: an arrow that chooses a speed must not go down the queue as well.
    if (!event.altKey && !event.ctrlKey && !event.metaKey) event.stopPropagation()
    if (event.key !== 'Escape') return
    event.preventDefault()
    close()
  }
  return (
    <div
      ref={place} className="demo" onKeyDown={onKeyDown}
      onBlur={({ relatedTarget }) => {
        // Keys that lead elsewhere (the next conversation, the composer) leave the panel behind.
        if (relatedTarget !== null && !place.current?.contains(relatedTarget)) setOpen(false)
      }}
    >
      <Button
        ref={opener} kind="bare" className="demo-open" data-testid="demo" icon={<Clapperboard size={14} aria-hidden />} hint={t('demo.open')}
        aria-haspopup="dialog" aria-expanded={open} aria-controls={open ? PANEL : undefined} onClick={() => (open ? close() : setOpen(true))}
      >
        <span className="demo-word">{t('demo.word')}</span>
        <span className="tabular demo-time" data-testid="demo-time">{time} · {over ? t('demo.over') : demo.playing ? speedText(demo.speed) : t('demo.paused')}</span>
      </Button>
      {open && <DemoPanel id={PANEL} demo={demo} offset={offset} onDone={() => setOpen(false)} />}
    </div>
  )
}
