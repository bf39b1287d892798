import { startModelServer } from '../../tests/support/model-server.ts'

/** An endpoint in a process of its own, as it is in the world: it answers all requests with the tokens of its arguments, so many milliseconds apart. */
const [delayMs = '0', ...tokens] = process.argv.slice(2)
const { url } = await startModelServer([{ do: 'tokens', tokens, delayMs: Number(delayMs) }])
process.stdout.write(`ready ${JSON.stringify({ url })}\n`)
