import type { Trace } from './engine-process.ts'

/** One line for the terminal: what happened, in which conversation (the end of its id; the start is only the time). */
export function traceLine({ event, conversationId, detail }: Trace): string {
  const where = conversationId === null ? '--------' : conversationId.slice(-8)
  // Codes and numbers are printable ASCII: whatever else slipped in is not shown.
  const shown = detail.replace(/[^\x20-\x7e]+/g, '?').slice(0, 160)
  return `${event.padEnd(10)} ${where} ${shown}`.trimEnd()
}
