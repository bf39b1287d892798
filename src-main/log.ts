import { mkdirSync, renameSync, statSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The file is put aside at this size, in bytes; one old file is kept. */
const ROTATE_AT = 5 * 1024 * 1024

/** Lines of the shell and its children. They hold ids and codes, never customers' words. */
export interface Log { write(who: string, line: string): void }

/** Writes to `shell.log` in a folder, without ever making the caller wait. */
export class LogFile implements Log {
  private readonly path: string
  private size: number
  private waiting: string[] = []
  private draining: Promise<void> | null = null

  constructor(folder: string, private readonly echo: ((line: string) => void) | null, private readonly rotateAt = ROTATE_AT) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.path = join(folder, 'shell.log')
    this.size = statSync(this.path, { throwIfNoEntry: false })?.size ?? 0
  }

  write(who: string, line: string): void {
    const text = `${new Date().toISOString()} [${who}] ${line.trimEnd()}\n`
    this.echo?.(text)
    this.waiting.push(text)
    this.draining ??= this.drain()
  }

  /** Resolves when everything is written; for the last moment before the process ends. */
  async flush(): Promise<void> {
    await this.draining
  }

  private async drain(): Promise<void> {
    await Promise.resolve() // lines of the same moment go together
    for (let text = this.take(); text; text = this.take()) {
      // A full or read-only disk must not take the desk down with it.
      await appendFile(this.path, text, { mode: 0o600 }).catch(() => undefined)
      this.size += Buffer.byteLength(text)
      if (this.size > this.rotateAt) this.rotate()
    }
    this.draining = null
  }

  private take(): string {
    return this.waiting.splice(0).join('')
  }

  private rotate(): void {
    this.size = 0
    try {
      renameSync(this.path, `${this.path}.1`)
    } catch {
      // Logging never fails the caller: it goes on in the big file.
    }
  }
}
