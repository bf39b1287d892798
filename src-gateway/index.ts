import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { describeError, toAppError } from '../src-shared/errors.ts'
import type { LocalText } from '../src-shared/domain/text.ts'
import { type FromGateway, type GatewayReady, ToGateway } from '../src-shared/wire/ready.ts'
import { commandOf } from './commands.ts'
import { optionsAlone, type Surroundings } from './options.ts'
import { type GatewayOptions, type RunningGateway, startGateway } from './server.ts'

/** Electron's utilityProcess gives this; a plain Node process has none. */
interface ParentPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): void
  postMessage(message: FromGateway): void
}

const log = pino({ level: process.env.DESKMATE_LOG || 'warn', serializers: { err: describeError } }, pino.destination(2))
/** How long a process under the shell lives on after its last message, in milliseconds. */
const LAST_WORDS_MS = 100
let running: Promise<RunningGateway> | null = null
let stopping = false

const parentPort = (process as { parentPort?: ParentPort }).parentPort
if (parentPort === undefined) runAlone()
else runUnderShell(parentPort)

function runUnderShell(port: ParentPort): void {
  const stop = () => stopOnce(() => { port.postMessage({ kind: 'stopped' }) })
  const start = (options: GatewayOptions) => {
    if (running !== null) return
    running = startGateway(options)
    running.then(({ ready }) => {
      printReady(ready)
      port.postMessage({ kind: 'ready', ready })
    }, (thrown: unknown) => {
      port.postMessage({ kind: 'failed', say: sayOf(thrown) })
      fail(thrown)
    })
  }
  port.on('message', ({ data }) => {
    const message = ToGateway.safeParse(data)
    if (!message.success) return
    if (message.data.kind === 'start') start({ ...message.data, log })
    else if (message.data.kind === 'stop') stop()
    else void answerReport(port, message.data.id)
  })
  stopOnSignals(stop)
}

async function answerReport(port: ParentPort, id: number): Promise<void> {
  try {
    const gateway = await running
    if (gateway !== null) port.postMessage({ kind: 'report', id, report: await gateway.report() })
  } catch (thrown) {
    log.error({ err: thrown }, 'report failed')
  }
}

function runAlone(): void {
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
  const around: Surroundings = {
    argv: process.argv.slice(2), env: process.env, resourcesDir: here('../../resources'), webChatDir: here('../webchat'),
    warn: (line) => { process.stderr.write(`${line}\n`) },
  }
  const command = commandOf(around, (line) => { process.stdout.write(`${line}\n`) })
  if (command !== null) return void command().then((code) => { process.exitCode = code }).catch(fail)
  try {
    running = startGateway({ ...optionsAlone(around), log })
    running.then(({ ready }) => { printReady(ready) }, fail)
  } catch (thrown) {
    fail(thrown)
  }
  stopOnSignals(() => stopOnce(() => undefined))
}

function printReady(ready: GatewayReady): void {
  process.stdout.write(`ready ${JSON.stringify(ready)}\n`)
}

function stopOnSignals(stop: () => void): void {
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** Also while still starting: waits for the start, then closes. */
function stopOnce(stopped: () => void): void {
  if (stopping) return
  stopping = true
  const closed = running === null ? Promise.resolve() : running.then((gateway) => gateway.close())
  closed.catch((thrown: unknown) => { log.error({ err: thrown }, 'stop failed') }).finally(() => {
    stopped()
    exitSoon(0)
  })
}

function sayOf(thrown: unknown): LocalText {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : ''
  if (code === 'EADDRINUSE') return { zh: '端口已被占用。', en: 'The port is already in use.' }
  return toAppError(thrown).say
}

function fail(thrown: unknown): void {
  log.error({ err: thrown }, 'start failed')
  const say = sayOf(thrown)
  process.stderr.write(`${say.en}\n${say.zh}\n`)
  exitSoon(1)
}

/** Leaves the last message to the shell the time to get there. */
function exitSoon(code: number): void {
  setTimeout(() => { process.exit(code) }, parentPort === undefined ? 0 : LAST_WORDS_MS)
}
