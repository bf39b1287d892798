import fs from 'node:fs'
import { feelingReport, type FeelingReport } from '../domain/evaluation/feeling-report.ts'
import { labelReport, type LabelReport } from '../domain/evaluation/label-report.ts'
import { quantile } from '../domain/evaluation/quantile.ts'
import type { Told } from '../domain/evaluation/told.ts'
import { reportPage } from '../evaluation/page/index.ts'
import { openTriage } from '../open-triage.ts'
import { openClassifier, resources } from './commands.ts'
import { judgeByModel, judgeByTriage, judgeFeeling, LabelMap, unknownLabels } from './evaluate-judges.ts'
import { readEvaluation, type BadLine, type EvaluationFile, type LabelLine } from './evaluate-lines.ts'
import { fromCaller } from './lines.ts'
import { takeOption } from './options.ts'

type Report = (LabelReport | FeelingReport) & {
  /** What judged: our triage or a learned classifier. */
  by: 'triage' | 'model'
  /** Lines that could not be read, and are not counted. */
  badLines: BadLine[]
  /** Labels of the file that triage can never tell; empty for a model. */
  unknownLabels: string[]
}

const OPTIONS = ['--in', '--out', '--model', '--reject', '--map', '--html', '--lang'] as const
type Options = Record<(typeof OPTIONS)[number], string | null>

/** @throws Error with one sentence for wrong usage */
function read(args: readonly string[]): Options {
  let rest = [...args]
  const take = (name: string): string | null => {
    const taken = takeOption(rest, name)
    rest = taken.rest
    return taken.value
  }
  const options = Object.fromEntries(OPTIONS.map((name) => [name, take(name)])) as Options
  if (rest.length > 0) throw new Error(`unknown option ${rest[0] ?? ''}`)
  if (options['--lang'] !== null && options['--lang'] !== 'zh' && options['--lang'] !== 'en') throw new Error('--lang is zh or en')
  if (options['--model'] === null && options['--reject'] !== null) throw new Error('--reject belongs to --model')
  if (options['--model'] !== null && options['--map'] !== null) throw new Error('--map is for the built-in triage: a model has labels of its own')
  return options
}

/** Runs the judge over the lines. @returns also how long each took, in milliseconds */
function timed<Line, Judged>(lines: readonly Line[], judge: (line: Line) => Judged): { judged: Judged[]; times: number[] } {
  const times: number[] = []
  const judged = lines.map((line) => {
    const began = performance.now()
    const told = judge(line)
    times.push(performance.now() - began)
    return told
  })
  return { judged, times }
}

/** @throws Error with one sentence for a file that is no map */
function readMap(file: string | null): LabelMap | null {
  if (file === null) return null
  try {
    return LabelMap.parse(JSON.parse(fs.readFileSync(fromCaller(file), 'utf8')))
  } catch (cause) {
    throw new Error('--map FILE holds one JSON object: our code, their label', { cause })
  }
}

/** The judge of labelled lines, and the labels that it can never tell. */
function labelJudge(options: Options, lines: readonly LabelLine[]): { tell(line: LabelLine): Told; unknown: string[] } {
  const model = options['--model']
  if (model !== null) return { tell: judgeByModel(openClassifier(model, options['--reject'])), unknown: [] }
  const map = readMap(options['--map'])
  return { tell: judgeByTriage(openTriage(resources()), lines, map), unknown: unknownLabels(lines, map) }
}

function judge(file: EvaluationFile, options: Options): { report: LabelReport | FeelingReport; unknown: string[]; times: number[] } {
  if (file.kind === 'labels') {
    const { tell, unknown } = labelJudge(options, file.lines)
    const { judged, times } = timed(file.lines, tell)
    return { report: labelReport(judged), unknown, times }
  }
  const score = judgeFeeling(openTriage(resources()))
  const { judged, times } = timed(file.lines, (line) => ({ text: line.text, dissatisfied: line.dissatisfied, score: score(line) }))
  return { report: feelingReport(judged), unknown: [], times }
}

/**
 * `evaluate [--model M [--reject T]] [--map F] [--html F [--lang zh|en]]`: judges labelled lines and writes one JSON report.
 * What differs from run to run, the time that a message takes, stands on standard error and in the page, never in the report.
 * @returns 0 all well, 1 some lines were bad (they are named in the report and on standard error)
 * @throws Error with one sentence for wrong usage
 */
export function runEvaluate(args: readonly string[]): number {
  const options = read(args)
  const [input, out, html] = [options['--in'], options['--out'], options['--html']]
  const file = readEvaluation(fs.readFileSync(input === null ? 0 : fromCaller(input), 'utf8'), options['--model'] === null ? null : 'labels')
  for (const one of file.bad) process.stderr.write(`${JSON.stringify(one)}\n`)
  const { report: figures, unknown, times } = judge(file, options)
  const report: Report = { by: options['--model'] === null ? 'triage' : 'model', ...figures, badLines: file.bad, unknownLabels: unknown }
  if (unknown.length > 0) process.stderr.write(`evaluate: triage knows no label ${unknown.slice(0, 5).join(', ')}${unknown.length > 5 ? ` and ${String(unknown.length - 5)} more` : ''}; --map F gives our codes your names\n`)
  const [median, p99] = [quantile(times, 0.5), quantile(times, 0.99)]
  if (median !== null && p99 !== null) process.stderr.write(`evaluate: ${String(report.n)} lines, a line in ${median.toFixed(2)} ms (median), ${p99.toFixed(2)} ms (99 of 100 are faster)\n`)
  if (html !== null) fs.writeFileSync(fromCaller(html), reportPage(figures, { language: options['--lang'] === 'en' ? 'en' : 'zh', by: report.by, day: new Date().toISOString().slice(0, 10), times: { median, p99 }, skipped: file.bad.length }))
  const text = `${JSON.stringify(report)}\n`
  if (out === null) process.stdout.write(text)
  else fs.writeFileSync(fromCaller(out), text)
  return file.bad.length > 0 ? 1 : 0
}
