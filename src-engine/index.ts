import type { EngineStart} from '../src-shared/contract/shell.ts';
import { ToEngine, type FromEngine } from '../src-shared/contract/shell.ts'
import { toAppError } from '../src-shared/errors.ts'
import { describe, log } from './adapters/log.ts'
import { boot, type RunningEngine } from './boot.ts'

/** Electron's port as it arrives in a utilityProcess; declared here because the engine knows nothing of Electron. */
interface WindowPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  on(event: 'close', listener: () => void): void
  postMessage(message: unknown): void
  start(): void
}
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: WindowPort[] }) => void): void
  postMessage(message: FromEngine): void
}

const { parentPort } = process as typeof process & { parentPort?: ParentPort }
if (!parentPort) {
  log.fatal('the engine is started by the shell; on the command line use `npm run deskmate`')
  process.exit(2)
}
const shell = parentPort

let engine: RunningEngine | null = null
const early: WindowPort[] = []

function addWindow(port: WindowPort): void {
  if (!engine) {
    early.push(port)
    return
  }
  const window = engine.connect({ post: (reply) => port.postMessage(reply) })
  port.on('message', (event) => window.request(event.data))
  port.on('close', () => window.close())
  port.start()
}

function begin(start: EngineStart): void {
  try {
    engine = boot(start, (message) => shell.postMessage(message), new URL('./topic-thread.js', import.meta.url), { history: new URL('./history-thread.js', import.meta.url), backtest: new URL('./backtest-thread.js', import.meta.url) })
    shell.postMessage({ kind: 'ready' })
    for (const port of early.splice(0)) addWindow(port)
  } catch (thrown) {
    log.error(describe(thrown), 'cannot start')
    shell.postMessage({ kind: 'failed', error: toAppError(thrown).toShape() })
  }
}

async function handle(message: ToEngine, ports: WindowPort[]): Promise<void> {
  switch (message.kind) {
    case 'start': return begin(message)
    case 'port': return ports.forEach(addWindow)
    case 'gateway': return engine?.gatewayAt(message.url, message.token)
    case 'attachment': {
      const found = await engine?.attachment(message.sha256).catch(() => null)
      return shell.postMessage({ kind: 'attachment', id: message.id, found: Boolean(found), type: found?.type ?? null, bytes: found?.bytes ?? null })
    }
    case 'file': {
      const found = await engine?.file(message.messageId, message.sha256) ?? { state: 'unreachable' as const }
      return shell.postMessage({ kind: 'file', id: message.id, name: '', bytes: null, ...found })
    }
    case 'report':
      if (engine) shell.postMessage({ kind: 'report', id: message.id, report: engine.report() })
      return
    case 'seat': return engine?.changeSeat(message)
    case 'stop':
      await engine?.close()
      shell.postMessage({ kind: 'stopped' })
      // Give the message a turn to leave.
      setTimeout(() => process.exit(0), 50)
  }
}

shell.on('message', (event) => {
  const parsed = ToEngine.safeParse(event.data)
  if (!parsed.success) return log.warn('a message of the shell was not understood')
  void handle(parsed.data, event.ports).catch((thrown) => log.error(describe(thrown), 'unexpected'))
})
// Ctrl-C in a terminal reaches the whole group: the shell hears it too and stops the engine in order.
process.on('SIGINT', () => undefined)
process.on('uncaughtException', (thrown) => {
  // State may be anything now; the shell starts a fresh engine and everything durable is in the database.
  log.fatal(describe(thrown), 'crashed')
  process.exit(70)
})
process.on('unhandledRejection', (thrown) => log.error(describe(thrown), 'unhandled'))
