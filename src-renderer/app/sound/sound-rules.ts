import type { InboxRow, Settings } from '../../../src-shared/contract/desk.ts'
import type { Rows } from '../../bridge/patches.ts'

/** Shortest time between two sounds, in milliseconds. */
export const SOUND_EVERY_MS = 5000

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Is it night, by the clock of this machine? `from` is quiet, `to` no longer is; over midnight where `to` comes before `from`. */
export function isQuiet({ quiet, from, to }: Settings['sound'], now: Date): boolean {
  if (!quiet) return false
  const at = now.getHours() * 60 + now.getMinutes()
  const [start, end] = [minutes(from), minutes(to)]
  return start <= end ? at >= start && at < end : at >= start || at < end
}

/**
 * Did this customer begin to need a person by writing, by becoming angry, or by being offered to this desk? What the agent does (a reopen, an undo, a
 * held reply) brings no newer message of the customer and makes no sound.
 * @param before null: a conversation that was not known
 */
export function beginsToNeed(before: InboxRow | null, row: InboxRow): boolean {
  if (row.offer && !before?.offer) return true
  if (row.section !== 'needs-you' || row.lastBy !== 'customer') return false
  if (before === null) return true
  return row.lastSeq > before.lastSeq && (before.section !== 'needs-you' || (row.flagged && !before.flagged))
}

export interface SoundState {
  sound: Settings['sound']
  away: boolean
  /** Line up and nothing left to catch up: what comes now comes now. */
  live: boolean
  /** Conversation that the person looks at, in a window that has the focus. */
  looking: string | null
  now: Date
  /** Milliseconds since the last sound. */
  since: number
}

/** Who, among the rows that changed, is worth the sound now? */
export function worthASound(before: Rows, after: Rows, state: SoundState): boolean {
  if (!state.sound.enabled || state.away || !state.live || state.since < SOUND_EVERY_MS || isQuiet(state.sound, state.now)) return false
  for (const [id, row] of after) {
    const known = before.get(id) ?? null
    if (known !== row && id !== state.looking && beginsToNeed(known, row)) return true
  }
  return false
}
