import { useEffect, useState, type ComponentType } from 'react'

/** What is drawn only after the first queue: its code is fetched when that is painted, or when it is first shown. */
export interface Late<Props extends object> {
  Part: ComponentType<Props>
  fetch(): Promise<void>
}

/**
 * A part of the screen whose code does not hold up the start. Once fetched it is drawn at once, like any other; not as
 * `lazy` does it, which draws nothing at first even then, and keys would go to what is behind a dialog.
 */
export function late<Props extends object = object>(read: () => Promise<ComponentType<Props>>): Late<Props> {
  let Known: ComponentType<Props> | null = null
  let reading: Promise<void> | null = null
  const fetch = (): Promise<void> => (reading ??= read().then((part) => { Known = part }, (error: unknown) => {
    // The next time asks again.
    reading = null
    throw error
  }))
  function Part(props: Props) {
    const [, setFetched] = useState(Known !== null)
    useEffect(() => {
      if (!Known) void fetch().then(() => setFetched(true), () => undefined)
    }, [])
    return Known && <Known {...props} />
  }
  return { Part, fetch }
}
