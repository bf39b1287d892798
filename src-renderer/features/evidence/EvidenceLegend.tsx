import { useEffect, useState, type RefObject } from 'react'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/use-keys.ts'
import { stopOf } from './stops.ts'
import './evidence.css'

/** Longest quotation in the legend, in characters. */
const QUOTED = 24
/** Room that the legend needs below its words, in pixels. */
const ROOM_PX = 96

/** The place that is pointed at or has the focus. */
function usePlace(container: RefObject<HTMLElement | null>): HTMLElement | null {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const [, setMoved] = useState(0)
  useEffect(() => {
    const root = container.current
    if (!root) return
    const look = (event: Event) => setPlace(stopOf(event.target))
    const leave = () => setPlace(stopOf(document.activeElement))
    // The words may move under it.
    const move = () => setMoved((n) => n + 1)
    root.addEventListener('pointerover', look)
    root.addEventListener('pointerleave', leave)
    root.addEventListener('focusin', look)
    root.addEventListener('focusout', leave)
    root.addEventListener('scroll', move, { capture: true, passive: true })
    window.addEventListener('resize', move)
    return () => {
      root.removeEventListener('pointerover', look)
      root.removeEventListener('pointerleave', leave)
      root.removeEventListener('focusin', look)
      root.removeEventListener('focusout', leave)
      root.removeEventListener('scroll', move, { capture: true })
      window.removeEventListener('resize', move)
    }
  }, [container])
  return place?.isConnected ? place : null
}

/** Beside the words: what they speak for, in words. Lies over the thread and moves nothing; screen readers get the same from the words themselves. */
export function EvidenceLegend({ container }: { container: RefObject<HTMLElement | null> }) {
  const { t } = useWords()
  const keys = useKeys()
  const place = usePlace(container)
  if (!place) return null
  const { kind = '', reasons = '' } = place.dataset
  const box = place.getBoundingClientRect()
  const above = box.bottom + ROOM_PX > window.innerHeight
  const points = [...(place.textContent ?? '')]
  const words = points.length > QUOTED ? `${points.slice(0, QUOTED).join('')}…` : points.join('')
  // One of its keys is enough here.
  const [teach] = keys.teach.split(' / ')
  const walks = document.activeElement === place
  return (
    <div className="evidence-legend small" aria-hidden data-testid="evidence-legend" style={{ insetInlineStart: Math.max(8, Math.min(box.left, window.innerWidth - 328)), ...(above ? { bottom: window.innerHeight - box.top + 4 } : { top: box.bottom + 4 }) }}>
      {kind !== 'entity' && <p className="legend-words"><span className="evidence" data-kind={kind}>{words}</span></p>}
      {[...new Set(reasons.split('\n'))].map((reason) => <p key={reason}>{reason}</p>)}
      {walks && <p className="quiet legend-keys"><kbd>←</kbd> <kbd>→</kbd> {t('evidence.walk')} · {teach && <><kbd>{teach}</kbd> {t('evidence.correct')} · </>}<kbd>Esc</kbd> {t('evidence.leave')}</p>}
    </div>
  )
}
