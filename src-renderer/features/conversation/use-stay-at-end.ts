import { useEffect, useEffectEvent, type RefObject } from 'react'

/**
 * Did a thread stand at its end when it was scrolled? Its height may have changed since it was last looked at: what it
 * shows less by now was in view then, what it shows more is in view now. All in pixels.
 */
export function stoodAtEnd(now: Pick<HTMLElement, 'scrollHeight' | 'scrollTop' | 'clientHeight'>, lastHeight: number, nearPx: number): boolean {
  return now.scrollHeight - now.scrollTop - Math.max(lastHeight, now.clientHeight) <= nearPx
}

/** The composer or the window grew or shrank: a thread that was at its end stays there, so that the newest words are never behind it. */
export function useStayAtEnd(scroller: RefObject<HTMLElement | null>, nearPx: number, toEnd: () => void): void {
  const onResize = useEffectEvent((wasAtEnd: boolean) => {
    if (wasAtEnd) toEnd()
  })
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    // As it was at the last scroll: when the size has changed it is too late to ask.
    let atEnd = true
    let height = element.clientHeight
    const onScroll = () => { atEnd = stoodAtEnd(element, height, nearPx) }
    const observer = new ResizeObserver(() => {
      height = element.clientHeight
      onResize(atEnd)
    })
    element.addEventListener('scroll', onScroll)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', onScroll)
      observer.disconnect()
    }
  }, [scroller, nearPx])
}
