// npm run eval [-- --data DIR] [--only NAME,...] [--json FILE] [--write]: how well the engine understands, in one table.
import { runNodeProgram } from './lib/node-program.mjs'

await runNodeProgram('out/engine/eval.js', { quiet: false })
