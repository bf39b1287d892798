import { patchScreen, screen } from './screen.ts'

/** Places that keys jump to; found by their mark, so that no part needs to know another. */
export const FOCUS = { composer: 'composer', queue: 'queue', note: 'note', context: 'context', copilot: 'copilot' } as const
type Place = (typeof FOCUS)[keyof typeof FOCUS]

/** Longest wait for the place to be drawn, in milliseconds. */
const WAIT_MS = 5000

/** Where the focus is to go once that place is drawn; only the newest wish counts. `from`: where it was then. */
interface Wish {
  place: Place
  until: number
  from: Element | null
}
let wish: Wish | null = null

const find = (place: Place) => document.querySelector<HTMLElement>(`[data-focus="${place}"]:not(:disabled)`)

function fulfil(mine: Wish): void {
  if (wish !== mine) return
  const now = document.activeElement
  const elsewhere = now !== mine.from && now !== document.body
  const element = elsewhere ? null : find(mine.place)
  if (!element && !elsewhere && performance.now() < mine.until) return void requestAnimationFrame(() => fulfil(mine))
  element?.focus()
  // What is only just sliding in cannot have the focus in its first frame.
  if (element && document.activeElement !== element && performance.now() < mine.until) return void requestAnimationFrame(() => fulfil(mine))
  wish = null
  keepFocus()
}

/** Focuses the place in the next frame, when what is being opened is drawn, or as soon as it is, unless the person goes elsewhere. */
function want(place: Place): void {
  const mine = (wish = { place, until: performance.now() + WAIT_MS, from: document.activeElement })
  requestAnimationFrame(() => fulfil(mine))
}

export const focusComposer = (): void => want(FOCUS.composer)
export const focusCopilot = (): void => want(FOCUS.copilot)
/** To the note that is being written, at once where it is drawn: the first letter of a note must not stand in the reply. */
export function focusNote(): void {
  const field = find(FOCUS.note)
  if (!field) return want(FOCUS.note)
  wish = null
  field.focus()
}
/** To the composer of the conversation that is open; at once where it stands already, so that the next key is not too early. */
export function compose(): void {
  const field = find(FOCUS.composer)
  const shown = field?.closest<HTMLElement>('[data-conversation]')?.dataset['conversation']
  if (!field || shown !== screen.get().selected) return focusComposer()
  wish = null
  field.focus()
}
/** Where the focus rests: the row of the open conversation, or the composer in a window that has no queue. */
const rest = (): Place => (screen.get().alone ? FOCUS.composer : FOCUS.queue)
/** The row of the conversation that is open. */
export const focusRow = (): void => want(rest())

/** Out of what is being written in, at once: not even the next key falls into it. The focus comes to rest in the next frame. */
export function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  focusRow()
}

const isIn = (selector: string) => Boolean(document.activeElement?.closest(selector))
/** Is the focus in what belongs to this place, by its mark or by the part around it? */
export const inContextOf = (place: Place): boolean => isIn(`[data-focus="${place}"], [data-place="${place}"]`)
export const inComposer = (): boolean => isIn(`[data-focus="${FOCUS.composer}"]`)

/** After an action whose button goes: to the list if the person is there, else to where the answer is written. */
export const focusOn = (): void => (isIn('[role="option"]') ? focusRow() : focusComposer())

/** What had the focus is gone: the row of the open conversation has it now, so that no key falls beside the page. */
export function keepFocus(): void {
  if (document.activeElement !== document.body || wish || !screen.get().selected || document.querySelector('dialog[open]')) return
  find(rest())?.focus({ preventScroll: true })
}

/** To customer and orders, which are a drawer in a narrow window; from there back to where the answer is written. */
export function toggleContext(): void {
  const leaves = isIn(`[data-focus="${FOCUS.context}"]`)
  patchScreen({ drawer: !leaves })
  if (leaves) focusComposer()
  else want(FOCUS.context)
}

/** Esc: back from customer and orders to the composer, from there to the queue. A drawer that is open goes first. */
export function back(): void {
  const { drawer, alone } = screen.get()
  if (isIn(`[data-focus="${FOCUS.context}"]`)) return toggleContext()
  patchScreen({ drawer: false })
  if (!drawer || !(alone || matchMedia('(width < 1100px)').matches)) focusRow()
}
