import type { PortReply, PortRequest } from '../../src-shared/contract/port.ts'
import type { EnginePort } from './client.ts'

/** A port for unit tests: keeps what was asked, and says what the test wants said. */
export class FakePort implements EnginePort {
  readonly asked: PortRequest[] = []
  closed = false
  readonly #listeners = new Map<string, (event: Event) => void>()

  postMessage(message: unknown): void {
    this.asked.push(message as PortRequest)
  }
  addEventListener(type: 'message' | 'close', listener: (event: Event) => void): void {
    this.#listeners.set(type, listener)
  }
  start(): void {}
  close(): void {
    this.closed = true
  }

  say(reply: PortReply): void {
    this.#listeners.get('message')?.({ data: reply } as unknown as Event)
  }
  break(): void {
    this.#listeners.get('close')?.({} as Event)
  }
  /** Answers the newest question of this name. */
  answer(call: string, result: unknown): void {
    const question = this.asked.findLast((q) => q.call === call)
    if (!question) throw new Error(`never asked: ${call}`)
    this.say({ t: 'answer', id: question.id, ok: true, result })
  }
  count(call: string): number {
    return this.asked.filter((q) => q.call === call).length
  }
}
