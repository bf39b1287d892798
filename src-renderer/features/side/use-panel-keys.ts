import { useEffect, useEffectEvent, type RefObject } from 'react'
import type { SideView } from '../../../src-shared/contract/side.ts'
import { keysOf, type Shortcuts } from '../../app/bindings.ts'
import { wishPromise } from '../../app/do-promises.ts'
import { comboOf } from '../../app/keymap.ts'
import { OWN_KEYS } from '../../app/use-keys.ts'
import { useDesk, useSettings } from '../../bridge/hooks.ts'
import { chooseOption, copyReply } from './do-side.ts'
import { panel, patchPanel, say, setMode } from './panel.ts'

const isField = (element: Element | null): boolean => element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement

/**
 * The panel's keys; `Alt+O` and `Alt+B` as in the composer. While nobody types: a digit says who it is, Enter copies, E edits, / finds a phrase, M is the memo, Esc
 * goes back to the other program. A button that has the focus keeps its Enter.
 */
export function usePanelKeys(view: SideView | undefined, stage: RefObject<HTMLElement | null>): void {
  const desk = useDesk()
  const shortcuts = useSettings()?.shortcuts ?? OWN_KEYS
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.key === 'Process') return
    const promises = promiseKey(comboOf(event), shortcuts)
    if (promises) {
      event.preventDefault()
      if (!event.repeat && !panel.get().capturing && !wishPromise(promises)) say('side.said.promise-none')
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const typing = isField(document.activeElement)
    if (event.key === 'Escape') {
      event.preventDefault()
      const { mode, asking } = panel.get()
      if (asking) patchPanel({ asking: null })
      else if (mode !== 'look') setMode('look')
      else window.deskmate?.side('done')
      return stage.current?.focus()
    }
    if (typing || panel.get().capturing || !view?.loose) return
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : 0
    const meant = digit > 0 && digit <= view.options.length ? 'choose' : view.settled ? KEYS[event.key] : undefined
    if (!meant || (meant === 'copy' && (document.activeElement instanceof HTMLButtonElement || panel.get().asking !== null))) return
    event.preventDefault()
    // Held down, a key says nothing more.
    if (event.repeat) return
    if (meant === 'choose') void chooseOption(desk, digit - 1)
    else if (meant === 'copy') void copyReply(desk, false)
    else setMode(meant)
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

/** The desk's own keys for what is promised in the words that stand there, also while somebody types. */
function promiseKey(combo: string | null, shortcuts: Shortcuts): 'go' | 'drop' | null {
  if (combo === null) return null
  if (keysOf('promise-drop', shortcuts).includes(combo)) return 'drop'
  return keysOf('promises', shortcuts).includes(combo) ? 'go' : null
}

const KEYS: Partial<Record<string, 'copy' | 'edit' | 'phrases' | 'memo'>> = { Enter: 'copy', e: 'edit', E: 'edit', '/': 'phrases', m: 'memo', M: 'memo' }
