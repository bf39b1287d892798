import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'
import { runDemo } from './demo.ts'
import type { EngineProcess, Trace } from './engine-process.ts'
import type { GatewayProcess } from './gateway-process.ts'
import type { Log } from './log.ts'
import { keepPicture, takePicture } from './pictures.ts'
import { traceLine } from './trace-line.ts'

export interface Ready { chat: string | null; screenshot: string; userData: string }

/** Tells on standard output what a run that nobody watches is doing. */
export class Headless {
  private readonly raised = new Set<string>()
  private said = ''

  /** @param print writes one line */
  constructor(private readonly print: (line: string) => void, private readonly log: Log) {}

  /** The one line that programs wait for; said again when the gateway listens elsewhere. */
  ready(ready: Ready): void {
    const line = `ready ${JSON.stringify(ready)}`
    if (line === this.said) return
    this.said = line
    this.print(line)
    this.log.write('shell', line)
  }

  trace(trace: Trace): void {
    if (trace.event === 'flag' && trace.conversationId !== null) this.raised.add(trace.conversationId)
    this.print(traceLine(trace))
  }

  keepPicture(window: BrowserWindow, path: string): void {
    const end = keepPicture(window, path)
    window.once('closed', end)
  }

  /** @param folder where the three pictures go; @returns the exit status */
  demo(seconds: number, window: BrowserWindow, engine: EngineProcess, gateway: GatewayProcess, folder: string): Promise<0 | 1> {
    return runDemo({
      seconds, raised: this.raised, print: this.print, now: Date.now, sleep: (ms) => sleep(ms),
      askEngine: () => engine.report(), askGateway: () => gateway.report(),
      picture: (name) => takePicture(window, join(folder, `${name}.png`)),
    })
  }
}

/** Writes a line to standard output. Whoever read it may be gone: that must not end the desk. */
export function printer(): (line: string) => void {
  process.stdout.on('error', () => undefined)
  process.stderr.on('error', () => undefined)
  return (line) => { process.stdout.write(`${line}\n`) }
}
