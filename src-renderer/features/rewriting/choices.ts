import { STYLES, type Style } from '../../../src-shared/domain/styles.ts'

export type Choice = Style | 'expand' | 'translate' | 'check'

/** Lines of the menu, in the order of their digits. */
export const CHOICES: readonly Choice[] = [...STYLES, 'expand', 'translate', 'check']

/** Without an endpoint this cannot be done here. */
export const needsModel = (choice: Choice): boolean => choice === 'translate'

/** What a key does in the menu: a line, or a step to the next one. null: the key is not the menu's. */
export function menuKey(key: string, chosen: number): { take: number } | { point: number } | null {
  const digit = /^[1-9]$/.test(key) ? Number(key) - 1 : -1
  if (digit >= 0 && digit < CHOICES.length) return { take: digit }
  if (key === 'Enter') return { take: chosen }
  const step = { ArrowDown: 1, ArrowUp: -1 }[key]
  return step === undefined ? null : { point: (chosen + step + CHOICES.length) % CHOICES.length }
}
