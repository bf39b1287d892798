// npm run eval [-- --data DIR] [--only NAME,...] [--json FILE] [--write]: how well the engine understands, in one table.
import { bundle } from './lib/bundle.mjs'
import { ownArguments } from './lib/foreground.mjs'
import { runNodeProgram } from './lib/node-program.mjs'

const args = ownArguments()
const only = args.includes('--only') ? args[args.indexOf('--only') + 1]?.split(',') : undefined
const plays = only === undefined || only.includes('simulation')

await runNodeProgram('out/engine/eval.js', { quiet: false, before: async () => { if (plays) await bundle('vite.simulation.config.ts', 'What plays scripted customers') } })
