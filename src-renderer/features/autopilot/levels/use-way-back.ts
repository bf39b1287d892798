import { useEffect, useEffectEvent, useState } from 'react'

/** What was done last on the page, in words, and the way back; null: there is none. */
export interface Done { words: string; undo: (() => void) | null }

/** The last thing done, and Alt+Z for the way back anywhere on the page: the page lies over the desk's own toasts. */
export function useWayBack() {
  const [done, setDone] = useState<Done | null>(null)
  const back = () => {
    const undo = done?.undo
    setDone(null)
    undo?.()
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!event.altKey || event.code !== 'KeyZ' || event.isComposing || !done?.undo) return
    event.preventDefault()
    back()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    // Before the desk's own key, which takes back what a toast says.
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
  return { done, setDone, back }
}
