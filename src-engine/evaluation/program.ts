import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { openResources, type Resources } from '../adapters/resources.ts'
import { fromCaller } from '../command-line/lines.ts'
import { takeOption } from '../command-line/options.ts'
import { createHead, createLeaning } from '../domain/feeling/head.ts'
import { createTriage, parseLexicon } from '../domain/triage/index.ts'
import { loadDrafting } from '../drafting-files.ts'
import { openSenses } from '../knowledge-files.ts'
import { openTriage } from '../open-triage.ts'
import { evaluationDocument } from './document.ts'
import { notesOf, textTable } from './table.ts'
import type { Context, Row, Task, Triage } from './task.ts'
import { tasksOf } from './tasks.ts'
import type { Opening } from './speed.ts'

/** The project's folder, two above `out/engine` and `src-engine/evaluation` alike. */
const ROOT = new URL('../../', import.meta.url).pathname
const Conversations = z.array(z.object({ steps: z.array(z.object({ text: z.string().optional() })) }))

/** Opens triage as the engine does. @returns also what that took */
function open(resources: Resources): { triage: Triage; opening: Opening } {
  const before = process.memoryUsage().rss
  const began = performance.now()
  const triage = openTriage(resources)
  return { triage, opening: { ms: performance.now() - began, megabytes: (process.memoryUsage().rss - before) / 2 ** 20 } }
}

function contextOf(data: string | null, triage: Triage, rules: Triage, heads: Pick<Context, 'offensive' | 'angry'>): Context {
  return { data, corpus: path.join(ROOT, 'corpus'), triage, rules, ...heads }
}

async function measure(tasks: readonly Task[], context: Context): Promise<Row[]> {
  const rows: Row[] = []
  for (const task of tasks) {
    process.stderr.write(`eval: ${task.name} …\n`)
    rows.push(...await task.run(context))
  }
  return rows
}

/** The commit that lies here, with a plus where files are changed; "unknown" outside a repository. */
function commit(): string {
  const git = (...args: string[]): string => execFileSync('git', ['-C', ROOT, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  try {
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') === '' ? '' : '+'}`
  } catch {
    return 'unknown'
  }
}

/**
 * `npm run eval [-- --data DIR] [--only NAME,...] [--json FILE] [--write]`: one table of what was measured, what others reach
 * and what is aimed at. `--write` puts it into docs/evaluation.md.
 * @returns 0 measured, 2 wrong usage
 */
async function main(args: readonly string[]): Promise<number> {
  const data = takeOption(args.filter((arg) => arg !== '--write'), '--data')
  const only = takeOption(data.rest, '--only')
  const json = takeOption(only.rest, '--json')
  const resources = openResources(path.join(ROOT, 'resources'))
  const { triage, opening } = open(resources)
  const lexicon = parseLexicon(resources.json('triage', 'lexicon.json'))
  const messages = Conversations.parse(resources.json('demo-shop', 'conversations.json')).flatMap(({ steps }) => steps.flatMap(({ text }) => text ?? []))
  const tasks = tasksOf({ lexicon, messages, opening, packs: loadDrafting(resources).rules, project: ROOT, senses: openSenses(resources) })
  const names = only.value?.split(',') ?? tasks.map(({ name }) => name)
  const unknown = json.rest[0] ?? names.find((name) => !tasks.some((task) => task.name === name))
  const head = (file: string): ((text: string) => number) => createLeaning(createHead(resources.bytes('models', file)), lexicon)
  const heads = { offensive: head('abuse.bin'), angry: head('feeling-en.bin') }
  const isWriting = args.includes('--write')
  if (unknown !== undefined || (isWriting && (only.value !== null || data.value === null))) {
    const reason = unknown === undefined ? '--write needs --data and all tasks' : `unknown argument ${unknown}`
    process.stderr.write(`eval: ${reason}; usage: npm run eval -- [--data DIR] [--only ${tasks.map(({ name }) => name).join(',')}] [--json FILE] [--write]\n`)
    return 2
  }
  const rows = await measure(tasks.filter(({ name }) => names.includes(name)), contextOf(data.value === null ? null : fromCaller(data.value), triage, createTriage(lexicon), heads))
  process.stdout.write(`${textTable(rows)}${notesOf(rows).map((note) => `\n${note}`).join('')}\n`)
  if (json.value !== null) fs.writeFileSync(fromCaller(json.value), `${JSON.stringify(rows, null, 2)}\n`)
  if (isWriting) fs.writeFileSync(path.join(ROOT, 'docs', 'evaluation.md'), evaluationDocument(rows, { day: new Date().toISOString().slice(0, 10), commit: commit() }))
  return 0
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (thrown) {
  process.stderr.write(`eval: ${thrown instanceof Error ? thrown.message : 'failed'}\n`)
  process.exitCode = 2
}
