/** What a key means in the composer, the ghost's own keys aside. */
export type Meaning = 'send' | 'ask' | 'recall' | 'escape' | 'other'

/** The part of a key event that decides. `composing`: an input method has the key. */
export interface ComposerKey {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/**
 * Ctrl+Enter always sends. Enter alone sends or makes a new line as the agent chose; null: was never asked, ask now.
 * Shift+Enter is always a new line. Keys of an input method never come here.
 */
export function meaningOf(press: ComposerKey, sendWith: 'enter' | 'ctrl-enter' | null): Meaning {
  const command = press.ctrlKey || press.metaKey
  if (press.key === 'Enter' && !press.altKey && !press.shiftKey) {
    if (command || sendWith === 'enter') return 'send'
    return sendWith === null ? 'ask' : 'other'
  }
  if (press.key.toLowerCase() === 'z' && command && !press.shiftKey && !press.altKey) return 'recall'
  if (press.key === 'Escape' && !command && !press.altKey && !press.shiftKey) return 'escape'
  return 'other'
}
