import { useEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react'
import { patchScreen } from '../../app/screen.ts'

/** Closes the small panel that is open. */
export const closeMenu = (): void => patchScreen({ menu: null })

/**
 * A small panel that does not block the desk: it has the focus while it is open, Esc or a click elsewhere closes it, and
 * the focus goes back to where it was. Its keys are its own.
 */
export function useFloating() {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    panel.current?.querySelector<HTMLElement>('[data-first]')?.focus()
    return () => {
      // Only if nobody has taken it meanwhile.
      if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return {
    ref: panel,
    onKeyDown(event: KeyboardEvent): void {
      event.stopPropagation()
      if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
      event.preventDefault()
      closeMenu()
    },
    onBlur(event: FocusEvent): void {
      // The window losing the focus is no click elsewhere.
      if (document.hasFocus() && !event.currentTarget.contains(event.relatedTarget)) closeMenu()
    },
  }
}
