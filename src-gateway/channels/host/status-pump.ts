import type { Logger } from 'pino'
import type { ConversationStatus } from '../../../src-shared/domain/conversation.ts'
import type { Context } from '../../context.ts'
import type { StatusSaid } from '../connector.ts'
import { type Repeat, repeat } from '../repeat.ts'
import { settleStatus } from './thread-status.ts'

/** How often it is looked for statuses that wait, at least, in milliseconds. */
const LOOK_MS = 60_000
const FIRST_PAUSE_MS = 5000

/** Says of one line's conversations whether they are open or resolved, one after the other, again and again until settled. */
export class StatusPump {
  private readonly work: Repeat
  private restMs = LOOK_MS
  private stopped = false

  constructor(
    private readonly context: Context,
    private readonly connectorId: string,
    private readonly say: (threadId: string, status: ConversationStatus) => Promise<StatusSaid>,
    private readonly chance: () => number,
    private readonly log: Logger,
  ) {
    this.work = repeat({ clock: context.clock, turn: () => this.turn(), restMs: () => this.restMs, firstPauseMs: FIRST_PAUSE_MS, longestPauseMs: LOOK_MS })
  }

  start(): void {
    this.work.start()
  }

  async stop(): Promise<void> {
    this.stopped = true
    await this.work.stop()
  }

  wake(): void {
    void this.work.soon()
  }

  private async turn(): Promise<boolean> {
    const { store, clock } = this.context
    try {
      while (!this.stopped && await this.sayNext());
      const next = await store.read((tx) => tx.channels.nextStatus(this.connectorId, clock.now()))
      this.restMs = Math.min(LOOK_MS, next === null ? LOOK_MS : Math.max(1, next - clock.now()))
      return true
    } catch (thrown) {
      this.log.error({ err: thrown }, 'the status of a conversation could not be said')
      return false
    }
  }

  /** @returns false: none is due. */
  private async sayNext(): Promise<boolean> {
    const { store, clock } = this.context
    const due = await store.read(async (tx) => {
      const row = await tx.channels.dueStatus(this.connectorId, clock.now())
      const thread = row === null ? null : await tx.channels.threadOf(row.conversationId)
      const conversation = row === null ? undefined : (await tx.conversation(row.conversationId))?.conversation
      return row === null || thread === null || conversation === undefined ? null : { row, threadId: thread.threadId, status: conversation.status }
    })
    if (due === null) return false
    const answer = await this.say(due.threadId, due.status)
    if (answer.state === 'failed') this.log.warn({ conversationId: due.row.conversationId, status: due.status }, 'the other side does not take the status of a conversation')
    await store.write((tx) => settleStatus(tx, clock.now(), due.row, due.status, answer, this.chance()))
    return true
  }
}
