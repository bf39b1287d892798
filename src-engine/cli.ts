import { COMMANDS, USAGE } from './command-line/commands.ts'
import { runEvaluate } from './command-line/evaluate.ts'
import { runLearn } from './command-line/learn.ts'
import { runLines } from './command-line/lines.ts'

/**
 * `npm run -s deskmate -- COMMAND [options]`: JSON Lines in, JSON Lines out; messages on standard error. Exit 0 all well,
 * 1 some lines were bad, 2 wrong usage.
 */
async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args
  const command = name ? COMMANDS[name] : undefined
  if (!command && name !== 'learn' && name !== 'evaluate') {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  try {
    if (!command) return name === 'learn' ? runLearn(rest) : runEvaluate(rest)
    const { work, options } = command.open(rest)
    return await runLines(work, options)
  } catch (thrown) {
    process.stderr.write(`deskmate ${name}: ${thrown instanceof Error ? thrown.message : 'failed'}\n`)
    return 2
  }
}

process.exitCode = await main(process.argv.slice(2))
