/** What the keyboard can do anywhere in the window. */
export type Action =
  | 'next' | 'previous' | 'compose' | 'queue' | 'search' | 'resolve' | 'undo-autopilot' | 'undo' | 'help' | 'context' | 'pause-autopilot' | 'settings'
  | 'quote' | 'recall-reply' | 'correct' | 'presence' | 'snooze' | 'snooze-tomorrow' | 'note' | 'disposition' | 'mark-order' | 'phrases' | 'other-window' | 'promises' | 'promise-drop' | 'teach' | 'evidence' | 'hand-over' | 'understanding' | 'trace' | 'side'
  | 'drafts' | 'suggestions' | 'questions' | 'rewrite' | 'check-reply' | 'translate' | 'copilot' | 'knowledge' | 'autopilot' | 'order-action' | 'workflow-hold' | 'workflow-take' | 'cases' | 'team' | 'ticket' | 'take-offer' | 'hand-back'

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

const ALT: Partial<Record<string, Action>> = {
  KeyJ: 'next', KeyK: 'previous', KeyE: 'resolve', KeyU: 'undo-autopilot', KeyZ: 'undo', KeyI: 'context', KeyC: 'copilot', KeyP: 'pause-autopilot', KeyQ: 'quote', KeyR: 'recall-reply',
  KeyG: 'correct', KeyA: 'presence', KeyM: 'snooze', KeyT: 'snooze-tomorrow', KeyN: 'note', KeyD: 'disposition', KeyF: 'mark-order', KeyL: 'teach', KeyW: 'evidence', KeyY: 'understanding', KeyV: 'trace', KeyH: 'hand-over', KeyB: 'promises', KeyO: 'promise-drop', KeyS: 'suggestions', Slash: 'phrases', Period: 'rewrite',
}
const CTRL: Partial<Record<string, Action>> = { ArrowDown: 'next', ArrowUp: 'previous', KeyK: 'search', Comma: 'settings' }
const CTRL_SHIFT: Partial<Record<string, Action>> = { KeyO: 'other-window', KeyD: 'side', KeyB: 'drafts', KeyY: 'questions', KeyK: 'check-reply', KeyL: 'translate', KeyE: 'knowledge', KeyA: 'autopilot', KeyX: 'order-action', KeyP: 'workflow-hold', KeyH: 'workflow-take', KeyS: 'cases', KeyT: 'team', KeyJ: 'ticket', KeyG: 'take-offer', KeyM: 'hand-back' }
const FREE: Partial<Record<string, Action>> = {
  j: 'next', k: 'previous', ArrowDown: 'next', ArrowUp: 'previous', r: 'compose', Enter: 'compose', '/': 'search', u: 'undo-autopilot', z: 'undo', '?': 'help', F1: 'help', Escape: 'queue', h: 'snooze', p: 'note', d: 'disposition', f: 'mark-order', l: 'teach', w: 'evidence', v: 'trace', o: 'take-offer',
}

/** The keys that come with the desk, as combos: `Alt+KeyE`, `Ctrl+Comma`, `j`. */
export const DEFAULT_KEYS: ReadonlyMap<string, Action> = new Map(
  ([['Alt+', ALT], ['Ctrl+', CTRL], ['Ctrl+Shift+', CTRL_SHIFT], ['', FREE]] as const).flatMap(([modifier, keys]) => Object.entries(keys).flatMap(([key, action]): [string, Action][] => (action ? [[modifier + key, action]] : []))),
)

/**
 * A key press as text: modifiers with the key's place, or the plain key as it is written. null: no key of ours, such as a
 * modifier alone, or AltGr, which comes as Ctrl and Alt together.
 */
export function comboOf(press: KeyPress): string | null {
  if (['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'Dead', 'Unidentified'].includes(press.key)) return null
  const command = press.ctrlKey || press.metaKey
  if (command && press.altKey) return null
  if (command || press.altKey) return `${command ? 'Ctrl' : 'Alt'}+${press.shiftKey ? 'Shift+' : ''}${press.code}`
  return press.key.length === 1 ? press.key.toLowerCase() : press.key
}

/** Works only while nobody types: a letter that would stand in a text. */
export const isPlain = (combo: string): boolean => !/\+.|^F\d+$/.test(combo)

/** The action of a key, or null. While an input method composes every key belongs to it. */
export function actionOf(press: KeyPress, place: FocusPlace, keys: ReadonlyMap<string, Action> = DEFAULT_KEYS): Action | null {
  if (press.isComposing || press.key === 'Process') return null
  const combo = comboOf(press)
  if (combo === null || (isPlain(combo) && place === 'typing')) return null
  if (combo === 'Enter' && place === 'control') return null
  return keys.get(combo) ?? null
}

/** A key that is held down goes on through the queue; anything else it does once, or it would settle one customer after the other. */
export const goesOn = (action: Action): boolean => action === 'next' || action === 'previous'

/** What the tooltips and the help sheet call the keys. */
export const KEYS: Record<Action | 'write' | 'send' | 'take' | 'sentence' | 'dismiss' | 'recall' | 'newline', string> = {
  next: 'J / ↓', previous: 'K / ↑', compose: 'Enter / R', write: 'Enter', queue: 'Esc', search: 'Ctrl K', resolve: 'Alt E', 'undo-autopilot': 'Alt U', undo: 'Alt Z',
  'take-offer': 'Ctrl Shift G / O', help: '? / F1', context: 'Alt I', copilot: 'Alt C', 'pause-autopilot': 'Alt P', settings: 'Ctrl ,', presence: 'Alt A', send: 'Ctrl Enter', take: 'Tab', sentence: '→', dismiss: 'Esc', recall: 'Ctrl Z', newline: 'Shift Enter',
  quote: 'Alt Q', 'recall-reply': 'Alt R', correct: 'Alt G', snooze: 'Alt M / H', 'snooze-tomorrow': 'Alt T', note: 'Alt N / P', disposition: 'Alt D / D', 'mark-order': 'Alt F / F', phrases: 'Alt /', 'other-window': 'Ctrl Shift O', side: 'Ctrl Shift D', teach: 'Alt L / L', evidence: 'Alt W / W', understanding: 'Alt Y', trace: 'Alt V / V', 'hand-over': 'Alt H', promises: 'Alt B', 'promise-drop': 'Alt O', drafts: 'Ctrl Shift B', suggestions: 'Alt S', questions: 'Ctrl Shift Y', rewrite: 'Alt .', 'check-reply': 'Ctrl Shift K', translate: 'Ctrl Shift L', knowledge: 'Ctrl Shift E', autopilot: 'Ctrl Shift A', 'order-action': 'Ctrl Shift X', 'workflow-hold': 'Ctrl Shift P', 'workflow-take': 'Ctrl Shift H', cases: 'Ctrl Shift S', team: 'Ctrl Shift T', ticket: 'Ctrl Shift J', 'hand-back': 'Ctrl Shift M',
}
