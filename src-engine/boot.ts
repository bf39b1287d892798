import path from 'node:path'
import { v7 } from 'uuid'
import type { EngineReport, EngineStart, FromEngine } from '../src-shared/contract/shell.ts'
import type { Settings } from '../src-shared/contract/desk.ts'
import { toAppError } from '../src-shared/errors.ts'
import { createAttachments } from './adapters/attachments.ts'
import { createClock } from './adapters/clock.ts'
import { describe, log } from './adapters/log.ts'
import { createPublisher } from './adapters/publisher.ts'
import { openResources } from './adapters/resources.ts'
import { backtestReaders } from './backtest-readers.ts'
import { backtestHere, createBacktester } from './backtester.ts'
import { createChosenModel } from './chosen-model.ts'
import { loadClocks, loadDrafting, loadPromiseTerms, loadWorkflows } from './drafting-files.ts'
import { createBacktests } from './flows/backtest.ts'
import { changeSeat } from './flows/attention.ts'
import { pullMissed } from './flows/catch-up.ts'
import type { Engine } from './flows/context.ts'
import { endShift } from './flows/end-shift.ts'
import { fillFinder } from './flows/fill-finder.ts'
import { createHistoryImports } from './flows/import-history.ts'
import { publishDesk } from './flows/inbox.ts'
import { renewLeases } from './flows/lease.ts'
import { nightCounts, type NightCounts } from './flows/night-counts.ts'
import { nextHour } from './flows/night-hours.ts'
import { makeReport } from './flows/report.ts'
import { readFile, type FileAnswer } from './flows/read-file.ts'
import { changeSettings, comeBack, readSettings } from './flows/settings.ts'
import { SHOP_TIME_ZONE } from './flows/shop-place.ts'
import { tellPresence } from './flows/team/presence.ts'
import { takeOwnName } from './flows/who-am-i.ts'
import { shopWays } from './flows/workflows/shop-effects.ts'
import { createGatewayLine } from './gateway-line.ts'
import { createHandlers } from './handlers.ts'
import { createHistoryReader } from './history-reader.ts'
import { createLateKnowledge } from './late-knowledge.ts'
import { createUnderstanding } from './late-understanding.ts'
import { createShellNews } from './shell-news.ts'
import { asPermitted } from './own-permission.ts'
import { openDatabase } from './store/db/open.ts'
import { createStore } from './store/index.ts'
import { connectWindow, type Port, type WindowPort } from './window-port.ts'
import { createWorkers } from './workers.ts'

export type { Port } from './window-port.ts'

/** Leases are renewed and the cursor compared with the gateway's head this often. */
const HEARTBEAT_MS = 15_000
/** After this the rest of the start is done: the first window has drawn its queue by then, and needs the processor no more. */
const FINISH_START_MS = 1_500

export interface RunningEngine {
  /** Adds a window. @returns what to do with its requests, and how to end it. */
  connect(port: Port): WindowPort
  gatewayAt(url: string, token: string): void
  attachment(sha256: string): Promise<{ type: string; bytes: Uint8Array } | null>
  file(messageId: string, sha256: string): Promise<FileAnswer>
  report(): EngineReport
  /** The person used the tray. */
  changeSeat(change: { away?: boolean | undefined; autopilotPaused?: boolean | undefined }): void
  /** What a night desk has done since `since` (this machine's clock). */
  nightCounts(since: number): NightCounts
  /** When the shop's clock next shows `hour` (HH:MM) after `since`, both by this machine's clock. */
  shopTime(hour: string, since: number): number
  /** Ends a night's work in order, before `close`. */
  endShift(): Promise<void>
  close(): Promise<void>
}

/**
 * The one place that wires the engine's parts. @throws AppError when the database cannot be opened.
 * @param topicThread the program that learns own topics in a thread; null: it is done here
 * @param pastThreads the programs that read chat exports and hold policies against them; null: it is done here
 */
export function boot(start: EngineStart, tell: (message: FromEngine) => void, topicThread: URL | null = null, pastThreads: { history: URL; backtest: URL } | null = null): RunningEngine {
  const onError = (thrown: unknown): void => log.error(describe(thrown), 'unexpected')
  const store = createStore(openDatabase({ file: path.join(start.dataDir, 'desk.db'), key: start.key, binding: start.sqliteBinding }))
  const resources = openResources(start.resourcesDir)
  const publisher = createPublisher()
  const clock = createClock(() => store.settings.read('clock-offset', 0))
  const line = createGatewayLine(start, store, () => engine, publisher, onError)
  let closed = false
  let started = false
  const { load: loadUnderstanding, ...understanding } = createUnderstanding(store, resources, topicThread)
  const { forgetVectors, ...knowledge } = createLateKnowledge(() => engine, store, resources, () => { if (started) engine.wake('vectors') })
  const model = createChosenModel(start.model, forgetVectors, onError)

  const engine: Engine = {
    store, clock, newId: v7, seatId: start.seatId, link: line.link,
    publish: (patch) => {
      publisher.publish(patch)
      if (patch.kind === 'row' || patch.kind === 'team' || patch.kind === 'outside') news.attentionSoon()
      if (patch.kind === 'desk') news.seat()
    },
    trace: (event, conversationId, detail) => tell({ kind: 'trace', event, conversationId, detail }),
    ...understanding, ...knowledge, version: start.appVersion,
    model: model.model, embeddings: model.embeddings,
    attachments: createAttachments({ dir: path.join(start.dataDir, 'attachments'), key: start.key, gateway: line.gateway }),
    ...loadDrafting(resources), clocks: loadClocks(resources), promiseTerms: loadPromiseTerms(resources),
    workflows: { shipped: loadWorkflows(resources), ...shopWays(() => engine) },
    live: {
      link: line.gateway() ? { state: 'connecting' } : { state: 'offline', since: clock.now() }, caughtUp: false, cuts: 0,
      focused: new Map(), leases: new Map(), streaming: new Map(), unnoted: new Set(), asking: new Map(), copilot: new Map(), model: { name: null, health: 'none', problem: null }, vectorsRest: { until: 0, problem: '' },
      demo: null, drill: { network: null, model: false }, colleagues: start.night ? null : new Map(), triedTopics: null, refused: null,
    },
    ownAccountChanged: () => {
      if (takeOwnName(engine)) engine.publish({ kind: 'settings', settings: settings() })
      publishDesk(engine)
    },
    wake: (worker) => { if (!closed) workers.wake(worker) },
    systemLocale: start.locale, warnings: start.warnings,
  }
  const settings = (): Settings => readSettings(engine, start.model)
  const news = createShellNews(() => engine, settings, tell)
  const workers = createWorkers(engine, start, onError)
  const past = {
    imports: createHistoryImports(engine, createHistoryReader(pastThreads?.history ?? null)),
    backtests: createBacktests(engine, () => (pastThreads ? createBacktester(pastThreads.backtest, start.resourcesDir, SHOP_TIME_ZONE) : backtestHere(backtestReaders(resources, SHOP_TIME_ZONE))), onError),
  }
  const handlers = asPermitted(engine, createHandlers({
    engine, history: past, settings, onError, patchNumber: () => publisher.current(),
    probe: async (config, embeddings) => (await import('./adapters/model/probe.ts')).probeBoth(config, embeddings), environmentModel: start.model,
    place: () => {
      const gateway = line.gateway()
      return { appVersion: start.appVersion, dataDir: start.dataDir, seatId: start.seatId, gateway: gateway && { url: gateway.url, embedded: start.embeddedGateway && line.team() === null } }
    },
    teamPlace: {
      team: line.team, fixed: !start.embeddedGateway,
      move: (to) => {
        tell({ kind: 'elsewhere', elsewhere: to !== null })
        line.moveTo(to)
      },
    },
    settingsChanged: (change) => {
      // Another theme is no reason to forget how the model is.
      if (change.model) model.use(engine)
      news.appearance()
      engine.publish({ kind: 'settings', settings: settings() })
      publishDesk(engine)
      void tellPresence(engine)
    },
  }))

  fillFinder(store)
  comeBack(engine)
  if (start.night) changeSettings(engine, { agentName: start.night.name })
  model.use(engine)
  const heartbeat = setInterval(() => { if (engine.live.caughtUp) void renewLeases(engine).then(() => tellPresence(engine)).then(() => pullMissed(engine)).catch(onError) }, HEARTBEAT_MS)
  /** What the first window does not need is loaded after it. */
  function finishStart(): void {
    if (closed) return
    started = true
    model.load()
    try {
      loadUnderstanding()
      // The first question would wait for it.
      engine.knowledge()
      // Lessons that a crash left, or that another version of the program learned.
      engine.wake('lessons')
      engine.wake('vectors')
    } catch (thrown) {
      // A desk that cannot read what customers want is no desk: said now, as any other reason not to start.
      onError(thrown)
      tell({ kind: 'failed', error: toAppError(thrown).toShape() })
    }
  }
  const cancelFinish = clock.after(FINISH_START_MS, finishStart)
  line.connect()
  news.appearance()
  if (line.team() !== null) tell({ kind: 'elsewhere', elsewhere: true })
  news.seat()
  news.attentionSoon()
  // What a crash left undone goes on: drafts need no line, the rest waits for the catch-up.
  engine.wake('drafts')
  engine.wake('side')
  engine.wake('wakeups')
  engine.wake('night')

  return {
    connect: (port) => connectWindow(port, engine, publisher, handlers, onError),
    gatewayAt: line.homeAt,
    attachment: (sha256) => engine.attachments.read(sha256),
    file: (messageId, sha256) => readFile(engine, messageId, sha256),
    report: () => makeReport(engine),
    nightCounts: (since) => nightCounts(engine, since + store.settings.read('clock-offset', 0)),
    shopTime: (hour, since) => nextHour(engine, hour, since + store.settings.read('clock-offset', 0)) - store.settings.read('clock-offset', 0),
    async endShift() {
      await endShift(engine)
      await workers.outbox.idle()
    },
    changeSeat(change) {
      changeSeat(engine, change)
      void tellPresence(engine)
      engine.publish({ kind: 'settings', settings: settings() })
    },
    async close() {
      closed = true
      engine.live.drill = { network: null, model: false }
      cancelFinish()
      clearInterval(heartbeat)
      news.close()
      line.link.close()
      for (const { abort } of [...engine.live.streaming.values(), ...engine.live.asking.values(), ...engine.live.copilot.values()]) abort.abort()
      workers.stop()
      past.imports.stop()
      past.backtests.stop()
      await Promise.allSettled([...engine.live.asking.values()].map(({ done }) => done))
      await Promise.all([workers.idle(), ...[...engine.live.copilot.values()].map(({ done }) => done.catch(onError))])
      store.close()
    },
  }
}
