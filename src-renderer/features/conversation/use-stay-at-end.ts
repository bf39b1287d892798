import { useEffect, useEffectEvent, type RefObject } from 'react'

/** The composer grew or shrank: a thread that was at its end stays there, so that the newest words are never behind it. */
export function useStayAtEnd(scroller: RefObject<HTMLElement | null>, isAtEnd: () => boolean, toEnd: () => void): void {
  const onResize = useEffectEvent((wasAtEnd: boolean) => {
    if (wasAtEnd) toEnd()
  })
  const look = useEffectEvent(isAtEnd)
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    // As it was at the last scroll: when the size has changed it is too late to ask.
    let atEnd = true
    const onScroll = () => { atEnd = look() }
    const observer = new ResizeObserver(() => onResize(atEnd))
    element.addEventListener('scroll', onScroll)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', onScroll)
      observer.disconnect()
    }
  }, [scroller])
}
