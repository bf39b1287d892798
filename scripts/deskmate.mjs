// npm run deskmate -- COMMAND: the command line. Standard output belongs to the command alone, so it can be piped.
import { runNodeProgram } from './lib/node-program.mjs'

await runNodeProgram('out/engine/cli.js', { quiet: true })
