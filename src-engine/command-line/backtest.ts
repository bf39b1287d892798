import fs from 'node:fs'
import readline from 'node:readline'
import { HistoryConversation } from '../../src-shared/domain/history.ts'
import { Policy } from '../../src-shared/domain/policy.ts'
import { createBacktester } from '../backtester.ts'
import { backtestPage } from '../evaluation/backtest/page.ts'
import { fromCaller } from './lines.ts'
import { takeOption } from './options.ts'
import { workflowOf } from './workflow-of.ts'

const ZONE = 'Asia/Shanghai'
const BATCH = 200

/** @throws Error with one sentence, naming the field that is wrong */
function readPolicy(file: string): Policy {
  const parsed = Policy.safeParse(JSON.parse(fs.readFileSync(fromCaller(file), 'utf8')))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Error(`--policy ${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'no policy'}`)
}

/** The conversations of a file as `import` writes them; lines that are none are named on standard error. */
async function readConversations(file: string): Promise<{ batches: HistoryConversation[][]; bad: number }> {
  const batches: HistoryConversation[][] = []
  let [number, bad] = [0, 0]
  for await (const line of readline.createInterface({ input: fs.createReadStream(file), crlfDelay: Infinity })) {
    number++
    if (line.trim() === '') continue
    try {
      const one = HistoryConversation.parse(JSON.parse(line))
      const last = batches.at(-1)
      if (last && last.length < BATCH) last.push(one)
      else batches.push([one])
    } catch {
      bad++
      process.stderr.write(`${JSON.stringify({ line: number, error: 'not a conversation as import writes it' })}\n`)
    }
  }
  return { batches, bad }
}

/**
 * `backtest --policy FILE HISTORY.jsonl [--workflow FILE|ID] [--zone Z] [--out FILE] [--html FILE [--lang zh|en]]`: what the policy would have done, as
 * one JSON object, and as a page; with a workflow what that would have done under it, as one JSON object. The same files give the same report.
 * @param program the built thread
 * @returns 0 all well, 1 lines were left out
 * @throws Error with one sentence for wrong usage
 */
export async function runBacktest(args: readonly string[], program: URL): Promise<number> {
  const policy = takeOption(args, '--policy')
  const workflow = takeOption(policy.rest, '--workflow')
  const zone = takeOption(workflow.rest, '--zone')
  const out = takeOption(zone.rest, '--out')
  const html = takeOption(out.rest, '--html')
  const lang = takeOption(html.rest, '--lang')
  const [history, extra] = lang.rest
  if (policy.value === null) throw new Error('--policy FILE is missing')
  if (history === undefined || extra !== undefined || history.startsWith('--')) throw new Error('name one file of conversations, as import writes it')
  if (lang.value !== null && lang.value !== 'zh' && lang.value !== 'en') throw new Error('--lang is zh or en')
  if (workflow.value !== null && html.value !== null) throw new Error('--html shows a policy; leave it out with --workflow')
  const chosen = readPolicy(policy.value)
  const resources = new URL('../../resources', program).pathname
  const flow = workflow.value === null ? null : workflowOf(workflow.value, resources)
  const { batches, bad } = await readConversations(fromCaller(history))
  const backtester = createBacktester(program, resources, zone.value ?? ZONE)
  try {
    const began = performance.now()
    await backtester.read(batches, () => undefined)
    if (flow !== null) {
      const walked = `${JSON.stringify(await backtester.walk(flow, chosen))}\n`
      if (out.value === null) process.stdout.write(walked)
      else fs.writeFileSync(fromCaller(out.value), walked)
      return bad > 0 ? 1 : 0
    }
    const report = await backtester.judge(chosen)
    process.stderr.write(`backtest: ${report.conversations} conversations, ${report.total.moments} moments in ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
    const text = `${JSON.stringify(report)}\n`
    if (out.value === null) process.stdout.write(text)
    else fs.writeFileSync(fromCaller(out.value), text)
    if (html.value !== null) {
      const turns = new Map(batches.flat().map((one) => [one.id, one.turns]))
      fs.writeFileSync(fromCaller(html.value), backtestPage(report, (id) => turns.get(id) ?? [], { language: lang.value === 'en' ? 'en' : 'zh', policy: `${chosen.id} ${chosen.version}` }))
    }
  } finally {
    backtester.stop()
  }
  return bad > 0 ? 1 : 0
}
