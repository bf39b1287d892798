import { useEffect } from 'react'
import { keepFocus } from './focus.ts'

/** Once something had the focus, the page never is without: an element that goes does not say so, hence the observer. */
export function useFocusKept(): void {
  useEffect(() => {
    let had = false
    let frame = 0
    // Words that are being marked with the pointer would lose their marking.
    let pressed = false
    const check = () => {
      if (!had || pressed) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(keepFocus)
    }
    const onFocus = () => { had = true }
    const onDown = () => { pressed = true }
    const onUp = () => {
      pressed = false
      check()
    }
    const gone = new MutationObserver(() => {
      if (document.activeElement === document.body) check()
    })
    gone.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', onFocus)
    document.addEventListener('focusout', check)
    document.addEventListener('pointerdown', onDown, { capture: true })
    for (const end of ['pointerup', 'pointercancel'] as const) document.addEventListener(end, onUp, { capture: true })
    return () => {
      cancelAnimationFrame(frame)
      gone.disconnect()
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('focusout', check)
      document.removeEventListener('pointerdown', onDown, { capture: true })
      for (const end of ['pointerup', 'pointercancel'] as const) document.removeEventListener(end, onUp, { capture: true })
    }
  }, [])
}
