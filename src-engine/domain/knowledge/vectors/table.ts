import { z } from 'zod'

/** First bytes of the file: our name for the format, and its version. */
const MAGIC = 'DMVECT1\n'
const Header = z.object({ rows: z.number().int().positive(), size: z.number().int().positive() })

/** Where the features of texts point: those that stand in like company point the same way. */
export interface VectorTable {
  /** Numbers a row. */
  size: number
  features: readonly string[]
  /** How much each feature says: its inverse document frequency in what was learned from. */
  weights: Float32Array
  /** A stored byte times its row's scale is the value; a row has length 1. */
  scales: Float32Array
  values: Int8Array
}

/** @throws Error with one sentence for a file that is none, damaged, or of a later version */
export function parseVectors(bytes: Uint8Array): VectorTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = (from: number, to: number): string => new TextDecoder().decode(bytes.subarray(from, to))
  const start = MAGIC.length + 8
  if (bytes.length < start || text(0, MAGIC.length) !== MAGIC) throw new Error('not a table of vectors of this version')
  const namesAt = start + view.getUint32(MAGIC.length, true)
  const numbersAt = namesAt + view.getUint32(MAGIC.length + 4, true)
  if (namesAt > bytes.length || numbersAt > bytes.length) throw new Error('the table of vectors is cut off')
  const { rows, size } = Header.parse(JSON.parse(text(start, namesAt)))
  if (bytes.length !== numbersAt + rows * (8 + size)) throw new Error('the table of vectors is cut off or too long')
  const floats = (from: number): Float32Array => Float32Array.from({ length: rows }, (_, row) => view.getFloat32(from + 4 * row, true))
  return {
    size, features: text(namesAt, numbersAt).split('\n'), weights: floats(numbersAt), scales: floats(numbersAt + 4 * rows),
    values: new Int8Array(bytes.buffer, bytes.byteOffset + numbersAt + 8 * rows, rows * size),
  }
}

export function writeVectors({ size, features, weights, scales, values }: VectorTable): Uint8Array {
  const encode = new TextEncoder()
  const [head, names] = [encode.encode(JSON.stringify({ rows: features.length, size })), encode.encode(features.join('\n'))]
  const start = MAGIC.length + 8
  const numbersAt = start + head.length + names.length
  const bytes = new Uint8Array(numbersAt + features.length * 8 + values.length)
  const view = new DataView(bytes.buffer)
  bytes.set(encode.encode(MAGIC))
  view.setUint32(MAGIC.length, head.length, true)
  view.setUint32(MAGIC.length + 4, names.length, true)
  bytes.set(head, start)
  bytes.set(names, start + head.length)
  features.forEach((_, row) => {
    view.setFloat32(numbersAt + 4 * row, weights[row] ?? 0, true)
    view.setFloat32(numbersAt + 4 * (features.length + row), scales[row] ?? 0, true)
  })
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.length), numbersAt + 8 * features.length)
  return bytes
}
