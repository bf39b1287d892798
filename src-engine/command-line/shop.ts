import { z } from 'zod'
import { openEcomBench } from '../adapters/shops/ecom-bench.ts'
import { openTauRetail } from '../adapters/shops/tau-retail.ts'
import type { ShopDesk } from '../adapters/shops/shop-port.ts'
import { fromCaller, lineOptions, type LineOptions, type LineWork } from './lines.ts'
import { takeOption } from './options.ts'

const FORMATS: Readonly<Record<string, (folder: string) => ShopDesk>> = { 'tau-retail': openTauRetail, 'ecom-bench': openEcomBench }
const ShopLine = z.object({ id: z.string(), calls: z.array(z.object({ name: z.string(), kwargs: z.record(z.string(), z.unknown()).nullish() })) })

/** `deskmate shop`: plays each line's calls against a shop in its initial state and answers what became of it. */
export function openShop(args: readonly string[]): { options: LineOptions; work: LineWork } {
  const format = takeOption(args, '--format')
  const db = takeOption(format.rest, '--db')
  const options = lineOptions(db.rest)
  const read = FORMATS[format.value ?? '']
  if (read === undefined) throw new Error(`--format is one of ${Object.keys(FORMATS).join(', ')}`)
  if (db.value === null) throw new Error('--db DIR is missing')
  const desk = read(fromCaller(db.value))
  return {
    options,
    work: (line) => {
      const { id, calls } = ShopLine.parse(line)
      const session = desk.open()
      return { id, results: calls.map(({ name, kwargs }) => session.call({ name, kwargs: kwargs ?? {} })), hash: session.hash() }
    },
  }
}
