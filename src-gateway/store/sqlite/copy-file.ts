import { closeSync, fstatSync, openSync, read } from 'node:fs'
import { open } from 'node:fs/promises'
import { promisify } from 'node:util'

/** So much is read at once, in bytes. */
const PART_BYTES = 1024 * 1024

const readAt = promisify(read)

/**
 * The file of an open database, to be read beside SQLite. Once opened it stays open as long as the database: POSIX drops all
 * locks that a process has on a file when it closes any descriptor of it, and with them the lock that keeps a second gateway out.
 */
export class SourceFile {
  private descriptor: number | null = null

  constructor(private readonly file: string) {}

  /** Its length. */
  bytes(): number {
    return fstatSync(this.opened()).size
  }

  /** @returns how many bytes were read into `part`, from `position` on */
  async readInto(part: Buffer, position: number, length: number): Promise<number> {
    return (await readAt(this.opened(), part, 0, length, position)).bytesRead
  }

  /** Only after the database. */
  close(): void {
    if (this.descriptor !== null) closeSync(this.descriptor)
    this.descriptor = null
  }

  private opened(): number {
    return (this.descriptor ??= openSync(this.file, 'r'))
  }
}

/** Copies the first `bytes` of a file that nobody changes meanwhile into a new one, part by part. @param after awaited after each part, with the bytes copied so far */
export async function copyPages(source: SourceFile, bytes: number, to: string, after: (done: number) => Promise<void>): Promise<void> {
  const target = await open(to, 'wx', 0o600)
  try {
    const part = Buffer.alloc(PART_BYTES)
    for (let done = 0; done < bytes;) {
      const length = await source.readInto(part, done, Math.min(PART_BYTES, bytes - done))
      if (length === 0) throw new Error('the database\'s file ended early')
      await target.write(part, 0, length, done)
      done += length
      await after(done)
    }
    await target.sync()
  } finally {
    await target.close()
  }
}
