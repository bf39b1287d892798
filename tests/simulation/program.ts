import path from 'node:path'
import { readScripts } from './script.ts'
import { runAll } from './run-all.ts'

/** Two above `out/simulation` and `tests/simulation` alike. */
const ROOT = new URL('../../', import.meta.url).pathname

// Plays every script and prints how each ended, a line of JSON for each.
const judgements = await runAll(ROOT, readScripts(path.join(ROOT, 'tests/simulation/scripts')))
process.stdout.write(judgements.map((one) => `${JSON.stringify(one)}\n`).join(''))
