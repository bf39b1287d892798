// npm run setup [-- start|test|node|build|package] [--refresh]: prepares this machine and prints what it found as JSON.
import { explain } from './lib/errors.mjs'
import { say } from './lib/progress.mjs'
import { setUp } from './setup/index.mjs'

const args = process.argv.slice(2)
const purposes = /** @type {const} */ (['start', 'test', 'node', 'build', 'package'])
const purpose = purposes.find((name) => args.includes(name))
const unknown = args.find((arg) => arg !== purpose && arg !== '--refresh')

if (unknown !== undefined) {
  say(`set-up: unknown argument ${unknown}; usage: npm run setup -- [${purposes.join('|')}] [--refresh]`)
  process.exit(2)
}
try {
  const ready = await setUp({ for: purpose ?? 'test', refresh: args.includes('--refresh') })
  process.stdout.write(`${JSON.stringify(ready, null, 2)}\n`)
} catch (error) {
  say(explain(error))
  process.exit(1)
}
