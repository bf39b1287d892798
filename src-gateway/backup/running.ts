import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** Where the gateway that runs on a folder can be asked; a leftover of one that was killed does no harm. */
const FILE = 'running.json'
const Running = z.object({ seatUrl: z.url() })

export function noteRunning(dataDir: string, seatUrl: string): void {
  writeFileSync(join(dataDir, FILE), JSON.stringify({ seatUrl }), { mode: 0o600 })
}

export function forgetRunning(dataDir: string): void {
  rmSync(join(dataDir, FILE), { force: true })
}

/** null: none is known to run. */
export function runningAt(dataDir: string): string | null {
  try {
    return Running.parse(JSON.parse(readFileSync(join(dataDir, FILE), 'utf8'))).seatUrl
  } catch {
    return null
  }
}
