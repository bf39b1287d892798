import type { KeyboardEvent } from 'react'
import { leaveEvidence } from '../../app/do-evidence.ts'
import { nextStop, stopOf } from './stops.ts'

const STEPS: Readonly<Partial<Record<string, 1 | -1>>> = { ArrowRight: 1, ArrowLeft: -1 }

/** Left and Right walk through the marked words of the thread, Esc leaves them. */
export function walkEvidence(event: KeyboardEvent): void {
  const stop = stopOf(event.target)
  if (!stop || event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
  const by = STEPS[event.key]
  if (!by && event.key !== 'Escape') return
  event.preventDefault()
  event.stopPropagation()
  if (!by) return leaveEvidence()
  const next = nextStop(stop, by)
  next?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'nearest' })
}
