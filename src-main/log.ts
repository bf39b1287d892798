import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
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
  private writing = false

  constructor(folder: string, private readonly echo: ((line: string) => void) | null, private readonly rotateAt = ROTATE_AT) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.path = join(folder, 'shell.log')
    this.size = statSync(this.path, { throwIfNoEntry: false })?.size ?? 0
  }

  write(who: string, line: string): void {
    const text = `${new Date().toISOString()} [${who}] ${line.trimEnd()}\n`
    this.echo?.(text)
    this.waiting.push(text)
    if (!this.writing) void this.drain()
  }

  /** Writes what still waits, at once; for the last moment before the process ends. */
  flush(): void {
    const text = this.take()
    if (text) quietly(() => appendFileSync(this.path, text, { mode: 0o600 }))
  }

  private async drain(): Promise<void> {
    this.writing = true
    for (let text = this.take(); text; text = this.take()) {
      // A full or read-only disk must not take the desk down with it.
      await appendFile(this.path, text, { mode: 0o600 }).catch(() => undefined)
      this.size += Buffer.byteLength(text)
      if (this.size > this.rotateAt) this.rotate()
    }
    this.writing = false
  }

  private take(): string {
    return this.waiting.splice(0).join('')
  }

  private rotate(): void {
    quietly(() => renameSync(this.path, `${this.path}.1`))
    this.size = 0
  }
}

function quietly(action: () => void): void {
  try {
    action()
  } catch {
    // Logging never fails the caller.
  }
}
