/** The words in the field that the list looks for. What is inserted replaces them from `from` to the caret. Offsets are UTF-16 code units. */
export interface Asked {
  from: number
  query: string
}

/** What the person did with the list: `opened` by a key at that place (null: not), `closed` the slash that Esc put away. */
export interface Wish {
  opened: number | null
  closed: number | null
}

export const NO_WISH: Wish = { opened: null, closed: null }

/** An input method writes its syllables with spaces and apostrophes between: fa'huo is looked up as fahuo. */
const letters = (text: string, composing: boolean): string => (composing ? text.replace(/[\s'’]/g, '') : text)

/** The last slash before the caret that stands at the beginning or after a space; -1: none. */
function slashBefore(text: string): number {
  for (let at = text.length - 1; at >= 0; at--) {
    if ((text[at] === '/' || text[at] === '\uff0f') && (at === 0 || /\s/.test(text[at - 1] ?? ''))) return at
  }
  return -1
}

/** Is the list asked for, and for what? An address, a date or a slash with a space behind it asks for nothing. */
export function askedFor(text: string, caret: number, composing: boolean, wish: Wish): Asked | null {
  const before = text.slice(0, caret)
  if (wish.opened !== null) {
    const query = before.slice(wish.opened)
    return caret < wish.opened || query.includes('\n') ? null : { from: wish.opened, query: letters(query, composing) }
  }
  const slash = slashBefore(before)
  if (slash < 0 || slash === wish.closed) return null
  const query = letters(before.slice(slash + 1), composing)
  return /\s/.test(query) ? null : { from: slash, query }
}

/** After a change of the words: a slash that was put away and is gone may be typed again, and a list opened by key ends with its line. */
export function wishAfter(wish: Wish, text: string, caret: number): Wish {
  const closed = wish.closed !== null && /[/\uff0f]/.test(text[wish.closed] ?? '') ? wish.closed : null
  const opened = wish.opened !== null && caret >= wish.opened && !text.slice(wish.opened, caret).includes('\n') ? wish.opened : null
  return closed === wish.closed && opened === wish.opened ? wish : { closed, opened }
}
