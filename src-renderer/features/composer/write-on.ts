/** The part of a key event that decides. */
export interface PressedKey {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/**
 * Is this a letter of somebody who goes on writing, while a question has the focus? Enter and space answer the question,
 * keys with a modifier are shortcuts; the first key of an input method comes as `Process`.
 */
export function writesOn({ key, ctrlKey, metaKey, altKey }: PressedKey): boolean {
  return !ctrlKey && !metaKey && !altKey && (key === 'Process' || key === 'Backspace' || ([...key].length === 1 && key !== ' '))
}
