import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { openEcomBench } from '../adapters/shops/ecom-bench.ts'
import type { ShopDesk } from '../adapters/shops/shop-port.ts'
import { openTauRetail } from '../adapters/shops/tau-retail.ts'
import { readJsonLines } from './json-lines.ts'
import { fixedTask, type Context, type RowHead, type Task } from './task.ts'

const Action = z.object({ name: z.string(), kwargs: z.record(z.string(), z.unknown()).optional(), arguments: z.record(z.string(), z.unknown()).optional() })
const Line = z.object({ actions: z.array(Action), gt_hash_canon: z.string() })

interface Sequences { readonly data: string; readonly split: string; readonly file: string; open(folder: string): ShopDesk }

const SETS: readonly Sequences[] = [
  { data: 'tau_bench_retail', split: 'dev', file: 'tasks_dev.jsonl', open: openTauRetail },
  { data: 'tau_bench_retail', split: 'train', file: 'tasks_train.jsonl', open: openTauRetail },
  { data: 'tau_bench_retail', split: 'test', file: 'tasks_test.jsonl', open: openTauRetail },
  { data: 'ecom_bench', split: 'even', file: 'tasks_even.jsonl', open: openEcomBench },
  { data: 'ecom_bench', split: 'odd', file: 'tasks_odd.jsonl', open: openEcomBench },
]

/** Share of a split's gold call sequences that end in the given state, and of refused calls that changed nothing. */
function measure({ data }: Context, set: Sequences): [number | null, number | null] {
  const lines = readJsonLines(data, path.join(set.data, set.file), Line)
  if (data === null || lines === null || !fs.existsSync(path.join(data, set.data))) return [null, null]
  const desk = set.open(path.join(data, set.data))
  let [same, refused, unchanged] = [0, 0, 0]
  for (const { actions, gt_hash_canon } of lines) {
    const session = desk.open()
    for (const { name, kwargs, arguments: given } of actions) {
      const before = session.hash()
      if (session.call({ name, kwargs: kwargs ?? given ?? {} }).ok) continue
      refused++
      if (session.hash() === before) unchanged++
    }
    if (session.hash() === gt_hash_canon) same++
  }
  return [same / lines.length, refused === 0 ? 1 : unchanged / refused]
}

const HEADS: readonly RowHead[] = SETS.flatMap(({ data, split }) => ['gold sequences that end in the given state', 'refused calls that change nothing'].map((figure) => (
  { task: 'conformance', data, split, figure, unit: 'share' as const, baseline: null, best: '', target: { atLeast: 1 } })))

/** The shops' tools against the gold sequences of the benchmarks. */
export const conformanceTask: Task = fixedTask('conformance', HEADS, (context) => SETS.flatMap((set) => measure(context, set)))
