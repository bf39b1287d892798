// npm run gateway [-- arguments]: the service that customers' messages come in through.
import { runNodeProgram } from './lib/node-program.mjs'

await runNodeProgram('out/gateway/index.js', { group: true })
