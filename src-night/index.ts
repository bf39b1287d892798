import { fileURLToPath } from 'node:url'
import { toAppError } from '../src-shared/errors.ts'
import { readNightOptions, UsageError } from './options.ts'
import { startShift } from './shift.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const write = (to: NodeJS.WriteStream) => (line: string): void => void to.write(`${line}\n`)

function giveUp(say: string, code: 1 | 2): never {
  process.stderr.write(`${say}\n`)
  process.exit(code)
}

/** `npm run night-desk`: the engine without a window, as a seat of its own. docs/night-desk.md. */
async function main(): Promise<void> {
  const options = readNightOptions(process.argv.slice(2), process.env)
  let stopped = false
  let end: (() => Promise<void>) | null = null
  const stop = (): void => {
    stopped = true
    void end?.()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  const shift = await startShift(options, {
    resourcesDir: here('../../resources'), webChatDir: here('../webchat'), print: write(process.stdout), warn: write(process.stderr), failed: (say) => giveUp(say, 1),
  })
  end = () => shift.end()
  if (stopped) await shift.end()
}

try {
  await main()
} catch (thrown) {
  if (thrown instanceof UsageError) giveUp(thrown.message, 2)
  giveUp(toAppError(thrown).say.en, 1)
}
