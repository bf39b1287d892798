import { useEffect, useEffectEvent, useState } from 'react'
import { report } from '../../app/do.ts'

/** What can have been done on the pages, as a sentence of the screen. */
export type DidWords = `suggest.did.${'approved' | 'phrase' | 'rejected' | 'never' | 'merged' | 'undone'}` | `asked.did.${'answered' | 'dismissed' | 'undone'}`

/** What was done last on a page, and the way back. */
export interface Did {
  words: DidWords
  undo: (() => Promise<void>) | null
}

/** The sentence about what was done, and Alt+Z for the way back, anywhere on the page. @param undone what is said after it */
export function useDid(undone: DidWords) {
  const [did, setDid] = useState<Did | null>(null)
  const back = () => {
    did?.undo?.().then(() => setDid({ words: undone, undo: null }), report)
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!event.altKey || event.code !== 'KeyZ' || event.isComposing || !did?.undo) return
    event.preventDefault()
    back()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    // Before the desk's own key, which takes back what a toast says.
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
  return { did, setDid, back }
}
