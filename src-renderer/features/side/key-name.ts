import type { KeyPress } from '../../app/keymap.ts'

const MODIFIERS = ['ctrlKey', 'metaKey', 'altKey', 'shiftKey'] as const
const NAMES = { ctrlKey: 'Control', metaKey: 'Super', altKey: 'Alt', shiftKey: 'Shift' } as const
/** Fewest modifiers: with one alone the key would be lost to every other program. */
const LEAST = 2

/**
 * A key press as Electron's accelerator, such as `Control+Alt+D`. `weak`: too plain for a key that works everywhere; null:
 * a modifier alone, or a key that is none.
 */
export function acceleratorOf(press: KeyPress): string | 'weak' | null {
  if (press.isComposing || press.key === 'Process') return null
  const plain = /^(?:Key([A-Z])|Digit(\d)|(F\d{1,2})|(Space))$/.exec(press.code)
  const key = plain && (plain[1] ?? plain[2] ?? plain[3] ?? plain[4])
  if (!key) return ['Control', 'Alt', 'Shift', 'Meta', 'AltGraph'].includes(press.key) ? null : 'weak'
  const held = MODIFIERS.filter((modifier) => press[modifier]).map((modifier) => NAMES[modifier])
  return held.length < LEAST ? 'weak' : [...held, key].join('+')
}

/** The accelerator as people read it: `Ctrl Alt D`, on a Mac `⌘ ⌥ D`. */
export function keyName(accelerator: string, isMac: boolean): string {
  const names: Record<string, string> = isMac
    ? { CommandOrControl: '⌘', Control: '⌃', Super: '⌘', Alt: '⌥', Shift: '⇧' }
    : { CommandOrControl: 'Ctrl', Control: 'Ctrl', Super: 'Win' }
  return accelerator.split('+').map((part) => names[part] ?? part).join(' ')
}

export const isMac = (): boolean => navigator.platform.startsWith('Mac')
