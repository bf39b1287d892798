import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A server in a process of its own, so that it has a core of its own. */
export interface ServerProcess<T> {
  /** What stood behind `ready`. */
  ready: T
  /** Writes a line to it. */
  write(line: string): void
  /** What it says next, a line. */
  next(): Promise<string>
  stop(): Promise<void>
}

/** Starts `script` and waits for its line `ready {...}`. @throws Error when it ends before */
export function startServer<T>(script: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<ServerProcess<T>> {
  const child = spawn(process.execPath, [script, ...args], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return new Promise((resolve, reject) => {
    void ended.then(() => reject(new Error(`${script} ended before it was ready`)))
    let hear: (line: string) => void = () => undefined
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('ready ')) return hear(line)
      resolve({
        ready: JSON.parse(line.slice('ready '.length)) as T,
        write: (words) => void child.stdin.write(`${words}\n`),
        next: () => new Promise((heard) => { hear = heard }),
        stop: () => {
          child.kill('SIGTERM')
          return ended
        },
      })
    })
  })
}
