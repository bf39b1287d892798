/** A ref: a dialog that opens gives the focus to this element. React's own autoFocus focuses too early for that, before `showModal`. */
export function focusFirst(element: HTMLElement | null): void {
  element?.setAttribute('autofocus', '')
}

/** A ref: this element has the focus once it is drawn. Never written in place: a new function each time would take the focus again at every change. */
export function focusOnceDrawn(element: HTMLElement | null): void {
  element?.focus()
}
