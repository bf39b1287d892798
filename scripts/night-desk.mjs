// npm run night-desk [-- arguments]: the engine without a window, as a seat that keeps the desk at night.
import { runNodeProgram } from './lib/node-program.mjs'

await runNodeProgram('out/night/index.js', { group: true, quiet: true })
