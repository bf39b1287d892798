import { DISPOSITIONS, type Disposition } from '../../../src-shared/domain/disposition.ts'
import { match, readingsOf, type ToPinyin } from '../../../src-shared/domain/match.ts'
import type { PaletteQuery } from './query.ts'

/** One character means too much. */
const LEAST = 2

/**
 * The ways to end that words name, in either language or by their sound: "refund", "退款" and "tuik" all find what was
 * refunded. @param namesOf what an end is called, in each language
 */
export function endsFor({ scope, words }: PaletteQuery, namesOf: (end: Disposition) => readonly string[], toPinyin: ToPinyin): Disposition[] {
  if (scope !== 'all' || [...words].length < LEAST) return []
  return DISPOSITIONS.filter((end) => namesOf(end).some((name) => match(name, readingsOf(name, toPinyin), words) !== null))
}
