export interface Window { from: number; to: number }

/** Cuts a time (milliseconds, from < to) into pieces no longer than `span`, oldest first, without a gap. */
export function windowsOf(from: number, to: number, span: number): Window[] {
  const cut: Window[] = []
  for (let start = from; start < to; start += span) cut.push({ from: start, to: Math.min(start + span, to) })
  return cut
}
