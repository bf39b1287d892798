/** How well a short text (a name, a title, an action) answers what was typed. Pure: the sounds of Han characters come in. */

/** Turns a run of Han characters into their sounds: lower case, without tones, one a character. */
export type ToPinyin = (han: string) => readonly string[]

/** A stretch of text that is spoken as one: a Han character, or a word of another script. Offsets are code points. */
export interface Reading {
  start: number
  end: number
  sound: string
  han: boolean
}

export interface Match {
  /** 0..100; only the order counts. */
  score: number
  /** Code points, sorted, not overlapping. */
  spans: { start: number; end: number }[]
}

const SCORE = { whole: 100, begins: 90, word: 80, sound: 70, initials: 65, inside: 60, soundInside: 55, initialsInside: 50 } as const

const HAN = /\p{Script=Han}/u
const WORD = /[\p{L}\p{N}]/u

/** One character as it is compared: full-width forms and capitals are their plain ones. Keeps the count of characters. */
function foldPoint(point: string): string {
  const folded = point.normalize('NFKC').toLowerCase()
  return [...folded].length === 1 ? folded : point.toLowerCase()
}

/** A text as it is compared and stored for comparing. */
export const fold = (text: string): string => [...text].map(foldPoint).join('')

function runsOf(points: readonly string[]): { start: number; end: number; han: boolean }[] {
  const runs: { start: number; end: number; han: boolean }[] = []
  points.forEach((point, at) => {
    const han = HAN.test(point)
    if (!han && !WORD.test(point)) return
    const last = runs.at(-1)
    if (last && last.end === at && last.han === han) last.end = at + 1
    else runs.push({ start: at, end: at + 1, han })
  })
  return runs
}

export function readingsOf(text: string, toPinyin: ToPinyin): Reading[] {
  const points = [...text]
  return runsOf(points).flatMap(({ start, end, han }): Reading[] => {
    const run = points.slice(start, end).join('')
    if (!han) return [{ start, end, sound: fold(run), han }]
    const sounds = toPinyin(run)
    return points.slice(start, end).map((point, n) => ({ start: start + n, end: start + n + 1, sound: sounds[n] ?? point, han }))
  })
}

/** All sounds on end (`chenjing`), and their first letters (`cj`): what a database can look through. */
export function soundsOf(readings: readonly Reading[]): { sounds: string; initials: string } {
  if (!readings.some((r) => r.han)) return { sounds: '', initials: '' }
  return { sounds: readings.map((r) => r.sound).join(''), initials: readings.map((r) => [...r.sound][0] ?? '').join('') }
}

function literal(points: readonly string[], wanted: readonly string[]): Match | null {
  const spans: Match['spans'] = []
  for (let i = 0; i + wanted.length <= points.length; i++) {
    if (wanted.every((point, k) => points[i + k] === point)) spans.push({ start: i, end: i + wanted.length })
  }
  const first = spans[0]
  if (!first) return null
  const atWord = spans.some(({ start }) => !WORD.test(points[start - 1] ?? ' '))
  const score = first.start > 0 ? (atWord ? SCORE.word : SCORE.inside) : wanted.length === points.length ? SCORE.whole : SCORE.begins
  return { score, spans: spans.filter((s, n) => n === 0 || s.start >= (spans[n - 1]?.end ?? 0)) }
}

/** How many readings from `from` on the word covers: by whole sounds, the last one maybe begun; 0: it does not fit. */
function coveredBySound(readings: readonly Reading[], from: number, word: string): number {
  let rest = word
  for (let at = from; at < readings.length; at++) {
    const { sound } = readings[at] as Reading
    if (sound.startsWith(rest)) return at - from + 1
    if (!rest.startsWith(sound)) return 0
    rest = rest.slice(sound.length)
  }
  return 0
}

function coveredByInitials(readings: readonly Reading[], from: number, word: string): number {
  const letters = [...word]
  return letters.every((letter, n) => readings[from + n]?.sound.startsWith(letter)) ? letters.length : 0
}

function spoken(readings: readonly Reading[], word: string): Match | null {
  if (!/^[a-z0-9]+$/.test(word)) return null
  for (const [covered, first, inside] of [[coveredBySound, SCORE.sound, SCORE.soundInside], [coveredByInitials, SCORE.initials, SCORE.initialsInside]] as const) {
    for (let from = 0; from < readings.length; from++) {
      const hit = readings.slice(from, from + covered(readings, from, word))
      const [start, end] = [hit[0], hit.at(-1)]
      if (start && end && hit.some((r) => r.han)) return { score: from === 0 ? first : inside, spans: [{ start: start.start, end: end.end }] }
    }
  }
  return null
}

/**
 * Every word of the query must be found, as written or by the sound of Han characters (`chenjing`, `cj`). The weakest
 * word decides the score.
 * @returns null when a word is missing, or nothing was asked
 */
export function match(text: string, readings: readonly Reading[], query: string): Match | null {
  const points = [...text].map(foldPoint)
  const whole = fold(query).trim()
  if (whole === '') return null
  const atOnce = literal(points, [...whole])
  if (atOnce) return atOnce
  const found = whole.split(/\s+/).map((word) => literal(points, [...word]) ?? spoken(readings, word))
  if (found.some((hit) => hit === null)) return null
  const hits = found as Match[]
  return { score: Math.min(...hits.map((hit) => hit.score)), spans: merged(hits.flatMap((hit) => hit.spans)) }
}

function merged(spans: Match['spans']): Match['spans'] {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  const whole: Match['spans'] = []
  for (const span of sorted) {
    const last = whole.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else whole.push({ ...span })
  }
  return whole
}

/** The spans of a number's digits that were typed, wherever spaces or dashes stand; the whole number where none fits. */
export function numberSpans(number: string, typed: string): Match['spans'] {
  const at = plainNumber(number).indexOf(plainNumber(typed))
  if (at < 0) return []
  const places = [...number].flatMap((point, n) => (/[\p{L}\p{N}]/u.test(point) ? [n] : []))
  const start = places[at]
  const end = places[at + [...plainNumber(typed)].length - 1]
  return start === undefined || end === undefined ? [] : [{ start, end: end + 1 }]
}

/** A number as people compare it: capitals and digits alone. */
export const plainNumber = (text: string): string => fold(text).toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Fewest characters of a number that are looked for, from its beginning or its end. */
export const NUMBER_MIN = 4

/** The number that a query asks for: four or more letters and digits without Han, with a digit among them; else null. */
export function numberAsked(query: string): string | null {
  const plain = plainNumber(query)
  return plain.length >= NUMBER_MIN && /^[A-Z0-9]+$/.test(plain) && /\d/.test(plain) ? plain : null
}
