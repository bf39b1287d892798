import fs from 'node:fs'
import path from 'node:path'
import readline from 'node:readline'
import { z } from 'zod'

export interface LineOptions {
  in: string | null
  out: string | null
}

/** Answers one parsed line, perhaps later; throws what is wrong with it. */
export type LineWork = (line: unknown) => unknown

/** Relative paths resolve against the folder the command was called from. */
export function fromCaller(file: string): string {
  return path.resolve(process.env['INIT_CWD'] ?? process.cwd(), file)
}

/** `--in FILE` and `--out FILE`. @throws Error with one sentence for anything else. */
export function lineOptions(args: readonly string[]): LineOptions {
  const options: LineOptions = { in: null, out: null }
  for (let i = 0; i < args.length; i += 2) {
    const [flag, value] = [args[i], args[i + 1]]
    if ((flag !== '--in' && flag !== '--out') || value === undefined) throw new Error(`unknown or incomplete option ${flag ?? ''}`)
    options[flag === '--in' ? 'in' : 'out'] = fromCaller(value)
  }
  return options
}

function reason(thrown: unknown): string {
  if (thrown instanceof z.ZodError) return thrown.issues.map((i) => `${i.path.join('.') || 'line'}: ${i.message}`).join('; ')
  return thrown instanceof Error ? thrown.message : 'failed'
}

/** One output line per input line, in order; blank lines are skipped; a bad line yields `{"line":N,"error":"..."}`. */
export async function runLines(work: LineWork, options: LineOptions): Promise<number> {
  const input = options.in ? fs.createReadStream(options.in) : process.stdin
  const output = options.out ? fs.createWriteStream(options.out) : process.stdout
  let number = 0
  let bad = 0
  // A file that cannot be opened ends the reading with its error, not in silence.
  const failed = new Promise<never>((_, reject) => input.once('error', reject))
  const lines = readline.createInterface({ input, crlfDelay: Infinity })
  await Promise.race([failed, (async () => {
    for await (const line of lines) {
      number += 1
      if (line.trim() === '') continue
      let result: unknown
      try {
        result = await work(JSON.parse(line))
      } catch (thrown) {
        bad += 1
        result = { line: number, error: reason(thrown) }
      }
      output.write(`${JSON.stringify(result)}\n`)
    }
  })()])
  if (options.out) await new Promise<void>((resolve, reject) => output.end((error?: Error | null) => (error ? reject(error) : resolve())))
  return bad > 0 ? 1 : 0
}
