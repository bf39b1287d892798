import type { ChatMessage } from '../../../../src-shared/wire/web-chat.ts'

/**
 * The conversation as the gateway told it, by sequence number. Pushes may come twice or not at all: `missing` tells when
 * something lies between, and `lastSeq` from where to ask again.
 */
export class Thread {
  private readonly bySeq = new Map<number, ChatMessage>()
  private contiguous = 0

  /** The last number up to which nothing is missing. */
  get lastSeq(): number {
    return this.contiguous
  }

  get missing(): boolean {
    return this.bySeq.size > 0 && Math.max(...this.bySeq.keys()) > this.contiguous
  }

  /** @returns the messages that were new. */
  add(messages: readonly ChatMessage[]): ChatMessage[] {
    const fresh = messages.filter((message) => !this.bySeq.has(message.seq))
    for (const message of fresh) this.bySeq.set(message.seq, message)
    while (this.bySeq.has(this.contiguous + 1)) this.contiguous += 1
    return fresh
  }

  /** What `hello` answered: all there is after `lastSeq`; a long history starts later, and that is no gap. */
  addHistory(messages: readonly ChatMessage[]): ChatMessage[] {
    const first = messages[0]
    if (first !== undefined && first.seq > this.contiguous + 1) this.contiguous = first.seq - 1
    return this.add(messages)
  }

  /** Support took these back: what stood there is gone, and quotes of it are empty. */
  recall(seqs: readonly number[]): void {
    for (const seq of seqs) {
      const message = this.bySeq.get(seq)
      if (message === undefined || message.recalled === true) continue
      this.bySeq.set(seq, { ...message, text: '', attachments: [], quote: undefined, recalled: true })
      for (const [at, other] of this.bySeq) {
        if (other.quote?.id === message.id) this.bySeq.set(at, { ...other, quote: { ...other.quote, text: '', pictures: 0 } })
      }
    }
  }

  has(id: string): boolean {
    return [...this.bySeq.values()].some((message) => message.id === id)
  }

  /** Oldest first. */
  list(): ChatMessage[] {
    return [...this.bySeq.values()].sort((a, b) => a.seq - b.seq)
  }
}
