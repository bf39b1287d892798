/** Places that keys jump to; found by their mark, so that no part needs to know another. */
export const FOCUS = { composer: 'composer', queue: 'queue', search: 'search' } as const

/** Longest wait for the place to be drawn, in frames. */
const FRAMES = 30

function focusWhenThere(place: string, frames = FRAMES): void {
  const element = document.querySelector<HTMLElement>(`[data-focus="${place}"]:not(:disabled)`)
  if (element) element.focus()
  else if (frames > 0) requestAnimationFrame(() => focusWhenThere(place, frames - 1))
}

/** Focuses the composer of the conversation that is being opened, as soon as it is drawn. */
export const focusComposer = (): void => void requestAnimationFrame(() => focusWhenThere(FOCUS.composer))
export const focusQueue = (): void => focusWhenThere(FOCUS.queue)
export const focusSearch = (): void => focusWhenThere(FOCUS.search)
