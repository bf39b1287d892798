import { z } from 'zod'
import { hash } from './hash.ts'
import { plain, wordsOf } from './text.ts'

/** First bytes of the table: our name for the format, and its version. */
export const MAGIC = 'DMMEAN1\n'

export const Header = z.object({
  /** Rows of words, of hashed neighbours, and of hashed pieces of unknown words, in this order. */
  words: z.number().int().positive(),
  neighbours: z.number().int().positive(),
  pieces: z.number().int().positive(),
  /** Signed bytes a row. */
  size: z.number().int().positive(),
})
export type Header = z.infer<typeof Header>

/** What English words mean, as directions: texts that say the same in other words point the same way. */
export interface MeaningTable {
  header: Header
  words: readonly string[]
  /** A stored byte times its row's scale is the value. */
  scales: Float32Array
  values: Int8Array
}

export interface Meaning {
  size: number
  /** Which table it is: a model that was learned with one says nothing with another. */
  fingerprint: number
  /** Direction of a text, length 1; null where too few of its words are known, as in other languages. */
  of(text: string): Float32Array | null
}

const NEIGHBOURS = 5
const PIECE = 9
const PIECE_LENGTH = 4
/** Below this share of known words a text is taken for another language. */
const KNOWN_SHARE = 0.6

/** Rows of the table that a text is the sum of, and which share of its words (numbers aside) the table knows. */
export function rowsOf(text: string, places: ReadonlyMap<string, number>, { words, neighbours, pieces }: Pick<Header, 'words' | 'neighbours' | 'pieces'>): { rows: number[]; known: number } {
  const rows: number[] = []
  const told = wordsOf(plain(text))
  let known = 0
  let counted = 0
  for (const [at, word] of told.entries()) {
    const place = places.get(word)
    if (place !== undefined) rows.push(place)
    else for (let i = 0, padded = `_${word}_`; i + PIECE_LENGTH <= padded.length; i++) rows.push(words + neighbours + (hash(PIECE, padded.slice(i, i + PIECE_LENGTH)) % pieces))
    const next = told[at + 1]
    if (next !== undefined) rows.push(words + (hash(NEIGHBOURS, `${word} ${next}`) % neighbours))
    if (/^\d+$/.test(word)) continue
    counted++
    if (place !== undefined) known++
  }
  return { rows, known: counted === 0 ? 0 : known / counted }
}

export function createMeaning({ header, words, scales, values }: MeaningTable, fingerprint: number): Meaning {
  const places = new Map(words.map((word, place) => [word, place]))
  const { size } = header
  return {
    size, fingerprint,
    of(text) {
      const { rows, known } = rowsOf(text, places, header)
      if (known < KNOWN_SHARE) return null
      const sum = new Float32Array(size)
      for (const row of rows) {
        const scale = scales[row] ?? 0
        for (let k = 0, at = row * size; k < size; k++, at++) sum[k] = (sum[k] ?? 0) + (values[at] ?? 0) * scale
      }
      let square = 0
      for (const value of sum) square += value * value
      if (square === 0) return null
      const length = Math.sqrt(square)
      for (let k = 0; k < size; k++) sum[k] = (sum[k] ?? 0) / length
      return sum
    },
  }
}

/** 32-bit FNV-1a of the whole file. */
function fingerprintOf(bytes: Uint8Array): number {
  let h = 0x811c9dc5
  for (const byte of bytes) h = Math.imul(h ^ byte, 0x01000193)
  return h >>> 0
}

/** @throws Error with one sentence for a file that is none, damaged, or of a later version. */
export function parseMeaning(bytes: Uint8Array): Meaning {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = (from: number, to: number): string => new TextDecoder().decode(bytes.subarray(from, to))
  const start = MAGIC.length + 8
  if (bytes.length < start || text(0, MAGIC.length) !== MAGIC) throw new Error('not a table of meanings of this version')
  const wordsAt = start + view.getUint32(MAGIC.length, true)
  const scalesAt = wordsAt + view.getUint32(MAGIC.length + 4, true)
  const header = Header.parse(JSON.parse(text(start, wordsAt)))
  const rows = header.words + header.neighbours + header.pieces
  if (bytes.length !== scalesAt + rows * (4 + header.size)) throw new Error('the table of meanings is cut off or too long')
  const scales = Float32Array.from({ length: rows }, (_, row) => view.getFloat32(scalesAt + 4 * row, true))
  const values = new Int8Array(bytes.buffer, bytes.byteOffset + scalesAt + 4 * rows, rows * header.size)
  return createMeaning({ header, words: text(wordsAt, scalesAt).split('\n'), scales, values }, fingerprintOf(bytes))
}

export function writeMeaning({ header, words, scales, values }: MeaningTable): Uint8Array {
  const [head, list] = [new TextEncoder().encode(JSON.stringify(header)), new TextEncoder().encode(words.join('\n'))]
  const start = MAGIC.length + 8
  const scalesAt = start + head.length + list.length
  const bytes = new Uint8Array(scalesAt + 4 * scales.length + values.length)
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode(MAGIC))
  view.setUint32(MAGIC.length, head.length, true)
  view.setUint32(MAGIC.length + 4, list.length, true)
  bytes.set(head, start)
  bytes.set(list, start + head.length)
  for (const [row, scale] of scales.entries()) view.setFloat32(scalesAt + 4 * row, scale, true)
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.length), scalesAt + 4 * scales.length)
  return bytes
}
