import type { MessagePortMain } from 'electron'
import { FromEngine, type EngineReport, type EngineStart, type ToEngine } from '../src-shared/contract/shell.ts'
import type { AppErrorShape } from '../src-shared/errors.ts'
import { Asks } from './asks.ts'
import { Child, type Process } from './child.ts'
import type { Log } from './log.ts'

type Message<K extends FromEngine['kind']> = Extract<FromEngine, { kind: K }>
export type Trace = Message<'trace'>
export type Attachment = Message<'attachment'>
export type FileAnswer = Message<'file'>

export interface EngineEvents {
  onReady: () => void
  /** It cannot work and a new start would not help. */
  onFailed: (error: AppErrorShape) => void
  onTrace: (trace: Trace) => void
  onAttention: (counts: Message<'attention'>) => void
  onSeat: (seat: Message<'seat'>) => void
  onAppearance: (appearance: Message<'appearance'>) => void
  /** It works with another gateway than this computer's own, or does so no longer. */
  onElsewhere: (elsewhere: boolean) => void
  /** How the side panel is set. */
  onSide: (side: Message<'side'>) => void
}

const ANSWER_MS = 10_000
/** A large file on a slow line takes its time. */
const FILE_MS = 70_000
const STOP_MS = 5_000

/** The engine as the shell sees it: started again when it dies, told where the gateway is, asked for pictures and counts. */
export class EngineProcess {
  private readonly child: Child
  private readonly attachments = new Asks<Attachment>(ANSWER_MS)
  private readonly files = new Asks<FileAnswer>(FILE_MS)
  private readonly reports = new Asks<EngineReport>(ANSWER_MS)
  private ready = false

  constructor(
    fork: () => Process,
    private start_: Omit<EngineStart, 'kind'>,
    private readonly events: EngineEvents,
    private readonly log: Log,
  ) {
    this.child = new Child('engine', fork, {
      onSpawn: () => this.post({ kind: 'start', ...this.start_ }),
      onMessage: (raw) => this.receive(raw),
      onLost: (waitMs) => this.onLost(waitMs),
    }, log)
  }

  start(): void { this.child.start() }
  /** The desk is ending: should it die before it is stopped, it is not started again. */
  lastTime(): void { this.child.abandon() }
  get isReady(): boolean { return this.ready }

  gatewayAt(gateway: { url: string; token: string }): void {
    this.start_ = { ...this.start_, gateway } // for the next start, too
    if (this.ready) this.post({ kind: 'gateway', ...gateway })
  }

  givePort(port: MessagePortMain): boolean {
    return this.ready && this.post({ kind: 'port' }, [port])
  }

  /** @param sha256 hex; @returns null when the engine does not answer */
  attachment(sha256: string): Promise<Attachment | null> {
    return this.attachments.ask((id) => this.ready && this.post({ kind: 'attachment', id, sha256 }))
  }

  /** A file of a message. @returns null when the engine does not answer */
  file(messageId: string, sha256: string): Promise<FileAnswer | null> {
    return this.files.ask((id) => this.ready && this.post({ kind: 'file', id, messageId, sha256 }))
  }

  /** The person used the tray. */
  changeSeat(change: { away?: boolean; autopilotPaused?: boolean }): void {
    if (this.ready) this.post({ kind: 'seat', ...change })
  }

  report(): Promise<EngineReport | null> {
    return this.reports.ask((id) => this.ready && this.post({ kind: 'report', id }))
  }

  stop(): Promise<void> {
    return this.child.stop({ kind: 'stop' } satisfies ToEngine, STOP_MS)
  }

  private post(message: ToEngine, transfer?: MessagePortMain[]): boolean {
    return this.child.post(message, transfer)
  }

  private onLost(waitMs: number): void {
    this.ready = false
    this.attachments.giveUp()
    this.files.giveUp()
    this.reports.giveUp()
    this.log.write('shell', `engine lost, starting again in ${waitMs} ms`)
  }

  private receive(raw: unknown): void {
    const parsed = FromEngine.safeParse(raw)
    if (!parsed.success) return this.log.write('shell', 'engine sent a message that is not in the contract')
    const message = parsed.data
    switch (message.kind) {
      case 'ready': return this.onReady()
      case 'failed': return this.onFailed(message.error)
      case 'trace': return this.events.onTrace(message)
      case 'attention': return this.events.onAttention(message)
      case 'seat': return this.events.onSeat(message)
      case 'appearance': return this.events.onAppearance(message)
      case 'side': return this.events.onSide(message)
      case 'elsewhere': return this.events.onElsewhere(message.elsewhere)
      case 'attachment': return this.attachments.settle(message.id, message)
      case 'file': return this.files.settle(message.id, message)
      case 'report': return this.reports.settle(message.id, message.report)
      case 'stopped': return this.child.hasStopped()
    }
  }

  private onReady(): void {
    this.ready = true
    // It may have moved between the start message and now; hearing the same address twice is harmless.
    if (this.start_.gateway) this.post({ kind: 'gateway', ...this.start_.gateway })
    this.events.onReady()
  }

  private onFailed(error: AppErrorShape): void {
    this.log.write('shell', `engine failed: ${error.code} retryable=${error.retryable}`)
    if (error.retryable) return this.child.kill()
    this.child.abandon()
    this.events.onFailed(error)
  }
}
