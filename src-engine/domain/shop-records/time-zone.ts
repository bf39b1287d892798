/** Zones whose offset is no whole hour, by that offset. */
const ODD: Readonly<Record<string, string>> = { '+05:30': 'Asia/Kolkata', '+05:45': 'Asia/Kathmandu', '+03:30': 'Asia/Tehran', '+06:30': 'Asia/Yangon', '+09:30': 'Australia/Darwin' }

/** An IANA zone that keeps the offset of an ISO time all year, such as `Etc/GMT-8` for `+08:00`; null where the text has none. */
export function zoneOf(time: string): string | null {
  const match = /T\d{2}:?\d{2}.*?(Z|([+-])(\d{2}):?(\d{2}))$/i.exec(time)
  if (!match) return null
  const [, whole = '', sign = '+', hours = '0', minutes = '00'] = match
  if (whole.toUpperCase() === 'Z' || Number(hours) === 0) return 'UTC'
  return minutes === '00' ? `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}` : (ODD[`${sign}${hours}:${minutes}`] ?? null)
}

/** The offset of the first time in the records that has one. */
export function zoneIn(value: unknown): string | null {
  if (typeof value === 'string') return value.length < 40 ? zoneOf(value) : null
  if (typeof value !== 'object' || value === null) return null
  for (const inner of Object.values(value)) {
    const zone = zoneIn(inner)
    if (zone !== null) return zone
  }
  return null
}

export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}
