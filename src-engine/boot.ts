import path from 'node:path'
import { v7 } from 'uuid'
import type { PortReply } from '../src-shared/contract/port.ts'
import type { EngineReport, EngineStart, FromEngine } from '../src-shared/contract/shell.ts'
import type { Settings } from '../src-shared/contract/desk.ts'
import { toAppError } from '../src-shared/errors.ts'
import { createAttachments } from './adapters/attachments.ts'
import { createClock } from './adapters/clock.ts'
import { describe, log } from './adapters/log.ts'
import { createLateLink } from './adapters/late-link.ts'
import { createLateEmbeddings, createLateModel } from './adapters/late-model.ts'
import { createPublisher } from './adapters/publisher.ts'
import { openResources, type Resources } from './adapters/resources.ts'
import { answer, type Session } from './door.ts'
import { createHandlers } from './handlers.ts'
import { createKnowledge, type Knowledge, type SenseParts } from './domain/knowledge/index.ts'
import { createPhraseIndex, type PhraseIndex } from './domain/phrases/search.ts'
import type { EmbeddingsPort } from './domain/knowledge/embedding/port.ts'
import type { Adjuster } from './domain/teach/adjuster.ts'
import { attention, changeSeat, seat } from './flows/attention.ts'
import { catchUp, onCut, onPushed, pullMissed } from './flows/catch-up.ts'
import type { Engine } from './flows/context.ts'
import { hearDemo } from './flows/control-demo.ts'
import { endShift } from './flows/end-shift.ts'
import { fillFinder } from './flows/fill-finder.ts'
import { publishDesk } from './flows/inbox.ts'
import { focusConversation, renewLeases } from './flows/lease.ts'
import { modelChosen } from './flows/model-health.ts'
import { nightCounts, type NightCounts } from './flows/night-counts.ts'
import { nextHour } from './flows/night-hours.ts'
import { makeReport } from './flows/report.ts'
import { changeSettings, comeBack, deskLanguage, readSettings, storedModel } from './flows/settings.ts'
import { createTopicLearner } from './adapters/topic-learner.ts'
import { parseGuardLines, type GuardLine } from './domain/teach/guard.ts'
import { createBacktests } from './flows/backtest.ts'
import { createHistoryImports } from './flows/import-history.ts'
import { SHOP_TIME_ZONE } from './flows/shop-place.ts'
import { backtestHere, createBacktester } from './backtester.ts'
import { backtestReaders } from './backtest-readers.ts'
import { createHistoryReader } from './history-reader.ts'
import { createTaught } from './flows/taught.ts'
import { storedTeam, TEAM } from './flows/stored-team.ts'
import { takeOwnName } from './flows/who-am-i.ts'
import type { Team } from './people-handlers.ts'
import { createDraftWorker } from './jobs/drafts.ts'
import { createLessonWorker } from './jobs/lessons.ts'
import { createNightWorker } from './jobs/night.ts'
import { createCaseWorker } from './jobs/cases.ts'
import { createOutboxWorker } from './jobs/outbox.ts'
import { createPhraseWorker } from './jobs/phrases.ts'
import { createRoutineWorker } from './jobs/routine.ts'
import { createUploadWorker } from './jobs/uploads.ts'
import { createVectorWorker } from './jobs/vectors.ts'
import { createSelfWorker } from './jobs/self-work.ts'
import { createSideWorker } from './jobs/side.ts'
import { createWakeups } from './jobs/wakeups.ts'
import { createWorkflowWorker } from './jobs/workflows.ts'
import { openDatabase } from './store/db/open.ts'
import { createStore } from './store/index.ts'
import { learnTopicsHere } from './learn-topics.ts'
import { shopWays } from './flows/workflows/shop-effects.ts'
import { loadClocks, loadDrafting, loadPromiseTerms, loadWorkflows } from './drafting-files.ts'
import { hearPresence, tellPresence } from './flows/team/presence.ts'
import { openSenses } from './knowledge-files.ts'
import { readTriage, type TriageParts } from './open-triage.ts'

/** Leases are renewed and the cursor compared with the gateway's head this often. */
const HEARTBEAT_MS = 15_000
const RENEW_MS = 1_000
/** After this the rest of the start is done: the first window has drawn its queue by then, and needs the processor no more. */
const FINISH_START_MS = 1_500

export interface Port {
  post(reply: PortReply): void
}

export interface RunningEngine {
  /** Adds a window. @returns what to do with its requests, and how to end it. */
  connect(port: Port): { request(data: unknown): void; close(): void }
  gatewayAt(url: string, token: string): void
  attachment(sha256: string): Promise<{ type: string; bytes: Uint8Array } | null>
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

/** Triage with what this desk was taught, and as it was shipped. @throws when one of its files is malformed */
function loadTriage(resources: Resources, adjust: Adjuster): Pick<Engine, 'triage' | 'untaught'> & Pick<TriageParts, 'products'> {
  const { make, products } = readTriage(resources)
  return { triage: make(adjust), untaught: make(), products }
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
  /** The gateway of this computer, or the one that was named from outside. */
  let home = start.gateway
  const team = (): Team | null => storedTeam(store)
  const place = (): { url: string; token: string } | null => (start.embeddedGateway ? team() : null) ?? home
  let gateway = place()
  let knowledge: Knowledge | null = null
  /** Read at the first question to the knowledge, and kept when the articles change. */
  let senses: SenseParts | null = null
  let phrases: PhraseIndex | null = null
  let model: ReturnType<typeof createLateModel> | null = null
  let embeddings: EmbeddingsPort | null = null

  const link = createLateLink({
    seatId: start.seatId, onError,
    handlers: {
      connected: (connection) => void catchUp(engine).catch((thrown) => {
        onError(thrown)
        // A catch-up that failed on a standing line (a lost answer) starts over; a cut line connects again by itself.
        clock.after(RENEW_MS, () => connection.renew())
      }),
      cut: () => onCut(engine),
      refused: (error) => {
        log.warn({ code: error.code }, 'seat refused')
        engine.live.refused = error
        publishDesk(engine)
      },
      events: (events) => void onPushed(engine, events).catch(onError),
      typing: (conversationId) => publisher.publish({ kind: 'typing', conversationId }),
      demo: (state) => hearDemo(engine, state),
      presence: (seats) => hearPresence(engine, seats),
      colleague: ({ seatId, conversationId }) => publisher.publish({ kind: 'colleague', seatId, conversationId }),
    },
  })
  let closed = false
  let started = false
  let openTriage: ReturnType<typeof loadTriage> | null = null
  let products: ReturnType<Engine['products']> | null = null
  let guardLines: readonly GuardLine[] | null = null
  const taught = createTaught(store, () => (guardLines ??= parseGuardLines(resources.text('triage', 'guard-set.jsonl'))))
  /** Read when the first message comes, or after the start: no row of the queue needs it. */
  const triage = (): ReturnType<typeof loadTriage> => (openTriage ??= loadTriage(resources, taught.adjust))

  const engine: Engine = {
    store, clock, newId: v7, seatId: start.seatId, link,
    publish: (patch) => {
      publisher.publish(patch)
      if (patch.kind === 'row' || patch.kind === 'team') attentionSoon()
      if (patch.kind === 'desk') tellSeat()
    },
    trace: (event, conversationId, detail) => tell({ kind: 'trace', event, conversationId, detail }),
    triage: (input) => triage().triage(input), untaught: (input) => triage().untaught(input), taught,
    products: () => (products ??= triage().products(store.shop.products())),
    productsChanged: () => { products = null },
    learnTopics: topicThread ? createTopicLearner(topicThread) : async (...data) => learnTopicsHere(...data), version: start.appVersion,
    knowledge: () => (knowledge ??= createKnowledge(store.shop.articles(), senses ??= openSenses(resources))),
    knowledgeChanged: (id) => {
      const article = id === null ? null : store.shop.article(id)
      if (id === null) knowledge = null
      else if (article) knowledge?.put(article)
      else knowledge?.remove(id)
      if (started) engine.wake('vectors')
    },
    phrases: () => (phrases ??= createPhraseIndex(store.phrases.all())),
    phrasesChanged: () => { phrases = null },
    model: () => model, embeddings: () => embeddings,
    attachments: createAttachments({ dir: path.join(start.dataDir, 'attachments'), key: start.key, gateway: () => gateway }),
    ...loadDrafting(resources), clocks: loadClocks(resources), promiseTerms: loadPromiseTerms(resources),
    workflows: { shipped: loadWorkflows(resources), ...shopWays(() => engine) },
    live: {
      link: gateway ? { state: 'connecting' } : { state: 'offline', since: clock.now() }, caughtUp: false, cuts: 0,
      focused: new Map(), leases: new Map(), streaming: new Map(), asking: new Map(), copilot: new Map(), model: { name: null, health: 'none', problem: null }, vectorsRest: { until: 0, problem: '' },
      demo: null, drill: { network: null, model: false }, colleagues: start.night ? null : new Map(), triedTopics: null, refused: null,
    },
    ownAccountChanged: () => {
      if (takeOwnName(engine)) engine.publish({ kind: 'settings', settings: settings() })
      publishDesk(engine)
    },
    wake: (worker) => { if (!closed) workers[worker]?.wake() },
    systemLocale: start.locale, warnings: start.warnings,
  }

  const workers = {
    cases: createCaseWorker(engine, onError),
    outbox: createOutboxWorker(engine, onError), uploads: createUploadWorker(engine, onError), drafts: createDraftWorker(engine, onError), vectors: createVectorWorker(engine, onError), routine: createRoutineWorker(engine, onError),
    workflows: createWorkflowWorker(engine, onError), side: createSideWorker(engine, onError), phrases: createPhraseWorker(engine, onError), lessons: createLessonWorker(engine, onError),
    night: start.night ? createNightWorker(engine, onError) : null,
    'self-work': start.selfWork ? createSelfWorker(engine, deskLanguage(engine), onError) : null, wakeups: createWakeups(engine, onError),
  }

  let attentionTimer: (() => void) | null = null
  function attentionSoon(): void {
    attentionTimer ??= clock.after(300, () => {
      attentionTimer = null
      if (closed) return
      tell(attention(engine))
    })
  }

  let seatTold = ''
  function tellSeat(): void {
    const now = seat(engine)
    if (seatTold === (seatTold = JSON.stringify(now))) return
    tell(now)
  }

  const settings = (): Settings => readSettings(engine, start.model)
  function useModel(): void {
    const chosen = storedModel(engine) ?? start.model
    model = chosen ? createLateModel(chosen) : null
    if (started) void model?.load().catch(onError)
    modelChosen(engine, chosen?.name ?? null)
    const named = chosen?.embeddings ?? ''
    if (named !== (embeddings?.name ?? '')) {
      store.vectors.forgetOthers(named)
      knowledge?.forgetVectors()
    }
    embeddings = chosen && named !== '' ? createLateEmbeddings({ ...chosen, name: named }) : null
    engine.live.vectorsRest = { until: 0, problem: '' }
    if (started) engine.wake('vectors')
  }
  function appearance(): void {
    tell({ kind: 'appearance', theme: settings().theme, language: deskLanguage(engine) })
    const { shortcut, hidden } = settings().side
    tell({ kind: 'side', shortcut, hidden })
  }
  const past = {
    imports: createHistoryImports(engine, createHistoryReader(pastThreads?.history ?? null)),
    backtests: createBacktests(engine, () => (pastThreads ? createBacktester(pastThreads.backtest, start.resourcesDir, SHOP_TIME_ZONE) : backtestHere(backtestReaders(resources, SHOP_TIME_ZONE))), onError),
  }
  const handlers = createHandlers({
    engine, history: past, settings, onError, patchNumber: () => publisher.current(),
    probe: async (config, embeddings) => (await import('./adapters/model/probe.ts')).probeBoth(config, embeddings), environmentModel: start.model,
    place: () => ({ appVersion: start.appVersion, dataDir: start.dataDir, seatId: start.seatId, gateway: gateway && { url: gateway.url, embedded: start.embeddedGateway && team() === null } }),
    teamPlace: { team, fixed: !start.embeddedGateway, move: moveTo },
    settingsChanged: (change) => {
      // Another theme is no reason to forget how the model is.
      if (change.model) useModel()
      appearance()
      engine.publish({ kind: 'settings', settings: settings() })
      publishDesk(engine)
      void tellPresence(engine)
    },
  })

  /** Works with another gateway from now on: what its log says comes anew. */
  function moveTo(to: Team | null): void {
    store.settings.write(TEAM, to)
    engine.live.refused = null
    tell({ kind: 'elsewhere', elsewhere: to !== null })
    settle()
    publishDesk(engine)
  }
  /** Connects to where this desk belongs now; to the same place again the line reconnects by itself. */
  function settle(): void {
    const to = place()
    if (to === null || (gateway?.url === to.url && gateway.token === to.token)) return
    gateway = { url: to.url, token: to.token }
    link.connect(to.url, to.token)
  }

  fillFinder(store)
  comeBack(engine)
  if (start.night) changeSettings(engine, { agentName: start.night.name })
  useModel()
  const heartbeat = setInterval(() => { if (engine.live.caughtUp) void renewLeases(engine).then(() => tellPresence(engine)).then(() => pullMissed(engine)).catch(onError) }, HEARTBEAT_MS)
  /** What the first window does not need is loaded after it. */
  function finishStart(): void {
    if (closed) return
    started = true
    void model?.load().catch(onError)
    try {
      triage()
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
  if (gateway) link.connect(gateway.url, gateway.token)
  appearance()
  if (team() !== null) tell({ kind: 'elsewhere', elsewhere: true })
  tellSeat()
  attentionSoon()
  // What a crash left undone goes on: drafts need no line, the rest waits for the catch-up.
  engine.wake('drafts')
  engine.wake('side')
  engine.wake('wakeups')
  engine.wake('night')

  return {
    connect(port) {
      const session: Session = { focused: null }
      const remove = publisher.add((reply) => port.post(reply))
      return {
        request: (data) => {
          const request = data as { t?: unknown; id?: unknown; call?: unknown; params?: unknown } | null
          if (request?.t !== 'call' || typeof request.id !== 'number' || typeof request.call !== 'string') return
          // What waits leaves first: a full answer must not be followed by a delta that it includes already.
          publisher.current()
          void answer(handlers, { t: 'call', id: request.id, call: request.call, params: request.params }, session, onError).then((reply) => port.post(reply))
        },
        close: () => {
          remove()
          focusConversation(engine, session.focused, null)
        },
      }
    },
    gatewayAt(url, token) {
      home = { url, token }
      settle()
    },
    attachment: (sha256) => engine.attachments.read(sha256),
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
      attentionTimer?.()
      link.close()
      for (const { abort } of [...engine.live.streaming.values(), ...engine.live.asking.values(), ...engine.live.copilot.values()]) abort.abort()
      workers.vectors.stop()
      past.imports.stop()
      past.backtests.stop()
      await Promise.allSettled([...engine.live.asking.values()].map(({ done }) => done))
      await Promise.all([workers.vectors.idle(), workers.outbox.idle(), workers.cases.idle(), workers.uploads.idle(), workers.routine.idle(), workers.workflows.idle(), workers.drafts.idle(), workers.side.idle(), workers.phrases.idle(), workers.lessons.idle(), ...[...engine.live.copilot.values()].map(({ done }) => done.catch(onError))])
      store.close()
    },
  }
}
