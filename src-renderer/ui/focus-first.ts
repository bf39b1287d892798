/** A ref: a dialog that opens gives the focus to this element. React's own autoFocus focuses too early for that, before `showModal`. */
export function focusFirst(element: HTMLElement | null): void {
  element?.setAttribute('autofocus', '')
}
