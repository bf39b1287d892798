const MINUTE = 60_000

/** What a `datetime-local` field shows for an instant, by the clock of a place: `2026-11-11T00:00`. @param zone IANA; undefined: this machine's */
export function toWallInput(at: number, zone: string | undefined): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at).replace(' ', 'T')
}

/** The instant that such a field means; null: it is empty or none. */
export function fromWallInput(text: string, zone: string | undefined): number | null {
  const wanted = Date.parse(`${text}Z`)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) || Number.isNaN(wanted)) return null
  const offset = (at: number): number => Date.parse(`${toWallInput(at, zone)}Z`) - Math.floor(at / MINUTE) * MINUTE
  // Twice: the first guess may stand on the other side of a change of the clocks.
  const at = wanted - offset(wanted - offset(wanted))
  return at >= 0 ? at : null
}
