import { AppError, toAppError } from '../../src-shared/errors.ts'
import type { LogEvent } from '../../src-shared/wire/protocol.ts'
import { forgetCampaigns } from './campaigns/current.ts'
import type { Engine } from './context.ts'
import { forgetIncidents } from './incidents/board.ts'
import { learnDemo } from './control-demo.ts'
import { publishDesk } from './inbox.ts'
import { logGap, receive } from './receive.ts'
import { forgetColleagues, tellPresence } from './team/presence.ts'
import { greetedAs } from './who-am-i.ts'

const PAGE = 500

/** Changes of one transaction. A page is worked through in slices, with a turn for windows and line between two: about ten milliseconds each. */
export const SLICE = 40

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Cut while a page was worked through: what is left of it belongs to a connection, and maybe to a log, of before. */
function lineCut(): AppError {
  return new AppError({ code: 'offline', retryable: true, say: { zh: '连接断开了，恢复后自动继续。', en: 'The line to the gateway is cut; it goes on when it is back.' } })
}

/** Hands `items` over slice by slice, the first at once. @throws AppError `offline` when the line was cut in between */
async function inSlices<T>(engine: Engine, items: readonly T[], take: (slice: readonly T[]) => void): Promise<void> {
  const { cuts } = engine.live
  for (let from = 0; from < items.length; from += SLICE) {
    if (from > 0) await turn()
    if (engine.live.cuts !== cuts) throw lineCut()
    take(items.slice(from, from + SLICE))
  }
}

function readCursor(engine: Engine): number {
  return engine.store.settings.read('cursor', 0)
}

function showProgress(engine: Engine, done: number, total: number): void {
  engine.live.link = { state: 'catching-up', done, total }
  publishDesk(engine)
}

async function loadSnapshot(engine: Engine, logId: string): Promise<void> {
  engine.store.transaction(() => {
    // Another log, or an older copy of this one: its numbers mean nothing here. Own words and waiting replies stay.
    engine.store.forgetLog()
    engine.store.settings.write('cursor', 0)
  })
  forgetIncidents(engine)
  forgetCampaigns(engine)
  engine.knowledgeChanged(null)
  engine.productsChanged()
  engine.phrasesChanged()
  let page: string | null = null
  let cursor: number | null = null
  do {
    const answer: Awaited<ReturnType<typeof engine.link.call<'snapshot'>>> = await engine.link.call('snapshot', { page })
    cursor ??= answer.cursor
    await inSlices(engine, answer.changes, (changes) => receive(engine, changes, null))
    page = answer.next
  } while (page !== null)
  engine.store.transaction(() => {
    engine.store.settings.write('log-id', logId)
    engine.store.settings.write('cursor', cursor ?? 0)
  })
}

/** Pulls until the cursor has reached the head of the log. */
async function pullAll(engine: Engine, progress: boolean): Promise<void> {
  const start = readCursor(engine)
  for (;;) {
    const after = readCursor(engine)
    const { events, head } = await engine.link.call('pull', { after, limit: PAGE })
    const last = events.at(-1)
    if (last) await applyEvents(engine, events)
    if (progress && head - start > PAGE) showProgress(engine, readCursor(engine) - start, head - start)
    // While a page of several slices was worked through more may have come, and its pushes were not taken.
    if (!last || (last.n >= head && events.length <= SLICE)) return
  }
}

/** Applies events that follow the cursor without a gap. @throws AppError `log-gap` otherwise: then only slices before the gap were applied */
async function applyEvents(engine: Engine, events: readonly LogEvent[]): Promise<void> {
  const cursor = readCursor(engine)
  const fresh = events.filter((e) => e.n > cursor)
  const last = fresh.at(-1)
  if (!last) return
  if (fresh[0]?.n !== cursor + 1 || last.n - cursor !== fresh.length) throw logGap()
  await inSlices(engine, fresh, (slice) => {
    // Between two slices a push may have brought some of these already.
    const now = readCursor(engine)
    const rest = slice.filter((e) => e.n > now)
    const end = rest.at(-1)
    if (!end) return
    if (rest[0]?.n !== now + 1) throw logGap()
    receive(engine, rest.map((e) => e.change), end.n)
  })
}

/** From now on events are pushed; the answer tells whether a demo is played there. */
async function goLive(engine: Engine): Promise<void> {
  await learnDemo(engine, async () => (await engine.link.call('live', {})).demo)
}

/**
 * After each connection: greet, load a snapshot where the cursor is unknown, pull what was missed, go live. Only then may
 * waiting replies be checked and sent.
 */
export async function catchUp(engine: Engine): Promise<void> {
  const { store } = engine
  showProgress(engine, 0, 0)
  const asked = engine.clock.now()
  const hello = await engine.link.call('hello', { logId: store.settings.read<string | null>('log-id', null), cursor: readCursor(engine) })
  // The gateway looked at its clock about halfway between question and answer; without that a slow answer would set this desk's clock back.
  const halfway = Math.round((asked + engine.clock.now()) / 2)
  store.settings.write('clock-offset', hello.now - (halfway - store.settings.read('clock-offset', 0)))
  greetedAs(engine, hello.me)
  if (hello.mode === 'snapshot') await loadSnapshot(engine, hello.logId)
  try {
    await pullAll(engine, true)
    await goLive(engine)
    // What came between the last page and `live` is not pushed.
    await pullAll(engine, true)
  } catch (thrown) {
    if (toAppError(thrown).code !== 'log-gap') throw thrown
    await loadSnapshot(engine, hello.logId)
    await pullAll(engine, true)
    await goLive(engine)
    await pullAll(engine, true)
  }
  // The log was read to its end: a reply that is still in the outbox never arrived.
  store.outbox.settle(null)
  engine.live.caughtUp = true
  engine.live.refused = null
  engine.ownAccountChanged()
  engine.live.link = { state: 'live' }
  publishDesk(engine)
  void tellPresence(engine)
  engine.trace('link', null, `live at ${readCursor(engine)}`)
  for (const worker of ['uploads', 'outbox', 'cases', 'drafts', 'routine', 'workflows', 'phrases', 'outcomes', 'self-work', 'side-lookup'] as const) engine.wake(worker)
}

/** Events pushed by the gateway. A gap makes the desk pull; pushes before the end of the catch-up come again by pulling. */
export async function onPushed(engine: Engine, events: readonly LogEvent[]): Promise<void> {
  if (!engine.live.caughtUp) return
  try {
    await applyEvents(engine, events)
  } catch (thrown) {
    const { code } = toAppError(thrown)
    if (code === 'offline') return // the next catch-up brings them
    if (code !== 'log-gap') throw thrown
    await pullMissed(engine)
  }
}

const RETRY_MS = 1_000

/** Pulls what no push has brought; tries again while the line stands. Called for a gap, and now and then to be sure. */
export async function pullMissed(engine: Engine): Promise<void> {
  if (!engine.live.caughtUp) return
  try {
    await pullAll(engine, false)
  } catch (thrown) {
    if (!toAppError(thrown).retryable) throw thrown
    engine.clock.after(RETRY_MS, () => void pullMissed(engine).catch(() => undefined))
  }
}

/** The line was cut: say since when, keep everything else going. */
export function onCut(engine: Engine): void {
  engine.live.caughtUp = false
  engine.live.cuts += 1
  engine.live.leases.clear()
  forgetColleagues(engine)
  if (engine.live.link.state !== 'offline') engine.live.link = { state: 'offline', since: engine.clock.now() }
  engine.trace('link', null, 'offline')
  publishDesk(engine)
  engine.wake('drafts')
}
