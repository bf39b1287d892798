/** What the keyboard can do anywhere in the window. */
export type Action =
  | 'next' | 'previous' | 'compose' | 'queue' | 'search' | 'resolve' | 'undo-autopilot' | 'undo' | 'help' | 'context' | 'pause-autopilot' | 'settings' | 'other-window'

/** The part of a KeyboardEvent that decides; `code` is the key's place, so that Alt+E works on every layout. */
export interface KeyPress {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  isComposing: boolean
}

/** Where the focus is: words are being typed; on something that Enter itself activates; elsewhere. */
export type FocusPlace = 'typing' | 'control' | 'free'

const ALT: Partial<Record<string, Action>> = { KeyJ: 'next', KeyK: 'previous', KeyE: 'resolve', KeyU: 'undo-autopilot', KeyZ: 'undo', KeyI: 'context', KeyP: 'pause-autopilot' }
const CTRL: Partial<Record<string, Action>> = { ArrowDown: 'next', ArrowUp: 'previous', KeyK: 'search', Comma: 'settings' }
const CTRL_SHIFT: Partial<Record<string, Action>> = { KeyO: 'other-window' }
const FREE: Partial<Record<string, Action>> = {
  j: 'next', k: 'previous', ArrowDown: 'next', ArrowUp: 'previous', r: 'compose', Enter: 'compose', '/': 'search', u: 'undo-autopilot', z: 'undo', '?': 'help', Escape: 'queue',
}

/** The action of a key, or null. While an input method composes every key belongs to it. */
export function actionOf(press: KeyPress, place: FocusPlace): Action | null {
  if (press.isComposing || press.key === 'Process') return null
  const command = press.ctrlKey || press.metaKey
  if (press.altKey && !command) return ALT[press.code] ?? null
  if (command && !press.altKey) return (press.shiftKey ? CTRL_SHIFT : CTRL)[press.code] ?? null
  if (press.altKey || command || place === 'typing') return null
  if (press.key === 'Enter' && place === 'control') return null
  return FREE[press.key.length === 1 ? press.key.toLowerCase() : press.key] ?? null
}

/** What the tooltips and the help sheet call the keys. */
export const KEYS: Record<Action | 'write' | 'send' | 'take' | 'sentence' | 'dismiss' | 'recall' | 'newline', string> = {
  next: 'J / ↓', previous: 'K / ↑', compose: 'Enter / R', write: 'Enter', queue: 'Esc', search: 'Ctrl K', resolve: 'Alt E', 'undo-autopilot': 'Alt U', undo: 'Alt Z',
  help: '?', context: 'Alt I', 'pause-autopilot': 'Alt P', settings: 'Ctrl ,', 'other-window': 'Ctrl Shift O', send: 'Ctrl Enter', take: 'Tab', sentence: '→', dismiss: 'Esc', recall: 'Ctrl Z', newline: 'Shift Enter',
}
