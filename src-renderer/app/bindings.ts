import type { Settings } from '../../src-shared/contract/desk.ts'
import { comboOf, DEFAULT_KEYS, KEYS, type Action, type KeyPress } from './keymap.ts'

/** Keys that a person chose instead of those that come with the desk, by action. */
export type Shortcuts = Settings['shortcuts']

/** Keys that move and open everywhere: they are the same for everybody. */
const isFixed = (combo: string): boolean => /(^|\+)(Arrow\w+|Enter|Escape|Tab)$/.test(combo)

/** Keys of the system, of writing and of the menu, which no action may take. */
const RESERVED: ReadonlySet<string> = new Set([
  ...['KeyC', 'KeyV', 'KeyX', 'KeyA', 'KeyZ', 'KeyY', 'KeyR', 'KeyW', 'KeyQ', 'Equal', 'Minus', 'Digit0'].map((code) => `Ctrl+${code}`), 'Ctrl+Shift+KeyV', 'Ctrl+Shift+KeyZ',
  'Alt+F4', 'Alt+Space', ' ', 'Backspace', 'Delete', 'Home', 'End', 'PageUp', 'PageDown',
])

const isAction = (name: string): name is Action => [...DEFAULT_KEYS.values()].includes(name as Action)

function defaultsOf(action: Action): string[] {
  return [...DEFAULT_KEYS].flatMap(([combo, of]) => (of === action ? [combo] : []))
}

/** The changeable keys of an action: the person's, else the desk's own. */
export function keysOf(action: Action, shortcuts: Shortcuts): readonly string[] {
  return shortcuts[action] ?? defaultsOf(action).filter((combo) => !isFixed(combo))
}

/** What each key does. Where two actions ended up with one key, the one that a person chose has it. */
export function bindingsOf(shortcuts: Shortcuts): ReadonlyMap<string, Action> {
  const bindings = new Map<string, Action>()
  for (const [combo, action] of DEFAULT_KEYS) if (isFixed(combo) || !(action in shortcuts)) bindings.set(combo, action)
  for (const [action, combos] of Object.entries(shortcuts)) {
    if (isAction(action)) for (const combo of combos) if (!isFixed(combo)) bindings.set(combo, action)
  }
  return bindings
}

/** What came of a key pressed to be an action's new one. `taken`: `by` has it now. */
export type Recorded = { state: 'waiting' } | { state: 'cancelled' } | { state: 'reserved'; combo: string } | { state: 'taken'; combo: string; by: Action } | { state: 'free'; combo: string }

/** Judges a key for an action. A key of an input method is nothing yet: the person is still composing. */
export function record(press: KeyPress, action: Action, shortcuts: Shortcuts): Recorded {
  if (press.isComposing || press.key === 'Process') return { state: 'waiting' }
  if (press.key === 'Escape') return { state: 'cancelled' }
  const combo = comboOf(press)
  if (combo === null) return { state: 'waiting' }
  if (isFixed(combo) || RESERVED.has(combo)) return { state: 'reserved', combo }
  const by = bindingsOf(shortcuts).get(combo)
  return by && by !== action ? { state: 'taken', combo, by } : { state: 'free', combo }
}

/** Gives the action this key in place of its changeable ones; whoever had it goes without. */
export function withKey(shortcuts: Shortcuts, action: Action, combo: string): Shortcuts {
  const by = bindingsOf(shortcuts).get(combo)
  const taken = by && by !== action ? { [by]: keysOf(by, shortcuts).filter((other) => other !== combo) } : {}
  return { ...shortcuts, ...taken, [action]: [combo] }
}

/** The action has its own keys again; other actions' choices that stand on them give way. */
export function withoutChoice(shortcuts: Shortcuts, action: Action): Shortcuts {
  const own = new Set(defaultsOf(action))
  const others = Object.entries(shortcuts).filter(([name]) => name !== action)
  return Object.fromEntries(others.map(([name, combos]) => [name, combos.filter((combo) => !own.has(combo))]))
}

const SIGNS: Record<string, string> = {
  Comma: ',', Period: '.', Slash: '/', Semicolon: ';', Quote: "'", BracketLeft: '[', BracketRight: ']', Backslash: '\\', Backquote: '`', Minus: '-', Equal: '=',
  ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc',
}

/** `Alt+KeyE` as people read it: `Alt E`. */
export function nameOfCombo(combo: string): string {
  if (combo === '+') return combo
  const parts = combo.split('+')
  return parts.map((part) => SIGNS[part] ?? part.replace(/^(Key|Digit)(?=.$)/, '')).map((part) => (part.length === 1 ? part.toUpperCase() : part)).join(' ')
}

export type KeyName = keyof typeof KEYS

/** What tooltips, palette and help call the keys, the person's own choices included; empty for an action without a key. */
export function keyNames(shortcuts: Shortcuts): Readonly<Record<KeyName, string>> {
  const chosen = Object.keys(shortcuts).filter(isAction).map((action) => {
    const fixed = defaultsOf(action).filter((combo) => isFixed(combo) && !combo.includes('+'))
    return [action, [...keysOf(action, shortcuts), ...fixed].map(nameOfCombo).join(' / ')] as const
  })
  return { ...KEYS, ...Object.fromEntries(chosen) }
}
