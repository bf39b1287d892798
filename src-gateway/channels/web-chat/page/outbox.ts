import type { ChatParams, ChatResult } from '../../../../src-shared/wire/web-chat.ts'
import type { Answer, AppErrorShape } from '../../../../src-shared/errors.ts'

/** A message that the gateway has not acknowledged; `problem` when it never will by itself. */
export interface Unsent { id: string; text: string; attachments: ChatParams<'send'>['attachments']; at: number; problem: AppErrorShape | null }

const PREFIX = 'deskmate.unsent.'
/** Waits between tries, in milliseconds. */
const BACKOFF = [500, 1000, 2000, 4000, 8000, 15_000]

export interface OutboxParts {
  storage: Storage
  /** Rejects or never answers `ok` when the line is cut; the gateway answers a known id as the first time. */
  send(message: ChatParams<'send'>): Promise<Answer<ChatResult<'send'>>>
  after(milliseconds: number, run: () => void): void
  onAccepted(message: Unsent, accepted: ChatResult<'send'>): void
  /** The state of a waiting message changed: it is being sent, waits for another try, or failed for good. */
  onState(message: Unsent, state: 'sending' | 'waiting' | 'failed'): void
}

/**
 * Keeps each message in the browser's storage, under its id, until the gateway has acknowledged it. One key per message,
 * so that two tabs never overwrite each other's; the id makes sending twice harmless. Sends in order, one at a time.
 */
export class Outbox {
  private readonly parts: OutboxParts
  private open = false
  private busy = false
  private failures = 0

  constructor(parts: OutboxParts) {
    this.parts = parts
  }

  /** Oldest first: ids are UUIDv7. */
  list(): Unsent[] {
    const { storage } = this.parts
    const found: Unsent[] = []
    for (let index = 0; index < storage.length; index += 1) {
      const key = storage.key(index)
      const message = key?.startsWith(PREFIX) === true ? parse(storage.getItem(key)) : null
      if (message !== null) found.push(message)
    }
    return found.sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  add(message: Omit<Unsent, 'problem'>): void {
    this.keep({ ...message, problem: null })
    this.pump()
  }

  retry(id: string): void {
    const message = this.list().find((unsent) => unsent.id === id)
    if (message === undefined) return
    this.keep({ ...message, problem: null })
    this.pump()
  }

  discard(id: string): void {
    this.parts.storage.removeItem(PREFIX + id)
  }

  /** Tells whether the line is open; opening it sends what waits. */
  setOpen(open: boolean): void {
    this.open = open
    if (open) this.failures = 0
    this.pump()
  }

  private keep(message: Unsent): void {
    this.parts.storage.setItem(PREFIX + message.id, JSON.stringify(message))
  }

  private pump(): void {
    const waiting = this.list().filter((message) => message.problem === null)
    const next = waiting[0]
    if (!this.open) for (const message of waiting) this.parts.onState(message, 'waiting')
    if (this.busy || !this.open || next === undefined) return
    this.busy = true
    void this.sendOne(next).then((goOn) => {
      this.busy = false
      if (goOn) this.pump()
      else this.parts.after(this.pause(), () => { this.pump() })
    })
  }

  private pause(): number {
    const pause = BACKOFF[Math.min(this.failures, BACKOFF.length - 1)] ?? 0
    this.failures += 1
    return pause
  }

  /** @returns whether the next one may follow at once. */
  private async sendOne(message: Unsent): Promise<boolean> {
    this.parts.onState(message, 'sending')
    const { id, text, attachments } = message
    const answer = await this.parts.send({ id, text, attachments }).catch(() => null)
    if (answer?.ok === true) {
      this.failures = 0
      this.discard(id)
      this.parts.onAccepted(message, answer.result)
      return true
    }
    // A picture that waited here for more than a day is gone at the gateway; the same message would never get through.
    if (answer !== null && (!answer.error.retryable || answer.error.code === 'attachment-missing')) {
      const failed = { ...message, problem: answer.error }
      this.keep(failed)
      this.parts.onState(failed, 'failed')
      return true
    }
    this.parts.onState(message, 'waiting')
    return false
  }
}

/** What this page wrote itself, or leftovers of another version, which are left alone. */
function parse(stored: string | null): Unsent | null {
  try {
    const value = JSON.parse(stored ?? '') as Partial<Unsent>
    if (typeof value.id !== 'string' || typeof value.text !== 'string' || !Array.isArray(value.attachments)) return null
    return { id: value.id, text: value.text, attachments: value.attachments, at: value.at ?? 0, problem: value.problem ?? null }
  } catch {
    return null
  }
}
