import type { FieldHandle } from '../GhostField.tsx'
import type { Placed } from './place.ts'

/** A finding in the field's own count: UTF-16 code units. */
export interface FieldMark {
  from: number
  to: number
  placed: Placed
}

export function fieldMarks(text: string, placed: readonly Placed[]): FieldMark[] {
  const points = [...text]
  const units = (count: number) => points.slice(0, count).join('').length
  return placed.filter((p) => p.end <= points.length).map((p) => ({ from: units(p.start), to: units(p.end), placed: p }))
}

/** The mark at the caret, or that the selection touches. */
export function markAt(marks: readonly FieldMark[], from: number, to: number): FieldMark | null {
  return marks.find((m) => m.from <= to && from <= m.to) ?? null
}

/**
 * The key that corrects. With a mark selected that has an expected value: puts the value in, as if typed. Otherwise selects
 * the next mark after the caret, from the end on again the first. @returns false when nothing is marked
 */
export function correct(field: Pick<FieldHandle, 'selection' | 'select' | 'put' | 'focus'>, marks: readonly FieldMark[]): boolean {
  const [from, to] = field.selection()
  const now = marks.find((m) => m.from === from && m.to === to)
  const expected = now?.placed.finding.expected
  field.focus()
  if (now && expected !== undefined) {
    field.select(now.from, now.to)
    field.put(expected)
    return true
  }
  const next = marks.find((m) => m !== now && m.from >= from) ?? marks[0]
  if (!next) return false
  field.select(next.from, next.to)
  return true
}
