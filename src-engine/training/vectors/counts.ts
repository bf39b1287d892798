/** A sparse matrix by rows: of row r the columns `columns[i]` with `values[i]`, i from `starts[r]` to `starts[r + 1]`. */
export interface Sparse { rows: number; width: number; starts: Uint32Array; columns: Uint16Array; values: Float32Array }

export interface Company {
  features: string[]
  /** Inverse document frequency. */
  weights: Float32Array
  /** How much oftener two features share a line than by chance: positive pointwise mutual information. */
  matrix: Sparse
}

/** A feature in fewer lines than this is left out; neighbours that stand in fewer texts, too: they would be most of the table. */
const LEAST = { lines: 2, texts: 2 }
/** Two neighbouring words or characters. */
const NEIGHBOURS = /^(?:\p{Script=Han}{2}|\S+ \S+)$/u
/** The commonest features are the company that all are known by. */
const COMPANY = 3_500
/** Rare company counts less than its rarity would have it (Levy, Goldberg and Dagan 2015). */
const SMOOTHING = 0.75

/** Features of a line, doubles allowed, and the number of the text that it is part of. */
export interface CompanyLine { features: readonly string[]; text: number }

/** In what company each feature is found; ties in frequency go by name. */
export function countCompany(lines: readonly CompanyLine[]): Company {
  const distinct = lines.map(({ features }) => [...new Set(features)])
  const texts = (where: readonly number[]): number => new Set(where.map((at) => lines[at]?.text)).size
  const inLines = new Map<string, number[]>()
  distinct.forEach((line, at) => line.forEach((feature) => {
    const known = inLines.get(feature)
    if (known) known.push(at)
    else inLines.set(feature, [at])
  }))
  const kept = [...inLines].filter(([feature, where]) => where.length >= LEAST.lines && (!NEIGHBOURS.test(feature) || texts(where) >= LEAST.texts)).sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
  const width = Math.min(COMPANY, kept.length)
  const column = new Map(kept.slice(0, width).map(([feature], at) => [feature, at]))
  const columnsOf = distinct.map((line) => line.flatMap((feature) => column.get(feature) ?? []))
  const share = distinct.map((line) => 1 / Math.sqrt(line.length))
  const inColumn = new Float64Array(width)
  kept.forEach(([, where]) => where.forEach((at) => columnsOf[at]?.forEach((c) => { inColumn[c] = (inColumn[c] ?? 0) + (share[at] ?? 0) })))
  const smooth = inColumn.map((sum) => sum ** SMOOTHING)
  const all = smooth.reduce((sum, one) => sum + one, 0)
  return {
    features: kept.map(([feature]) => feature), weights: Float32Array.from(kept, ([, where]) => Math.log(lines.length / where.length)),
    matrix: toSparse(kept.map(([, where]) => where), { columnsOf, share, width, chance: smooth.map((one) => one / all) }),
  }
}

function toSparse(rows: readonly (readonly number[])[], { columnsOf, share, width, chance }: { columnsOf: readonly (readonly number[])[]; share: readonly number[]; width: number; chance: Float64Array }): Sparse {
  const [starts, columns, values] = [new Uint32Array(rows.length + 1), [] as number[], [] as number[]]
  const together = new Float64Array(width)
  rows.forEach((where, row) => {
    together.fill(0)
    let sum = 0
    for (const at of where) for (const c of columnsOf[at] ?? []) { together[c] = (together[c] ?? 0) + (share[at] ?? 0); sum += share[at] ?? 0 }
    for (let c = 0; c < width; c++) {
      const much = together[c] === 0 ? 0 : Math.log((together[c] ?? 0) / sum / (chance[c] ?? 1))
      if (much > 0) { columns.push(c); values.push(much) }
    }
    starts[row + 1] = columns.length
  })
  return { rows: rows.length, width, starts, columns: Uint16Array.from(columns), values: Float32Array.from(values) }
}
