import type { InboxRow } from '../../../src-shared/contract/desk.ts'
import { promiseTone } from './words.ts'

/** Does a promise of this seat's call for attention? @param now gateway time */
export const isAlarming = ({ promise }: Pick<InboxRow, 'promise'>, now: number): boolean => !!promise?.own && promiseTone(promise, now) !== 'calm'

/** Ids of the conversations whose promise calls, in one string: the same as long as they are the same. */
export function alarmingIds(rows: Iterable<InboxRow>, now: number): string {
  const ids: string[] = []
  for (const row of rows) if (isAlarming(row, now)) ids.push(row.id)
  return ids.join(' ')
}
