import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { v7 } from 'uuid'
import type { Patch } from '../../src-shared/contract/port.ts'
import type { Verdict } from '../../src-shared/domain/triage.ts'
import type { ModelPort } from '../../src-engine/domain/drafting/model-port.ts'
import type { EmbeddingsPort } from '../../src-engine/domain/knowledge/embedding/port.ts'
import { createKnowledge } from '../../src-engine/domain/knowledge/index.ts'
import { loadClocks, loadDrafting, loadPromiseTerms, loadWorkflows } from '../../src-engine/drafting-files.ts'
import { openResources, type Resources } from '../../src-engine/adapters/resources.ts'
import { articlesNow } from '../../src-engine/flows/campaigns/note-articles.ts'
import { catchUp, onCut, onPushed } from '../../src-engine/flows/catch-up.ts'
import type { Engine } from '../../src-engine/flows/context.ts'
import { createPhraseIndex } from '../../src-engine/domain/phrases/search.ts'
import type { Adjuster } from '../../src-engine/domain/teach/adjuster.ts'
import { parseGuardLines } from '../../src-engine/domain/teach/guard.ts'
import { productNames } from '../../src-engine/domain/triage/entities/product-names.ts'
import { productLexicon } from '../../src-engine/domain/triage/entities/products.ts'
import { normalize } from '../../src-engine/domain/triage/normalize.ts'
import { readTriage } from '../../src-engine/open-triage.ts'
import { createTaught } from '../../src-engine/flows/taught.ts'
import { learnTopicsHere } from '../../src-engine/learn-topics.ts'
import { createLessonWorker } from '../../src-engine/jobs/lessons.ts'
import { createDraftWorker } from '../../src-engine/jobs/drafts.ts'
import { createNightWorker } from '../../src-engine/jobs/night.ts'
import { createCaseWorker } from '../../src-engine/jobs/cases.ts'
import { createOutboxWorker } from '../../src-engine/jobs/outbox.ts'
import { createVectorWorker } from '../../src-engine/jobs/vectors.ts'
import { createUnderstoodWorker } from '../../src-engine/jobs/understood.ts'
import { createUploadWorker } from '../../src-engine/jobs/uploads.ts'
import { createOutcomeWorker } from '../../src-engine/jobs/outcomes.ts'
import { createPhraseWorker } from '../../src-engine/jobs/phrases.ts'
import { createRoutineWorker } from '../../src-engine/jobs/routine.ts'
import { createSideLookupWorker } from '../../src-engine/jobs/side-lookup.ts'
import { createSideWorker } from '../../src-engine/jobs/side.ts'
import { createWakeups } from '../../src-engine/jobs/wakeups.ts'
import { shopWays } from '../../src-engine/flows/workflows/shop-effects.ts'
import { createWorkflowWorker } from '../../src-engine/jobs/workflows.ts'
import { openDatabase } from '../../src-engine/store/db/open.ts'
import { createStore } from '../../src-engine/store/index.ts'
import { createAttachments } from '../../src-engine/adapters/attachments.ts'
import type { AttachmentPort } from '../../src-engine/flows/ports.ts'
import type { MemoryGateway } from './memory-gateway.ts'

/** What a desk under test needs of its gateway: one in memory, or the one that ships. */
export type DeskGateway = Pick<MemoryGateway, 'call' | 'upload' | 'now' | 'online' | 'onEvents'>

export const KEY = 'ab'.repeat(32)
export const binding = process.env['DESKMATE_SQLITE_BINDING'] ?? null

/** A verdict that says nothing but what a test needs: `!!!` is anger, `物流` asks for the parcel. */
export function plainVerdict(text: string): Verdict {
  const angry = text.includes('!!!')
  return {
    language: { code: /\p{Script=Han}/u.test(text) ? 'zh' : 'en', confidence: 1 },
    topics: /物流|到哪|where is my order/i.test(text) ? [{ label: 'where_is_order', confidence: 0.95 }] : [], acts: [], marks: [],
    emotion: angry ? { label: 'angry', level: 3, scores: {} } : { label: 'calm', level: 0, scores: {} },
    dissatisfaction: angry ? 0.9 : 0, anger: angry ? 0.9 : 0, urgency: 0, escalation: angry ? 0.8 : 0, entities: [],
    evidence: angry ? [{ start: 0, end: 3, why: 'anger.punctuation' }] : [],
  }
}

export function temporaryFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'deskmate-test-'))
}

/** Real encrypted files; only the way to the gateway is the memory one's. A dead engine never hears of an upload's end. */
function picturesOf(dir: string, gateway: DeskGateway, isAlive: () => boolean): AttachmentPort {
  const files = createAttachments({ dir: path.join(dir, 'attachments'), key: KEY, gateway: () => null })
  return {
    ...files, upload: async (sha256) => {
      await gateway.upload(sha256, await files.read(sha256)).finally(() => (isAlive() ? undefined : new Promise(() => undefined)))
    },
  }
}

function realTriage(resources: Resources, adjust: Adjuster): Pick<Engine, 'triage' | 'untaught'> {
  const { make } = readTriage(resources)
  return { triage: make(adjust), untaught: make() }
}

/** An engine on a real encrypted database, without windows, its clock and line in the test's hands. */
/** `seatId`: of two desks at one gateway each has its own. */
export function openDesk(gateway: DeskGateway, options: { dir?: string; model?: ModelPort | null; embeddings?: EmbeddingsPort | null; seatId?: string; key?: string; /** What workflows act by; without it they hand over where they would act. `shop`: the policy and the gateway, as in the program. */ workflows?: Pick<Engine['workflows'], 'effects' | 'permit'> | 'shop'; /** Triage as it is shipped, in place of the plain one. */ realTriage?: boolean; version?: string; /** Keeps the desk at night. */ night?: boolean } = {}) {
  const seatId = options.seatId ?? 'this-desk'
  const dir = options.dir ?? temporaryFolder()
  const store = createStore(openDatabase({ file: path.join(dir, 'desk.db'), key: options.key ?? KEY, binding }))
  const patches: Patch[] = []
  const traces: string[] = []
  const errors: unknown[] = []
  const timers: { at: number; work: () => void }[] = []
  let isAlive = true
  const resources = openResources(new URL('../../resources', import.meta.url).pathname)
  let knowledge: ReturnType<typeof createKnowledge> | null = null
  let products: ReturnType<Engine['products']> | null = null
  const taught = createTaught(store, () => parseGuardLines(resources.text('triage', 'guard-set.jsonl')))
  const engine: Engine = {
    store, newId: v7, seatId, link: { call: (call, params) => gateway.call(call, params, seatId), hint: () => undefined, hold: () => cut(), release: () => void connect() },
    clock: {
      now: () => gateway.now,
      after(ms, work) {
        const timer = { at: gateway.now + ms, work }
        timers.push(timer)
        return () => void timers.splice(timers.indexOf(timer) >>> 0, timers.includes(timer) ? 1 : 0)
      },
    },
    publish: (patch) => patches.push(patch), trace: (event, id, detail) => traces.push(`${event} ${id ?? ''} ${detail}`),
    ...(options.realTriage ? realTriage(resources, taught.adjust) : { triage: ({ text }) => plainVerdict(text), untaught: ({ text }) => plainVerdict(text) }),
    products: () => (products ??= productLexicon(productNames(store.shop.products()), (text) => normalize(text, new Map()).text)), productsChanged: () => { products = null },
    taught, learnTopics: async (...data) => learnTopicsHere(...data), version: options.version ?? 'test',
    knowledge: () => (knowledge ??= createKnowledge(articlesNow(engine))), knowledgeChanged: () => { knowledge = null },
    phrases: () => createPhraseIndex(store.phrases.all()), phrasesChanged: () => undefined,
    model: () => options.model ?? null, embeddings: () => options.embeddings ?? null, attachments: picturesOf(dir, gateway, () => isAlive),
    ...loadDrafting(resources), clocks: loadClocks(resources), promiseTerms: loadPromiseTerms(resources),
    workflows: { shipped: loadWorkflows(resources), ...(options.workflows === 'shop' ? shopWays(() => engine) : (options.workflows ?? { effects: null, permit: null })) },
    live: { link: { state: 'connecting' }, caughtUp: false, cuts: 0, focused: new Map(), leases: new Map(), streaming: new Map(), unnoted: new Set(), asking: new Map(), copilot: new Map(), model: { name: options.model?.name ?? null, health: options.model ? 'untried' : 'none', problem: null }, vectorsRest: { until: 0, problem: '' }, demo: null, drill: { network: null, model: false }, colleagues: new Map(), triedTopics: null, refused: null },
    ownAccountChanged: () => undefined,
    wake: (worker) => { if (isAlive) workers[worker]?.wake() }, systemLocale: 'zh-CN', warnings: [],
  }
  const onError = (thrown: unknown): void => void errors.push(thrown)
  const vectors = createVectorWorker(engine, onError)
  const workers: Record<string, ReturnType<typeof createOutboxWorker>> = {
    vectors, uploads: createUploadWorker(engine, onError), outbox: createOutboxWorker(engine, onError), drafts: createDraftWorker(engine, onError), routine: createRoutineWorker(engine, onError),
    workflows: createWorkflowWorker(engine, onError), side: createSideWorker(engine, onError), 'side-lookup': createSideLookupWorker(engine, onError), phrases: createPhraseWorker(engine, onError), lessons: createLessonWorker(engine, onError), outcomes: createOutcomeWorker(engine, onError), understood: createUnderstoodWorker(engine, onError), wakeups: createWakeups(engine, onError), cases: createCaseWorker(engine, onError),
  }
  if (options.night) workers['night'] = createNightWorker(engine, onError)
  const idle = async (): Promise<void> => {
    // What a change of the log wakes behind the drafts is woken in the next turn of the loop.
    await new Promise((resolve) => setImmediate(resolve))
    // A look-up that the gateway leaves without an answer ends by the clock alone.
    const { 'side-lookup': _bound, ...others } = workers
    for (let i = 0; i < 3; i++) for (const worker of Object.values(others)) await worker.idle()
  }
  async function connect(): Promise<void> {
    gateway.online = true
    await catchUp(engine)
    await idle()
  }
  function cut(): void {
    gateway.online = false
    onCut(engine)
  }
  const others = gateway.onEvents
  gateway.onEvents = (events) => {
    others(events)
    void onPushed(engine, events).catch(onError)
  }
  return {
    engine, store, patches, traces, errors, dir, idle,
    /** Connects and catches up, as after each connection. */
    connect, cut,
    /** Lets `ms` pass: timers that are due run. */
    async pass(ms: number): Promise<void> {
      gateway.now += ms
      for (const timer of timers.filter((t) => t.at <= gateway.now)) {
        timers.splice(timers.indexOf(timer), 1)
        timer.work()
      }
      await idle()
    },
    /** As a kill does: the process is gone, the files stay. */
    kill(): string {
      gateway.onEvents = () => undefined
      isAlive = false
      vectors.stop()
      store.close()
      return dir
    },
  }
}
export type Desk = ReturnType<typeof openDesk>
