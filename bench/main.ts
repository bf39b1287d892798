import fs from 'node:fs'
import path from 'node:path'
import budgetsJson from './budgets.json'
import { Budgets, keeps } from './budgets.ts'
import { ROOT } from './desk/places.ts'
import type { Measure } from './measure.ts'
import { MEASURES } from './measures.ts'
import { table, type Result } from './report/table.ts'
import { compare, spread } from './stats.ts'

const USAGE = `npm run bench -- [--check] [--data DIR] [${MEASURES.map(({ name }) => name).join('|')} ...]`

async function resultOf(measure: Measure, budgets: Budgets): Promise<Result> {
  const budget = budgets[measure.name]
  if (!budget) throw new Error(`budgets.json has no budget for ${measure.name}`)
  process.stderr.write(`bench: ${measure.name} …\n`)
  const { baseline, measured, notes } = await measure.run()
  const figure = compare({ baseline, measured }, measure.compare)
  const { run: _run, lacks: _lacks, ...described } = measure
  return { measure: described, baseline: spread(baseline), measured: spread(measured), figure, budget, kept: keeps(figure, budget), notes }
}

function save(results: readonly Result[]): string {
  const folder = path.join(ROOT, 'out', 'bench')
  const at = new Date().toISOString()
  const file = path.join(folder, `results-${at.replaceAll(/[:.]/g, '-')}.json`)
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(file, `${JSON.stringify({ at, platform: process.platform, node: process.version, results }, null, 2)}\n`)
  return file
}

/** @returns the exit status: 1 when a budget is broken and `--check` was given, 2 for wrong usage */
async function main(args: readonly string[]): Promise<number> {
  const names = args.filter((arg, at) => arg !== '--check' && arg !== '--data' && args[at - 1] !== '--data')
  const unknown = names.find((name) => !MEASURES.some((measure) => measure.name === name))
  if (unknown !== undefined) {
    process.stderr.write(`bench: unknown argument ${unknown}; usage: ${USAGE}\n`)
    return 2
  }
  const budgets = Budgets.parse(budgetsJson)
  const results: Result[] = []
  for (const measure of MEASURES) {
    if (names.length > 0 && !names.includes(measure.name)) continue
    const lacking = measure.lacks?.() ?? null
    if (lacking === null) results.push(await resultOf(measure, budgets))
    else process.stderr.write(`bench: ${measure.name} is left out, it needs ${lacking}\n`)
  }
  const file = save(results)
  process.stdout.write(`${table(results)}\n${path.relative(ROOT, file)}\n`)
  return args.includes('--check') && results.some(({ kept }) => !kept) ? 1 : 0
}

process.exit(await main(process.argv.slice(2)))
