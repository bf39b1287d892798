/** A text made comparable, with the way back to where each part stood in the raw text. */
export interface Normalized {
  /** NFKC, lower case, Latin accents removed, traditional Han made simplified, white space and floods collapsed. */
  readonly text: string
  /** Raw text's length in Unicode code points. */
  readonly rawLength: number
  /** Raw code-point offset at which UTF-16 unit i of `text` begins. */
  readonly starts: readonly number[]
  /** Raw code-point offset (exclusive) at which UTF-16 unit i of `text` ends. */
  readonly ends: readonly number[]
}

/** Runs of more than this many equal marks or letters say nothing more; the flood rule needs eight. */
const LONGEST_RUN = 12
const LATIN_EXTRA: Readonly<Record<string, string>> = { đ: 'd', ı: 'i', ß: 'ss', ø: 'o', ł: 'l', œ: 'oe', æ: 'ae' }
const PUNCTUATION: Readonly<Record<string, string>> = {
  '。': '.', '、': ',', '“': '"', '”': '"', '‘': "'", '’': "'", '`': "'", '—': '-', '–': '-', '～': '~', '【': '[', '】': ']',
}
const INVISIBLE = /^[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u00ad]$/u
const COMBINING = /^\p{M}$/u
const LATIN_BASE = /^[a-z]/u

function foldCluster(cluster: string, simplified: ReadonlyMap<string, string>): string {
  if (INVISIBLE.test(cluster)) return ''
  const known = PUNCTUATION[cluster]
  if (known !== undefined) return known
  const compatible = cluster.normalize('NFKC').toLowerCase()
  const decomposed = compatible.normalize('NFKD')
  if (LATIN_BASE.test(decomposed)) return decomposed.replace(/\p{M}/gu, '')
  let out = ''
  for (const char of compatible) out += LATIN_EXTRA[char] ?? PUNCTUATION[char] ?? simplified.get(char) ?? char
  return out
}

/** Letters repeated for stress ("heyyy") fold to one; digits never do, and x and w carry meaning in runs ("xxl", "www"). */
const isStressable = (char: string): boolean => char >= 'a' && char <= 'z' && char !== 'x' && char !== 'w'

interface Builder { text: string; starts: number[]; ends: number[] }

function dropLast(built: Builder, count: number): void {
  built.text = built.text.slice(0, built.text.length - count)
  built.starts.length -= count
  built.ends.length -= count
}

/**
 * Folds a raw text for matching.
 * @param simplified map from a traditional Han character to the simplified one
 * @returns text plus, for each of its UTF-16 units, the raw span in code points; total and pure for any string
 */
export function normalize(raw: string, simplified: ReadonlyMap<string, string>): Normalized {
  const built: Builder = { text: '', starts: [], ends: [] }
  const points = Array.from(raw)
  let last = ''
  let run = 0
  for (let at = 0; at < points.length;) {
    let end = at + 1
    let cluster = points[at] ?? ''
    while (end < points.length && COMBINING.test(points[end] ?? '')) { cluster += points[end] ?? ''; end++ }
    const code = cluster.length === 1 ? cluster.charCodeAt(0) : 0x80
    const folded = code < 0x80 ? asciiFold(cluster, code) : foldCluster(cluster, simplified)
    for (const char of folded) {
      const piece = /^\s$/u.test(char) ? ' ' : char
      run = piece === last ? run + 1 : 1
      last = piece
      if (run > 1 && (piece === ' ' || (run > LONGEST_RUN && !(piece >= '0' && piece <= '9')))) {
        if (built.ends.length > 0) built.ends[built.ends.length - 1] = end
        continue
      }
      if (isStressable(piece) && run >= 3) {
        if (run === 3) dropLast(built, 1)
        built.ends[built.ends.length - 1] = end
        continue
      }
      built.text += piece
      for (let unit = 0; unit < piece.length; unit++) { built.starts.push(at); built.ends.push(end) }
    }
    at = end
  }
  return { text: built.text, rawLength: points.length, starts: built.starts, ends: built.ends }
}

function asciiFold(char: string, code: number): string {
  if (code >= 0x41 && code <= 0x5a) return String.fromCharCode(code + 32)
  if (code < 0x20 || code === 0x7f) return ' '
  return char === '`' ? "'" : char
}

/** Raw code-point span of the units [from, to) of the normalised text; an empty or outside range gives an empty span. */
export function rawSpan(text: Normalized, from: number, to: number): { start: number; end: number } {
  const start = text.starts[from] ?? text.rawLength
  const end = to > from ? text.ends[to - 1] ?? text.rawLength : start
  return { start, end: Math.max(start, end) }
}
