import fs from 'node:fs'

/** A file is checked again after so long, in order or not: disks forget. */
const TRUST_MS = 7 * 24 * 3_600_000

interface Mark {
  size: number
  mtimeMs: number
  /** What tools that give a file its old time back cannot set: when it was last touched at all, and which file it is. */
  ctimeMs: number
  ino: number
  /** When the whole file was last checked, milliseconds since the epoch. */
  checkedAt: number
}

const markOf = (file: string): string => `${file}.sound`

function stamp(file: string): Omit<Mark, 'checkedAt'> {
  const { size, mtimeMs, ctimeMs, ino } = fs.statSync(file)
  return { size, mtimeMs, ctimeMs, ino }
}

/**
 * Takes the mark away and tells when the file was last checked, if it is still exactly as it was left in order; null:
 * nobody knows, so it has to be checked. Without its mark an open database that is killed is checked at the next start.
 */
export function takeSoundMark(file: string, now: number): number | null {
  try {
    const mark = JSON.parse(fs.readFileSync(markOf(file), 'utf8')) as Mark
    fs.rmSync(markOf(file))
    const found = stamp(file)
    const untouched = mark.size === found.size && mark.mtimeMs === found.mtimeMs && mark.ctimeMs === found.ctimeMs && mark.ino === found.ino
    const leftInOrder = untouched && !fs.existsSync(`${file}-wal`)
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
