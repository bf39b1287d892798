import { useEffect, useRef } from 'react'

/**
 * Gives the focus back when a form that stood in place of a list closes: to the button that opened it, which was drawn anew
 * meanwhile; where that is gone, to the heading of the list.
 * @param opener `data-opens` of the button whose form is open; null: the list is shown
 */
export function useFocusBack(opener: string | null, headingId: string): void {
  const last = useRef<string | null>(null)
  useEffect(() => {
    const before = last.current
    last.current = opener
    if (opener !== null || before === null) return
    const back = document.querySelector<HTMLElement>(`[data-opens="${CSS.escape(before)}"]`) ?? document.getElementById(headingId)
    back?.focus()
  }, [opener, headingId])
}
