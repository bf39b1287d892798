import { EventEmitter } from 'node:events'
import type { Process } from './child.ts'

/** A stand-in of a utility process for tests, which let it live and die. */
export class FakeProcess extends EventEmitter implements Process {
  pid = 1
  stdout = null
  stderr = null
  posted: unknown[] = []
  killed = false
  postMessage(message: unknown): void { this.posted.push(message) }
  kill(): boolean {
    this.killed = true
    this.emit('exit', 15)
    return true
  }
}
