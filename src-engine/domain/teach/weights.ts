import { z } from 'zod'
import { LAYERS, type Layer } from '../../../src-shared/domain/teaching.ts'
import type { Sparse } from './vectors.ts'

type Row = ReadonlyMap<number, number>
/** What was learned: for a layer and label, how much each feature speaks for it (in log-odds). Never changed in place. */
export type Weights = Readonly<Record<Layer, ReadonlyMap<string, Row>>>

export const NOTHING_LEARNED: Weights = { topic: new Map(), own: new Map(), act: new Map(), mark: new Map(), emotion: new Map() }

/** How much what was learned moves a label for a text, in log-odds. */
export function shiftOf(weights: Weights, layer: Layer, label: string, { keys, values }: Sparse): number {
  const row = weights[layer].get(label)
  if (!row) return 0
  let sum = 0
  for (let i = 0; i < keys.length; i++) sum += (row.get(keys[i] ?? 0) ?? 0) * (values[i] ?? 0)
  return sum
}

/** Moves a label for exactly this text by `by`, for others as far as they are like it. */
export function moved(weights: Weights, layer: Layer, label: string, { keys, values }: Sparse, by: number): Weights {
  if (by === 0) return weights
  const row = new Map(weights[layer].get(label))
  for (let i = 0; i < keys.length; i++) row.set(keys[i] ?? 0, (row.get(keys[i] ?? 0) ?? 0) + by * (values[i] ?? 0))
  return { ...weights, [layer]: new Map(weights[layer]).set(label, row) }
}

const Stored = z.object({ version: z.literal(1), rows: z.array(z.tuple([z.enum(LAYERS), z.string(), z.array(z.tuple([z.number(), z.number()]))])) })

export function writeWeights(weights: Weights): string {
  return JSON.stringify({ version: 1, rows: LAYERS.flatMap((layer) => [...weights[layer]].map(([label, row]) => [layer, label, [...row]])) })
}

/** null: not readable by this version; what it was made from is still there to learn again. */
export function parseWeights(stored: string): Weights | null {
  try {
    const { rows } = Stored.parse(JSON.parse(stored))
    const of = (layer: Layer) => new Map(rows.filter(([one]) => one === layer).map(([, label, row]) => [label, new Map(row)]))
    return { topic: of('topic'), own: of('own'), act: of('act'), mark: of('mark'), emotion: of('emotion') }
  } catch {
    return null
  }
}
