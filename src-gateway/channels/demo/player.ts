import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Attachment } from '../../../src-shared/domain/attachment.ts'
import type { DemoConversation } from '../../../src-shared/domain/demo-shop.ts'
import type { Context } from '../../context.ts'
import { keepPicture } from '../../files/attachments.ts'
import { LOG_ID } from '../../log.ts'
import type { DemoProgress } from '../../store/store.ts'
import { conversationIdOf, ELAPSED, freshProgress, moveProgress, playStep } from './play-step.ts'
import { isOver, nextFate, RECORDING_SECONDS } from './schedule.ts'

/** Longest time between two looks, in milliseconds; also how much of the recording's time a kill may lose. */
const LONGEST_REST_MS = 5000
const SHORTEST_REST_MS = 20

export interface DemoPlayerOptions {
  scripts: readonly DemoConversation[]
  picturesDir: string
  /** Seconds of the recording per second of the clock. */
  speed: number
}

export interface DemoPlayer {
  /** Starts, or goes on where the last run stopped; the recording's time stands still while nothing plays. */
  start(): void
  stop(): Promise<void>
  isDone(): Promise<boolean>
}

/** Plays the recorded customers into the log. Everything it must remember lies in the store. */
export function createDemoPlayer(context: Context, options: DemoPlayerOptions): DemoPlayer {
  return new Player(context, options)
}

class Player implements DemoPlayer {
  private readonly context: Context
  private readonly options: DemoPlayerOptions
  private readonly unsubscribe: () => void
  private started = false
  private stopped = false
  private startedAt = 0
  private elapsedBefore = 0
  private cancelTimer: () => void = () => undefined
  private looking: Promise<void> | null = null
  private again = false

  constructor(context: Context, options: DemoPlayerOptions) {
    this.context = context
    this.options = options
    this.unsubscribe = context.store.onAppended((events) => {
      const reply = events.some(({ change }) => change.type === 'message' && change.message.author.kind !== 'customer')
      if (reply && this.started) this.look()
    })
  }

  start(): void {
    if (this.started) return
    this.started = true
    void this.context.store.read((tx) => tx.meta(ELAPSED)).then((elapsed) => {
      this.elapsedBefore = Number(elapsed ?? 0)
      this.startedAt = this.context.clock.now()
      this.look()
    }, this.failed)
  }

  async stop(): Promise<void> {
    this.stopped = true
    this.unsubscribe()
    this.cancelTimer()
    await this.looking
    if (this.startedAt > 0) await this.rememberElapsed()
  }

  async isDone(): Promise<boolean> {
    if (this.startedAt === 0) return false
    const elapsed = this.elapsed()
    const progress = await this.progress()
    return this.options.scripts.every((script) => isOver(script.steps, progress(script.id), elapsed, this.options.speed))
  }

  private elapsed(): number {
    return this.elapsedBefore + (this.context.clock.now() - this.startedAt) / 1000 * this.options.speed
  }

  /** Not for ever: once nothing can fall due any more, an idle gateway writes nothing. */
  private async rememberElapsed(): Promise<void> {
    const elapsed = this.elapsed()
    if (elapsed < 2 * RECORDING_SECONDS) await this.context.store.write((tx) => tx.setMeta(ELAPSED, String(elapsed)))
  }

  private async progress(): Promise<(demoId: string) => DemoProgress> {
    const rows = new Map((await this.context.store.read((tx) => tx.demoProgress())).map((row) => [row.demoId, row]))
    return (demoId) => rows.get(demoId) ?? freshProgress(demoId)
  }

  /** One look at a time; a call while one is under way makes it look again. */
  private look(): void {
    if (this.stopped || this.startedAt === 0) return
    this.again = true
    if (this.looking !== null) return
    this.cancelTimer()
    this.looking = this.lookOnce().catch(this.failed).finally(() => { this.looking = null })
  }

  private readonly failed = (thrown: unknown): void => {
    if (this.stopped) return
    this.context.log.error({ err: thrown }, 'demo player failed')
    this.rest(LONGEST_REST_MS)
  }

  private rest(milliseconds: number): void {
    this.cancelTimer()
    this.cancelTimer = this.context.clock.after(milliseconds, () => { this.look() })
  }

  private async lookOnce(): Promise<void> {
    let next = Number.POSITIVE_INFINITY
    while (this.again && !this.stopped) {
      this.again = false
      next = Number.POSITIVE_INFINITY
      const logId = await this.context.store.read((tx) => tx.meta(LOG_ID)) ?? ''
      const progress = await this.progress()
      for (const script of this.options.scripts) {
        if (this.stopped) return
        next = Math.min(next, await this.playDue(script, progress(script.id), logId))
      }
      await this.rememberElapsed()
    }
    const untilNext = (next - this.elapsed()) / this.options.speed * 1000
    this.rest(Math.min(LONGEST_REST_MS, Math.max(SHORTEST_REST_MS, untilNext)))
  }

  /** Plays and skips what is due in one conversation. Answers when it wants to be looked at again. */
  private async playDue(script: DemoConversation, from: DemoProgress, logId: string): Promise<number> {
    const { store, clock, shopId } = this.context
    let progress = await this.noticeReply(script, from, logId)
    for (;;) {
      const fate = nextFate(script.steps, progress, this.elapsed())
      if (fate.do === 'end') return Number.POSITIVE_INFINITY
      if (fate.do === 'wait') return fate.until ?? Number.POSITIVE_INFINITY
      const at = progress
      if (fate.do === 'play') {
        const attachments = await this.picture(script.steps[at.nextStep]?.picture)
        await store.write((tx) => playStep(tx, clock.now(), { logId, shopId, script }, at, this.elapsed(), attachments))
      } else await store.write((tx) => moveProgress(tx, at, { ...at, nextStep: at.nextStep + 1 }))
      progress = (await this.progress())(script.id)
    }
  }

  private async noticeReply(script: DemoConversation, progress: DemoProgress, logId: string): Promise<DemoProgress> {
    const { lastPlayed, replyAt } = progress
    if (lastPlayed === null || replyAt !== null || progress.nextStep >= script.steps.length) return progress
    const row = await this.context.store.read((tx) => tx.conversation(conversationIdOf(logId, script.id)))
    if (row === null || row.lastDeskSeq <= lastPlayed.seq) return progress
    const noticed = { ...progress, replyAt: this.elapsed() }
    await this.context.store.write((tx) => moveProgress(tx, progress, noticed))
    return noticed
  }

  private async picture(file: string | undefined): Promise<Attachment[]> {
    if (file === undefined) return []
    const bytes = await readFile(join(this.options.picturesDir, basename(file)))
    return [await keepPicture(this.context.store, this.context.files, bytes, null)]
  }
}
