/** Marks places in messages that the keys of the evidence walk through. */
export const STOP = { 'data-stop': '' }

const all = (within: ParentNode): HTMLElement[] => [...within.querySelectorAll<HTMLElement>('[data-stop]')]

/** The place that has the focus; null: none. */
export const stopOf = (element: EventTarget | null): HTMLElement | null => (element instanceof HTMLElement ? element.closest<HTMLElement>('[data-stop]') : null)

/** The place to begin at in a message: the gravest evidence, else the first number. */
export function firstStop(messageId: string): HTMLElement | null {
  const bubble = document.querySelector(`[data-testid="bubble"][data-id="${CSS.escape(messageId)}"]`)
  if (!bubble) return null
  for (const kind of ['danger', 'threat', 'anger', 'risk']) {
    const grave = bubble.querySelector<HTMLElement>(`[data-stop][data-kind="${kind}"]`)
    if (grave) return grave
  }
  return all(bubble)[0] ?? null
}

/** The next place in the thread; the last one has none. @param by 1 or -1 */
export function nextStop(from: HTMLElement, by: 1 | -1): HTMLElement | null {
  const stops = all(from.closest('[data-testid="thread"]') ?? document)
  return stops[stops.indexOf(from) + by] ?? null
}
