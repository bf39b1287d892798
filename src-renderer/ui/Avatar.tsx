import type { ReactNode } from 'react'

/** Muted hues so that two neighbours in the queue are not taken for one another. */
const HUES = 6

function hueOf(name: string): number {
  let sum = 0
  for (const point of name) sum = (sum * 31 + (point.codePointAt(0) ?? 0)) % 997
  return sum % HUES
}

/** The name's first letter; `mark` stands at its corner. Decorative: the name stands beside it. */
export function Avatar({ name, mark, size = 32 }: { name: string; mark?: ReactNode; size?: 24 | 32 | 40 }) {
  const initial = [...name.trim()][0]?.toUpperCase() ?? '?'
  return (
    <span className="avatar" data-hue={hueOf(name)} data-size={size} aria-hidden>
      {initial}
      {mark && <span className="avatar-mark">{mark}</span>}
    </span>
  )
}
