import { z } from 'zod'
import type { LocalText } from '../src-shared/domain/text.ts'
import { FromGateway, type GatewayReady, type GatewayReport, type GatewayStart, type ToGateway } from '../src-shared/wire/ready.ts'
import { Asks } from './asks.ts'
import { Child, type Process } from './child.ts'
import type { Log } from './log.ts'
import { readJson, writeSmall } from './small-file.ts'

export interface GatewayEvents {
  onReady: (ready: GatewayReady) => void
  /** It cannot listen or open its data, also on ports of its own choice. It is tried again. */
  onFailed: (say: LocalText) => void
}

const Port = z.number().int().min(0).max(65535)
/** A file of an earlier version knows no open port. */
const Ports = z.object({ seatPort: Port, chatPort: Port, openPort: Port.default(0) })
const ANY_PORTS = { seatPort: 0, chatPort: 0, openPort: 0 }
const ANSWER_MS = 10_000
const STOP_MS = 5_000

/** The embedded gateway. It keeps its ports over restarts, so that customers' open pages find it again. */
export class GatewayProcess {
  private readonly child: Child
  private readonly reports = new Asks<GatewayReport>(ANSWER_MS)
  private ports: z.infer<typeof Ports>
  private listening = false

  constructor(
    fork: () => Process,
    private readonly start_: Omit<GatewayStart, 'kind' | 'seatPort' | 'chatPort' | 'openPort'>,
    private readonly portsFile: string,
    private readonly events: GatewayEvents,
    private readonly log: Log,
  ) {
    const known = Ports.safeParse(readJson(portsFile))
    this.ports = known.success ? known.data : ANY_PORTS
    this.child = new Child('gateway', fork, {
      onSpawn: () => this.post({ kind: 'start', ...this.start_, ...this.ports }),
      onMessage: (raw) => this.receive(raw),
      onLost: (waitMs) => this.onLost(waitMs),
    }, log)
  }

  start(): void { this.child.start() }
  /** The desk is ending: should it die before it is stopped, it is not started again. */
  lastTime(): void { this.child.abandon() }

  report(): Promise<GatewayReport | null> {
    return this.reports.ask((id) => this.listening && this.post({ kind: 'report', id }))
  }

  stop(): Promise<void> {
    return this.child.stop({ kind: 'stop' } satisfies ToGateway, STOP_MS)
  }

  private post(message: ToGateway): boolean {
    return this.child.post(message)
  }

  private receive(raw: unknown): void {
    const parsed = FromGateway.safeParse(raw)
    if (!parsed.success) return this.log.write('shell', 'gateway sent a message that is not in the contract')
    const message = parsed.data
    switch (message.kind) {
      case 'ready': return this.onReady(message.ready)
      case 'failed': return this.onFailed(message.say)
      case 'report': return this.reports.settle(message.id, message.report)
      case 'stopped': return this.child.hasStopped()
    }
  }

  private onReady(ready: GatewayReady): void {
    this.listening = true
    this.ports = { seatPort: portOf(ready.seatUrl), chatPort: portOf(ready.chatUrl), openPort: portOf(ready.openUrl) }
    try {
      writeSmall(this.portsFile, JSON.stringify(this.ports))
    } catch {
      this.log.write('shell', 'the ports of the gateway could not be written down')
    }
    this.events.onReady(ready)
  }

  private onFailed(say: LocalText): void {
    this.log.write('shell', `gateway failed: ${say.en}`)
    if (Object.values(this.ports).every((port) => port === 0)) this.events.onFailed(say)
    this.child.kill()
  }

  private onLost(waitMs: number): void {
    // It never got to listen on the ports it had before: someone else may hold them now.
    if (!this.listening) this.ports = ANY_PORTS
    this.listening = false
    this.reports.giveUp()
    this.log.write('shell', `gateway lost, starting again in ${waitMs} ms`)
  }
}

function portOf(url: string): number {
  const { port, protocol } = new URL(url)
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port)
}
