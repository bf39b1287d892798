import fs from 'node:fs'
import { z } from 'zod'
import { learn, type Example } from '../domain/classify/learn.ts'
import { writeClassifier } from '../domain/classify/file.ts'
import { fromCaller } from './lines.ts'
import { openMeaning } from './meaning.ts'
import { takeOption } from './options.ts'

const Line = z.object({ text: z.string(), label: z.string().min(1).nullable() })
const DEFAULT_SEED = 1

function read(text: string): { examples: Example[]; bad: { line: number; error: string }[] } {
  const examples: Example[] = []
  const bad: { line: number; error: string }[] = []
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    try {
      examples.push(Line.parse(JSON.parse(line)))
    } catch (thrown) {
      bad.push({ line: at + 1, error: thrown instanceof z.ZodError ? 'a line is {"text": string, "label": string or null}' : 'not JSON' })
    }
  }
  return { examples, bad }
}

/**
 * `learn --in F --out MODEL [--seed N]`: writes the model to one file and the cross-validated estimate to standard output; bad
 * lines are left out and named on standard error. @returns 0 all well, 1 some lines were bad
 * @throws Error with one sentence for wrong usage or too few labels; then no file is written
 */
export function runLearn(args: readonly string[]): number {
  const out = takeOption(args, '--out')
  const input = takeOption(out.rest, '--in')
  const seed = takeOption(input.rest, '--seed')
  if (out.value === null) throw new Error('--out MODEL is missing')
  if (seed.rest.length > 0) throw new Error(`unknown option ${seed.rest[0] ?? ''}`)
  if (seed.value !== null && !/^\d{1,9}$/.test(seed.value)) throw new Error('--seed is a whole number')
  const { examples, bad } = read(fs.readFileSync(input.value === null ? 0 : fromCaller(input.value), 'utf8'))
  for (const one of bad) process.stderr.write(`${JSON.stringify(one)}\n`)
  const { model, estimate } = learn(examples, seed.value === null ? DEFAULT_SEED : Number(seed.value), openMeaning())
  fs.writeFileSync(fromCaller(out.value), writeClassifier(model))
  process.stdout.write(`${JSON.stringify(estimate)}\n`)
  return bad.length > 0 ? 1 : 0
}
