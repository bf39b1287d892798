import fs from 'node:fs'

/** Parent of a process, from /proc/PID/stat (proc(5)): the second field after the name in brackets; null when it is gone. */
function parentOf(pid: number): number | null {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null
  }
}

/** A process with all that it started, and what those started. */
export function withDescendants(root: number): number[] {
  const parents = new Map<number, number | null>()
  for (const name of fs.readdirSync('/proc')) if (/^\d+$/.test(name)) parents.set(Number(name), parentOf(Number(name)))
  const family = [root]
  for (const member of family) for (const [pid, parent] of parents) if (parent === member) family.push(pid)
  return family
}

/** Proportional set size of a process in KiB: its own pages, and its share of those that it shares. 0 when it is gone. */
function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** Memory of an app in MiB, each page counted once, and how many processes it has. */
export function memoryOf(root: number): { mib: number; processes: number } {
  const family = withDescendants(root)
  return { mib: family.reduce((sum, pid) => sum + pssOf(pid), 0) / 1024, processes: family.length }
}
