import { useEffect, useMemo } from 'react'
import { flushSync } from 'react-dom'
import { keys } from '../bridge/cache.ts'
import type { Desk } from '../bridge/desk.ts'
import { useDesk, useSettings } from '../bridge/hooks.ts'
import type { DeskState, Settings } from '../../src-shared/contract/desk.ts'
import { toggleCases } from '../features/cases/view.ts'
import { openKnowledge } from '../features/knowledge/view.ts'
import { correctKey } from '../features/composer/guard/correct-key.ts'
import { showTab, toggleCopilot } from '../features/copilot/place.ts'
import { goToOtherWindow } from './alone.ts'
import { rewriteWishes } from '../features/rewriting/wishes.ts'
import { toggleTranslation } from '../features/translation/shown.ts'
import { bindingsOf } from './bindings.ts'
import { mayDo } from './can-do.ts'
import { noteHandover } from './do-handover.ts'
import { messageInFocus, toggleEvidence } from './do-evidence.ts'
import { openTeach } from './do-teach.ts'
import { openOrderAction } from './do-order-action.ts'
import { handBack, openDisposition, openNote, openOrderMarks, openSnooze, snoozeUntilTomorrow } from './do-work.ts'
import { holdRun, takeRun } from './do-workflow.ts'
import { dropSeenPromise, goToPromises, resolveOrAsk } from './do-promises.ts'
import { pause, setPresence, stopAutopilot } from './do.ts'
import { quoteEarlier, recallLast } from './message-actions.ts'
import { takeOffer } from './do-offer.ts'
import { back, compose, toggleContext } from './focus.ts'
import { actionOf, goesOn, type Action, type FocusPlace } from './keymap.ts'
import { canUndo, patchScreen, screen, toast, undoNewest } from './screen.ts'
import { OWN_KEYS } from './use-keys.ts'

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

/** The composer opens its list of phrases at the caret. */
export const phraseWishes = new EventTarget()

/** Without a conversation on the screen these can only say so. */
const NEEDS_OPEN: ReadonlySet<Action> = new Set<Action>(['compose', 'phrases', 'resolve', 'snooze', 'note', 'quote', 'recall-reply', 'undo-autopilot', 'other-window', 'context', 'copilot', 'correct', 'teach', 'evidence', 'trace', 'hand-over', 'promises', 'promise-drop', 'rewrite', 'check-reply', 'translate', 'order-action', 'workflow-hold', 'workflow-take', 'ticket', 'hand-back'])

/** Of these a window of one conversation knows nothing. */
const DESK_ONLY: ReadonlySet<Action> = new Set<Action>(['next', 'previous', 'search', 'settings', 'understanding', 'drafts', 'suggestions', 'questions', 'knowledge', 'autopilot', 'cases', 'team', 'take-offer'])

/** Does what a key or the palette asks. `write`: a step in the queue goes on to the composer. */
export function runAction(desk: Desk, action: Action, write: boolean): void {
  const { selected, alone } = screen.get()
  if (alone && DESK_ONLY.has(action)) return void toast('said.desk-only')
  if (!mayDo(desk, action)) return void toast('said.reader')
  if (!selected && NEEDS_OPEN.has(action)) return void toast('said.none-open')
  switch (action) {
    case 'next': case 'previous': return void queueSteps.dispatchEvent(new CustomEvent<Step>('step', { detail: { by: action === 'next' ? 1 : -1, write } }))
    case 'compose': return selected ? compose() : undefined
    case 'queue': return back()
    case 'search': return patchScreen({ dialog: 'palette' })
    case 'resolve': return resolveOrAsk(desk)
    case 'promises': return goToPromises()
    case 'promise-drop': return dropSeenPromise()
    case 'undo-autopilot': return stopAutopilot(desk, selected)
    case 'undo': return undoNewest()
    case 'help': return patchScreen({ dialog: 'help' })
    case 'settings': return patchScreen({ dialog: 'settings' })
    case 'phrases':
      if (!selected) return
      compose()
      return void phraseWishes.dispatchEvent(new Event('open'))
    case 'other-window': return goToOtherWindow(selected)
    case 'side': return window.deskmate?.side('open')
    case 'context':
      showTab('context')
      return toggleContext()
    case 'copilot': return toggleCopilot()
    case 'quote': return quoteEarlier(desk, selected)
    case 'recall-reply': return recallLast(desk, selected)
    case 'correct': return void correctKey.dispatchEvent(new Event('press'))
    case 'rewrite': case 'check-reply': return void rewriteWishes.dispatchEvent(new Event(action))
    case 'translate': return selected ? toggleTranslation(desk, selected) : undefined
    case 'presence': return setPresence(desk, desk.cache.getQueryData<Settings>(keys.settings)?.presence === 'away' ? 'available' : 'away')
    case 'take-offer': return void takeOffer(desk)
    case 'snooze': return openSnooze(desk)
    case 'snooze-tomorrow': return snoozeUntilTomorrow(desk)
    case 'note': return selected ? openNote(selected) : undefined
    case 'hand-back': return selected ? handBack(desk, selected) : undefined
    case 'disposition': return openDisposition(desk)
    case 'mark-order':
      // The card that hears of it must be drawn.
      flushSync(() => showTab('context'))
      return openOrderMarks(desk)
    case 'order-action': return openOrderAction(desk)
    case 'teach': return openTeach(desk, messageInFocus(desk))
    case 'evidence': return toggleEvidence(desk)
    case 'trace': return patchScreen({ dialog: 'trace', asked: null })
    case 'hand-over': return selected ? noteHandover(desk, selected) : undefined
    case 'knowledge': return openKnowledge()
    case 'cases': return toggleCases()
    case 'understanding': case 'autopilot': case 'team': case 'ticket': case 'drafts': case 'suggestions': case 'questions': return patchScreen({ dialog: action })
    case 'workflow-hold': return holdRun(desk, selected)
    case 'workflow-take': return takeRun(desk, selected)
    case 'pause-autopilot': return pause(desk, !desk.cache.getQueryData<DeskState>(keys.desk)?.autopilot.paused)
  }
}

/** Keys of the whole window. */
export function useShortcuts(): void {
  const desk = useDesk()
  const shortcuts = useSettings()?.shortcuts ?? OWN_KEYS
  const bindings = useMemo(() => bindingsOf(shortcuts), [shortcuts])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const action = actionOf(event, placeOf(document.activeElement), bindings)
      // Over the desk only the key that a toast names: it lies in the page that is open.
      if (!action || (document.querySelector('dialog[open]') && !(action === 'undo' && canUndo()))) return
      event.preventDefault()
      if (event.repeat && !goesOn(action)) return
      // What a part hears by an event of its own, React draws when it has time; the next key must find it drawn.
      flushSync(() => runAction(desk, action, event.altKey || event.ctrlKey || event.metaKey))
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [desk, bindings])
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
