import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Attachment } from '../../../src-shared/domain/attachment.ts'
import { DEMO_DAY_SECONDS } from '../../../src-shared/domain/demo-day.ts'
import type { DemoAction, DemoState } from '../../../src-shared/domain/demo-play.ts'
import type { DemoConversation } from '../../../src-shared/domain/demo-shop.ts'
import type { Context } from '../../context.ts'
import { keepPicture } from '../../files/attachments.ts'
import { LOG_ID } from '../../log.ts'
import type { DemoProgress } from '../../store/store.ts'
import { beginsAt, comeSoFar, freshProgress, nextSceneOf, type Scene, scenesOf, stillToCome } from './cast.ts'
import { type DayClock, readDayClock, saveDayClock } from './day-clock.ts'
import { DemoTime } from './demo-time.ts'
import { direct } from './direct.ts'
import { conversationIdOf, moveProgress, playStep } from './play-step.ts'
import { isOver, nextFate } from './schedule.ts'

/** Longest time between two looks, in milliseconds; also how much of the recording's time a kill may lose. */
const LONGEST_REST_MS = 5000
const SHORTEST_REST_MS = 20
/** How long after the end of the day its time is still kept, in seconds: an idle gateway must not write for ever. */
const KEPT_AFTER_THE_DAY = 3600

export interface DemoPlayerOptions {
  scripts: readonly DemoConversation[]
  picturesDir: string
  /** Seconds of the recording per second of the clock, at the start. */
  speed: number
  /** Where a demo that was never played begins, and before which time customers begin (null: to the end); seconds after the day's beginning. */
  from: number
  until: number | null
}

export interface DemoPlayer {
  /** Starts, or goes on where the last run stopped; the recording's time stands still while nothing plays. */
  start(): Promise<void>
  stop(): Promise<void>
  state(): Promise<DemoState>
  /** Does what a seat wants and answers how the demo stands then. @throws AppError `not-found` where nobody is angry in these scripts */
  control(action: DemoAction): Promise<DemoState>
  /** Hears of every change but the passing of time. */
  onChanged(listener: (state: DemoState) => void): void
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
  private readonly time: DemoTime
  private day: DayClock
  private starting: Promise<void> | null = null
  private running = false
  private stopped = false
  private listener: (state: DemoState) => void = () => undefined
  private cancelTimer: () => void = () => undefined
  /** Looks and wishes, one after the other: none may work with what another is changing. */
  private turn: Promise<unknown> = Promise.resolve()
  private lookWaits = false

  constructor(context: Context, options: DemoPlayerOptions) {
    this.context = context
    this.options = options
    this.time = new DemoTime(() => context.clock.now(), options.from, options.speed)
    this.day = { at: options.from, since: options.from, round: 0 }
    this.unsubscribe = context.store.onAppended((events) => {
      const reply = events.some(({ change }) => change.type === 'message' && change.message.author.kind !== 'customer')
      if (reply) this.look()
    })
  }

  start(): Promise<void> {
    this.starting ??= this.context.store.read(readDayClock).then((stored) => {
      this.begin(stored)
      this.look()
    }, (thrown: unknown) => {
      // The next seat, or the next wish, tries again.
      this.starting = null
      this.failed(thrown)
    })
    return this.starting
  }

  private begin(stored: DayClock | null): void {
    const { from, until } = this.options
    // A part of the day that is asked for begins at its beginning, wherever an earlier demo stood before it.
    if (stored !== null && (until === null || stored.at >= from)) this.day = stored
    this.time.jump(this.day.at)
    this.running = true
  }

  async stop(): Promise<void> {
    this.stopped = true
    this.unsubscribe()
    this.cancelTimer()
    await this.turn
    if (this.running) await this.rememberTime()
  }

  onChanged(listener: (state: DemoState) => void): void {
    this.listener = listener
  }

  async state(): Promise<DemoState> {
    const { scripts } = this.options
    const { rows, stored } = await this.context.store.read(async (tx) => ({ rows: await tx.demoProgress(), stored: await readDayClock(tx) }))
    const { at, round } = this.running ? this.now() : stored ?? this.day
    return {
      playing: this.time.playing, speed: this.time.speed, at: Math.min(at, DEMO_DAY_SECONDS), asOf: this.context.clock.now(),
      started: comeSoFar(scripts, rows, round), total: scripts.length,
    }
  }

  async control(action: DemoAction): Promise<DemoState> {
    await this.start()
    await this.inTurn(async () => {
      this.day = await this.context.store.write((tx) => direct(tx, this.options.scripts, this.now(), action))
      if (action.action === 'jump') this.time.jump(action.to)
      else if (action.action === 'speed') this.time.setSpeed(action.speed)
      else if (action.action === 'pause') this.time.pause()
      else if (action.action === 'resume') this.time.resume()
    })
    this.look()
    await this.turn
    const state = await this.state()
    this.listener(state)
    return state
  }

  async isDone(): Promise<boolean> {
    if (!this.running) return false
    const { scripts, until } = this.options
    const rows = await this.context.store.read((tx) => tx.demoProgress())
    const now = this.now()
    return stillToCome(scripts, rows, now, until).length === 0
      && scenesOf(scripts, rows).every(({ scene, progress }) => isOver(scene.script.steps, progress, now.at, this.time.speed, until ?? DEMO_DAY_SECONDS))
  }

  private now(): DayClock {
    return { ...this.day, at: this.time.at() }
  }

  private async rememberTime(): Promise<void> {
    const now = this.now()
    if (now.at < DEMO_DAY_SECONDS + KEPT_AFTER_THE_DAY) await this.context.store.write((tx) => saveDayClock(tx, now))
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.turn.then(work)
    this.turn = mine.catch(() => undefined)
    return mine
  }

  /** Looks what is due, in turn; a call while one waits already adds nothing. */
  private look(): void {
    if (this.stopped || !this.running || this.lookWaits) return
    this.lookWaits = true
    this.cancelTimer()
    this.inTurn(() => {
      this.lookWaits = false
      return this.lookOnce()
    }).catch(this.failed)
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
    const { scripts, until } = this.options
    const { logId, rows } = await this.context.store.read(async (tx) => ({ logId: await tx.meta(LOG_ID) ?? '', rows: await tx.demoProgress() }))
    let next = Number.POSITIVE_INFINITY
    for (const { scene, progress } of scenesOf(scripts, rows)) next = Math.min(next, await this.playDue(scene, progress, logId))
    let came = 0
    for (const script of stillToCome(scripts, rows, this.day, until)) {
      const begins = beginsAt(script)
      if (begins > this.time.at()) {
        next = Math.min(next, begins)
        break
      }
      const scene = nextSceneOf(script, rows)
      next = Math.min(next, await this.playDue(scene, freshProgress(scene.demoId, this.day.round), logId))
      came += 1
    }
    if (this.stopped) return
    await this.rememberTime()
    if (came > 0) this.listener(await this.state())
    // Paused, only a reply or a wish can change anything, and both look by themselves.
    if (!this.time.playing) return
    this.rest(Math.min(LONGEST_REST_MS, Math.max(SHORTEST_REST_MS, (next - this.time.at()) / this.time.speed * 1000)))
  }

  /** Plays and skips what is due in one conversation. Answers when it wants to be looked at again. */
  private async playDue(scene: Scene, from: DemoProgress, logId: string): Promise<number> {
    const { store, clock, shopId } = this.context
    let progress = await this.noticeReply(scene, from, logId)
    while (!this.stopped) {
      const fate = nextFate(scene.script.steps, progress, this.time.at())
      if (fate.do === 'end') return Number.POSITIVE_INFINITY
      if (fate.do === 'wait') return fate.until ?? Number.POSITIVE_INFINITY
      const at = progress
      if (fate.do === 'play') {
        const attachments = await this.picture(scene.script.steps[at.nextStep]?.picture)
        await store.write((tx) => playStep(tx, clock.now(), { logId, shopId, scene }, at, this.now(), attachments))
      } else await store.write((tx) => moveProgress(tx, at, { ...at, nextStep: at.nextStep + 1 }))
      const rows = await store.read((tx) => tx.demoProgress())
      progress = rows.find((row) => row.demoId === scene.demoId) ?? at
    }
    return Number.POSITIVE_INFINITY
  }

  private async noticeReply({ demoId, script }: Scene, progress: DemoProgress, logId: string): Promise<DemoProgress> {
    const { lastPlayed, replyAt } = progress
    if (lastPlayed === null || replyAt !== null || progress.nextStep >= script.steps.length) return progress
    const row = await this.context.store.read((tx) => tx.conversation(conversationIdOf(logId, demoId)))
    if (row === null || row.lastDeskSeq <= lastPlayed.seq) return progress
    const noticed = { ...progress, replyAt: this.time.at() }
    await this.context.store.write((tx) => moveProgress(tx, progress, noticed))
    return noticed
  }

  private async picture(file: string | undefined): Promise<Attachment[]> {
    if (file === undefined) return []
    const bytes = await readFile(join(this.options.picturesDir, basename(file)))
    return [await keepPicture(this.context.store, this.context.files, bytes, null)]
  }
}
