/** What one measure saw: pairs of runs made in turn, the baseline first. Both lists are equally long. */
export interface Samples {
  baseline: readonly number[]
  measured: readonly number[]
}

/** How the two are compared: how many times the baseline, or how much more than it. */
export type Comparison = 'ratio' | 'difference'

export interface Spread {
  median: number
  min: number
  max: number
}

/** The middle value; of an even number of them the mean of the two in the middle. @throws RangeError without values */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  if (upper === undefined || lower === undefined) throw new RangeError('no values')
  return (lower + upper) / 2
}

/** The value that so large a share (0..1) of them does not exceed. @throws RangeError without values */
export function quantile(values: readonly number[], share: number): number {
  const value = [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)]
  if (value === undefined) throw new RangeError('no values')
  return value
}

export function spread(values: readonly number[]): Spread {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) }
}

/**
 * The figure of a measure: the medians compared. Its range is that of the single pairs, since what disturbs a machine
 * disturbs both runs of a pair. @throws RangeError when the lists are empty or differ in length
 */
export function compare({ baseline, measured }: Samples, how: Comparison): Spread {
  if (baseline.length !== measured.length) throw new RangeError('a run without its baseline')
  const of = (m: number, b: number): number => (how === 'ratio' ? m / b : m - b)
  const pairs = spread(measured.map((value, at) => of(value, baseline[at] ?? Number.NaN)))
  return { ...pairs, median: of(median(measured), median(baseline)) }
}

/** Runs baseline and measured in turn: `warmUps` pairs that do not count, then `runs` that do. */
export async function interleave(runs: number, warmUps: number, baseline: () => Promise<number> | number, measured: () => Promise<number> | number): Promise<Samples> {
  const samples = { baseline: [] as number[], measured: [] as number[] }
  for (let run = -warmUps; run < runs; run++) {
    const pair = [await baseline(), await measured()] as const
    if (run < 0) continue
    samples.baseline.push(pair[0])
    samples.measured.push(pair[1])
  }
  return samples
}
