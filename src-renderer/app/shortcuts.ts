import { useEffect } from 'react'
import { keys } from '../bridge/cache.ts'
import type { Desk } from '../bridge/desk.ts'
import { useDesk } from '../bridge/hooks.ts'
import type { DeskState } from '../../src-shared/contract/desk.ts'
import { goToOtherWindow } from './alone.ts'
import { pause, resolve, stopAutopilot } from './do.ts'
import { back, compose, focusSearch } from './focus.ts'
import { actionOf, type Action, type FocusPlace } from './keymap.ts'
import { patchScreen, screen, undoNewest } from './screen.ts'

/** Longest time that keys wait for a conversation to be painted, in milliseconds: then the person is in charge again. */
const WAIT_MS = 3000

function placeOf(element: Element | null): FocusPlace {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return 'typing'
  if (element instanceof HTMLInputElement) return ['radio', 'checkbox'].includes(element.type) ? 'control' : 'typing'
  if (element instanceof HTMLButtonElement || element instanceof HTMLAnchorElement || element?.tagName === 'SUMMARY') return 'control'
  return 'free'
}

/** A step down (1) or up (-1) in the queue; `write`: and on to the composer. */
export interface Step {
  by: 1 | -1
  write: boolean
}

/** The queue tells who comes next: it knows what it shows. */
export const queueSteps = new EventTarget()

function run(desk: Desk, action: Action, write: boolean): void {
  const { selected } = screen.get()
  switch (action) {
    case 'next': case 'previous': return void queueSteps.dispatchEvent(new CustomEvent<Step>('step', { detail: { by: action === 'next' ? 1 : -1, write } }))
    case 'compose': return selected ? compose() : undefined
    case 'queue': return back()
    case 'search': return focusSearch()
    case 'resolve': return resolve(desk)
    case 'undo-autopilot': return stopAutopilot(desk, selected)
    case 'undo': return undoNewest()
    case 'help': return patchScreen({ dialog: 'help' })
    case 'settings': return patchScreen({ dialog: 'settings' })
    case 'other-window': return goToOtherWindow(selected)
    case 'context': return screen.set((now) => ({ ...now, drawer: !now.drawer }))
    case 'pause-autopilot': return pause(desk, !desk.cache.getQueryData<DeskState>(keys.desk)?.autopilot.paused)
  }
}

/** Keys of the whole window. */
export function useShortcuts(): void {
  const desk = useDesk()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      const action = actionOf(event, placeOf(document.activeElement))
      if (!action) return
      event.preventDefault()
      run(desk, action, event.altKey || event.ctrlKey || event.metaKey)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [desk])
}

/** After the desk moved on by itself no key reaches the page until the new customer's name and thread are painted. */
export function useKeysWait(): void {
  useEffect(() => {
    let since = 0
    const stop = screen.subscribe(() => {
      if (!screen.get().unpainted) since = 0
      else if (since === 0) since = performance.now()
    })
    const hold = (event: Event) => {
      if (since === 0 || performance.now() - since > WAIT_MS) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', hold, { capture: true })
    window.addEventListener('beforeinput', hold, { capture: true })
    return () => {
      stop()
      window.removeEventListener('keydown', hold, { capture: true })
      window.removeEventListener('beforeinput', hold, { capture: true })
    }
  }, [])
}
