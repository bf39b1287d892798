import type { ChatMessage } from '../../../../src-shared/wire/web-chat.ts'

/** Tells the desk how far the customer has read, at most once for each message of the desk that came into sight. */
export class ReadMarks {
  private readonly tell: (seq: number) => Promise<boolean>
  private told = 0
  private telling = false

  /** @param tell resolves to whether the gateway has heard it */
  constructor(tell: (seq: number) => Promise<boolean>) {
    this.tell = tell
  }

  /** Everything in `messages` is on a page in sight, down to the last. What could not be told is told with the next sight. */
  inSight(messages: readonly ChatMessage[]): void {
    const seq = messages.findLast((message) => message.author.kind !== 'customer')?.seq ?? 0
    if (this.telling || seq <= this.told) return
    this.telling = true
    void this.tell(seq).catch(() => false).then((heard) => {
      this.telling = false
      if (heard) this.told = seq
    })
  }
}
