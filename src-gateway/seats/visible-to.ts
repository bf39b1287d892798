import type { LogEvent, ReceivedChange } from '../../src-shared/wire/protocol.ts'

/** A change as one seat may see it: of what others whisper only its place in the log is left. */
export function visibleTo(seatId: string, change: ReceivedChange): ReceivedChange {
  if (change.type !== 'note' || change.note.whisper === undefined) return change
  return change.note.author.id === seatId || change.note.whisper.id === seatId ? change : { type: 'unknown' }
}

export const eventsFor = (seatId: string, events: readonly LogEvent[]): LogEvent[] => events.map((event) => ({ ...event, change: visibleTo(seatId, event.change) }))
