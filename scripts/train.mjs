// npm run train -- --data DIR: makes every model under resources/models again.
import { runNodeProgram } from './lib/node-program.mjs'

await runNodeProgram('out/engine/train.js', { quiet: false })
