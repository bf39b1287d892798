import type { MessagePortMain } from 'electron'
import { Backoff } from './backoff.ts'
import type { Log } from './log.ts'

/** What is used of Electron's UtilityProcess; tests bring a stand-in. */
export interface Process {
  readonly pid: number | undefined
  readonly stdout: NodeJS.ReadableStream | null
  readonly stderr: NodeJS.ReadableStream | null
  on(event: 'message', listener: (message: unknown) => void): unknown
  once(event: 'spawn', listener: () => void): unknown
  once(event: 'exit', listener: (code: number) => void): unknown
  postMessage(message: unknown, transfer?: MessagePortMain[]): void
  kill(): boolean
}

export interface ChildHooks {
  /** Posts what the process needs first. Called at each start. */
  onSpawn: () => void
  onMessage: (message: unknown) => void
  /** It ended without being asked to; it is started again after `waitMs`. */
  onLost: (waitMs: number) => void
}

/** A child process that is started again, with growing waits, whenever it dies unasked. */
export class Child {
  private process: Process | null = null
  private readonly backoff = new Backoff()
  private timer: NodeJS.Timeout | null = null
  private ended = false
  private gone: (() => void) | null = null

  constructor(
    private readonly name: string,
    private readonly fork: () => Process,
    private readonly hooks: ChildHooks,
    private readonly log: Log,
    private readonly now: () => number = Date.now,
  ) {}

  start(): void {
    this.timer = null
    const process = this.fork()
    const bornAt = this.now()
    this.process = process
    this.follow(process.stdout, 'out')
    this.follow(process.stderr, 'err')
    process.once('spawn', () => {
      this.log.write(this.name, `started pid=${process.pid}`)
      this.hooks.onSpawn()
    })
    process.on('message', (message) => {
      if (this.process === process) this.hooks.onMessage(message)
    })
    process.once('exit', (code) => this.onExit(process, code, this.now() - bornAt))
  }

  /** @returns false when there is no process to post to */
  post(message: unknown, transfer?: MessagePortMain[]): boolean {
    if (!this.process) return false
    this.process.postMessage(message, transfer)
    return true
  }

  /** Ends this process; it is started again like one that died. */
  kill(): void {
    this.process?.kill()
  }

  /** Never starts it again; what runs goes on until it ends. */
  abandon(): void {
    this.ended = true
    if (this.timer) clearTimeout(this.timer)
  }

  /** Asks it to stop, waits, and kills it when it does not. Resolves once it is gone. */
  stop(message: unknown, limitMs: number): Promise<void> {
    this.abandon()
    const process = this.process
    if (!process) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.log.write(this.name, `did not stop in ${limitMs} ms: killed`)
        process.kill()
        resolve()
      }, limitMs)
      this.gone = () => { clearTimeout(timer); resolve() }
      process.postMessage(message)
    })
  }

  /** It said that it has stopped: nothing is left to lose, so it need not be waited for. */
  hasStopped(): void {
    this.process?.kill()
    this.gone?.()
  }

  private onExit(process: Process, code: number, livedMs: number): void {
    if (this.process !== process) return
    this.process = null
    this.log.write(this.name, `ended code=${code} after ${livedMs} ms`)
    this.gone?.()
    if (this.ended) return
    const waitMs = this.backoff.next(livedMs)
    this.hooks.onLost(waitMs)
    if (!this.ended) this.timer = setTimeout(() => this.start(), waitMs)
  }

  private follow(stream: NodeJS.ReadableStream | null, which: string): void {
    let rest = ''
    stream?.on('data', (chunk: Buffer | string) => {
      const lines = (rest + chunk.toString()).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) this.log.write(`${this.name} ${which}`, line)
    })
  }
}
