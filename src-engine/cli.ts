import { COMMANDS, USAGE } from './command-line/commands.ts'
import { runEvaluate } from './command-line/evaluate.ts'
import { runBacktest } from './command-line/backtest.ts'
import { runImport } from './command-line/import-history.ts'
import { runLearn } from './command-line/learn.ts'
import { runLines } from './command-line/lines.ts'

/** Commands that read all before they answer. */
const WHOLE: Readonly<Record<string, (args: readonly string[]) => number | Promise<number>>> = {
  learn: runLearn, evaluate: runEvaluate, import: runImport,
  backtest: (args) => runBacktest(args, new URL('./backtest-thread.js', import.meta.url)),
}

/**
 * `npm run -s deskmate -- COMMAND [options]`: JSON Lines in, JSON Lines out; messages on standard error. Exit 0 all well,
 * 1 some lines were bad, 2 wrong usage.
 */
async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args
  try {
    const whole = name !== undefined && Object.hasOwn(WHOLE, name) ? WHOLE[name] : undefined
    if (whole) return await whole(rest)
    const command = name ? COMMANDS[name] : undefined
    if (!command) {
      process.stderr.write(`${USAGE}\n`)
      return 2
    }
    const { work, options } = command.open(rest)
    return await runLines(work, options)
  } catch (thrown) {
    process.stderr.write(`deskmate ${name}: ${thrown instanceof Error ? thrown.message : 'failed'}\n`)
    return 2
  }
}

process.exitCode = await main(process.argv.slice(2))
