import fs from 'node:fs'
import path from 'node:path'
import type { Policy } from '../../../src-shared/domain/policy.ts'
import { openEcomBench } from '../../adapters/shops/ecom-bench.ts'
import type { ShopDesk } from '../../adapters/shops/shop-port.ts'
import type { State } from '../../adapters/shops/tau-retail-state.ts'
import { openTauRetail } from '../../adapters/shops/tau-retail.ts'
import { readPolicy } from '../../command-line/decide.ts'
import type { Records } from '../../domain/policy/records/index.ts'
import { readJsonLines } from '../json-lines.ts'
import type { Context, Row, Task } from '../task.ts'
import { isRight, type Ask } from './ask.ts'
import { EcomState, ecomAsks } from './ecom-asks.ts'
import { GoldTask, playGold, type GoldCall } from './gold.ts'
import { madeUpEcom, madeUpRetail } from './made-up-shops.ts'
import { retailAsks } from './retail-asks.ts'

/** Orders of a real state that requests are made of; every one of the made-up shops. */
const ORDERS = 100

interface Shop {
  readonly data: string
  readonly policy: string
  readonly tasks: ReadonlyArray<{ readonly split: string; readonly file: string }>
  /** Gold calls that the shop's own words forbid, and why; the policy keeps to the words. */
  readonly against: (call: GoldCall) => boolean
  readonly againstWhy: string
  open(folder: string): ShopDesk
  asks(records: Records): Ask[]
  madeUp(): Records
}

const SHOPS: readonly Shop[] = [
  {
    data: 'tau_bench_retail', policy: 'tau-retail', open: openTauRetail, against: () => false, againstWhy: '', madeUp: () => ({ ...madeUpRetail() }),
    tasks: [{ split: 'dev', file: 'tasks_dev.jsonl' }, { split: 'train', file: 'tasks_train.jsonl' }, { split: 'test', file: 'tasks_test.jsonl' }],
    // The adapter has read and checked the state.
    asks: (records) => retailAsks(records as unknown as State, ORDERS),
  },
  {
    data: 'ecom_bench', policy: 'ecom-bench', open: openEcomBench, madeUp: () => ({ ...madeUpEcom() }),
    tasks: [{ split: 'even', file: 'tasks_even.jsonl' }, { split: 'odd', file: 'tasks_odd.jsonl' }],
    against: ({ call, rules }) => call === 'register_cashback_by_review:返现' || (call === 'manage_return' && rules.includes('order-state')),
    againstWhy: 'not counted: cashback for a review, which no policy of ours pays, and returns of orders that were not signed for, which the shop\'s own words forbid',
    asks: (records) => ecomAsks(EcomState.parse(records), ORDERS),
  },
]

const row = (data: string, split: string, figure: string, right: number | null, of: number, note?: string): Row => ({
  task: 'forbidden', data, split, figure, unit: 'share', value: right === null ? null : of === 0 ? 1 : right / of, baseline: null, best: '', target: { atLeast: 1 }, ...(note === undefined ? {} : { note }),
})

/** Two rows: forbidden requests that are refused by the right rule, and permitted ones that are let through. */
function askRows(policy: Policy, data: string, split: string, records: Records, asks: readonly Ask[]): Row[] {
  return [['forbidden requests refused for the right reason', (ask: Ask) => ask.rule !== null] as const, ['permitted requests let through', (ask: Ask) => ask.rule === null] as const].map(([figure, isOf]) => {
    const of = asks.filter(isOf)
    return row(data, split, figure, of.filter((ask) => isRight(policy, records, ask)).length, of.length, `${of.length} requests`)
  })
}

function goldRow(shop: Shop, policy: Policy, data: string | null, { split, file }: Shop['tasks'][number]): Row {
  const figure = 'gold calls that the shop carries out, let through'
  const tasks = readJsonLines(data, path.join(shop.data, file), GoldTask)
  if (data === null || tasks === null) return row(shop.data, split, figure, null, 0, data === null ? 'needs --data DIR' : `${shop.data} (${split}) is not there`)
  const desk = shop.open(path.join(data, shop.data))
  const carriedOut = tasks.flatMap((task) => playGold(policy, desk, task)).filter(({ isDone }) => isDone)
  const permitted = carriedOut.filter((call) => !shop.against(call))
  const apart = carriedOut.length - permitted.length
  return row(shop.data, split, figure, permitted.filter(({ isAuto }) => isAuto).length, permitted.length, `${permitted.length} calls${apart === 0 ? '' : `; ${apart} ${shop.againstWhy}`}`)
}

function rowsOf(shop: Shop, project: string, { data }: Context): Row[] {
  const policy = readPolicy(path.join(project, 'resources', 'policies', `${shop.policy}.json`))
  const madeUp = shop.madeUp()
  const folder = data === null ? null : path.join(data, shop.data)
  const real = folder !== null && fs.existsSync(folder) ? shop.open(folder).open().records() : null
  return [
    ...askRows(policy, `made-up shop (${shop.policy})`, 'all', madeUp, shop.asks(madeUp)),
    ...(real === null ? [] : askRows(policy, shop.data, 'state', real, shop.asks(real))),
    ...shop.tasks.map((tasks) => goldRow(shop, policy, data, tasks)),
  ]
}

/** The words of both benchmark shops, held by policies: what they forbid is refused, what they permit is not. */
export const forbiddenTask = (project: string): Task => ({ name: 'forbidden', run: (context) => SHOPS.flatMap((shop) => rowsOf(shop, project, context)) })
