/** How a stored number is shown: `scale` 100 for fen as yuan, and 0.01 for a share of one as percent. */
export function shownNumber(value: unknown, scale: number): string {
  if (typeof value === 'number') return String(Number((value / scale).toFixed(6)))
  return typeof value === 'string' ? value : ''
}

/** What typed text is stored as: a number where it is one, nothing where it is empty, and otherwise the text, which the engine names as wrong. */
export function typedNumber(text: string, scale: number): number | string | undefined {
  const trimmed = text.trim().replace(/[０-９．]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
  if (trimmed === '') return undefined
  return /^-?\d*\.?\d+$|^-?\d+\.$/u.test(trimmed) ? Number((Number(trimmed) * scale).toFixed(6)) : text
}
