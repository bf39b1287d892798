import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import { orderMarkWishes } from '../../app/do-work.ts'
import { focusComposer, leaveField } from '../../app/focus.ts'
import { patchScreen, screen } from '../../app/screen.ts'

type Part = 'flag' | 'memo'

/** Where the key was pressed, and whether the drawer was opened for it: both are as before at the end. */
interface Journey {
  from: Element | null
  drawer: boolean
}

const isVisible = (element: HTMLElement | null): boolean => element?.checkVisibility({ visibilityProperty: true }) ?? false

/** At once, or when the drawer has come; what cannot be seen cannot have the focus. */
function whenVisible(element: RefObject<HTMLElement | null>, act: () => void): void {
  if (isVisible(element.current)) return act()
  if (element.current && screen.get().drawer) requestAnimationFrame(() => whenVisible(element, act))
}

/**
 * Which part of an order's marks is open. Opened by its button it goes back there. Opened by the key it asks for the flag,
 * then for the memo, and goes back to where the person was writing.
 */
export function useMarking(first: boolean) {
  const [open, setOpen] = useState<Part | null>(null)
  const flagButton = useRef<HTMLButtonElement>(null)
  const memoButton = useRef<HTMLButtonElement>(null)
  const journey = useRef<Journey | null>(null)

  const onWish = useEffectEvent(() => {
    if (!first) return
    const from = journey.current?.from ?? document.activeElement
    const hidden = !isVisible(flagButton.current)
    journey.current = { from, drawer: journey.current?.drawer ?? hidden }
    if (hidden) {
      // The flag's digit may be pressed before the drawer is there; it is no word to the customer.
      leaveField()
      patchScreen({ drawer: true })
    }
    whenVisible(flagButton, () => setOpen('flag'))
  })
  useEffect(() => {
    const onOpen = () => onWish()
    orderMarkWishes.addEventListener('open', onOpen)
    return () => orderMarkWishes.removeEventListener('open', onOpen)
  }, [])

  const done = () => {
    const button = open === 'memo' ? memoButton.current : flagButton.current
    const { from, drawer } = journey.current ?? { from: button, drawer: false }
    journey.current = null
    setOpen(null)
    if (drawer && screen.get().drawer) patchScreen({ drawer: false })
    if (from instanceof HTMLElement && from.isConnected) from.focus()
    else focusComposer()
  }
  return {
    open, flagButton, memoButton, done,
    toggle(part: Part): void {
      journey.current = null
      setOpen((now) => (now === part ? null : part))
    },
    /** The flag is chosen. */
    next(): void {
      if (journey.current) setOpen('memo')
      else done()
    },
  }
}
