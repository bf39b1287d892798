import fs from 'node:fs'

/** A file is checked again after so long, in order or not: disks forget. */
const TRUST_MS = 7 * 24 * 3_600_000

interface Mark {
  size: number
  mtimeMs: number
  /** When the whole file was last checked, milliseconds since the epoch. */
  checkedAt: number
}

const markOf = (file: string): string => `${file}.sound`

function stamp(file: string): Pick<Mark, 'size' | 'mtimeMs'> {
  const { size, mtimeMs } = fs.statSync(file)
  return { size, mtimeMs }
}

/**
 * Takes the mark away and tells when the file was last checked, if it is still exactly as it was left in order; null:
 * nobody knows, so it has to be checked. Without its mark an open database that is killed is checked at the next start.
 */
export function takeSoundMark(file: string, now: number): number | null {
  try {
    const mark = JSON.parse(fs.readFileSync(markOf(file), 'utf8')) as Mark
    fs.rmSync(markOf(file))
    const { size, mtimeMs } = stamp(file)
    const leftInOrder = mark.size === size && mark.mtimeMs === mtimeMs && !fs.existsSync(`${file}-wal`)
    return leftInOrder && mark.checkedAt <= now && now - mark.checkedAt < TRUST_MS ? mark.checkedAt : null
  } catch {
    return null
  }
}

/** Notes how the file was left by an orderly close. A mark that cannot be written costs a check at the next start, no more. */
export function leaveSoundMark(file: string, checkedAt: number): void {
  try {
    if (fs.existsSync(`${file}-wal`)) return
    fs.writeFileSync(markOf(file), JSON.stringify({ ...stamp(file), checkedAt } satisfies Mark), { mode: 0o600 })
  } catch {
    // The next start checks.
  }
}
