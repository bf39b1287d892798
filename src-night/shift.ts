import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { boot, type RunningEngine } from '../src-engine/boot.ts'
import { lockFolder } from '../src-engine/store/db/folder-lock.ts'
import { startGateway, type RunningGateway } from '../src-gateway/server.ts'
import { DEMO_PLACES } from '../src-shared/domain/demo-day.ts'
import { statusLine, summaryLines } from './lines.ts'
import type { NightOptions } from './options.ts'
import { openPlace, type NightPlace } from './place.ts'

const STATUS_MS = 60_000
const LOOK_MS = 1_000
/** A gateway that does not answer must not keep the shift from ending, in milliseconds. */
const ENDING_MS = 5_000

export interface Surroundings { resourcesDir: string; webChatDir: string; print(line: string): void; warn(line: string): void; failed(say: string): void }

async function demoGateway(place: NightPlace, options: NightOptions, { resourcesDir, webChatDir }: Surroundings): Promise<{ running: RunningGateway; token: string }> {
  const { key, token } = place.demo()
  const running = await startGateway({
    dataDir: place.gatewayDir, key, seatToken: token, seatPort: 0, chatPort: 0, resourcesDir, webChatDir, sqliteBinding: options.sqliteBinding,
    demo: { speed: 1, from: DEMO_PLACES.peak, until: null }, log: pino({ level: 'warn' }, pino.destination(2)),
  })
  return { running, token }
}

/** A night desk from its start to its end. Everything that it knows lies in its store: it may be killed at any time. */
export async function startShift(options: NightOptions, around: Surroundings): Promise<{ end(): Promise<void> }> {
  const place = openPlace(options)
  mkdirSync(place.deskDir, { recursive: true, mode: 0o700 })
  const unlock = lockFolder(join(place.deskDir, 'night.lock'), options.sqliteBinding)
  if (place.warnings.includes('key-file')) around.warn(`warning: the key of the night desk's data lies in a file (${options.dataDir}); set DESKMATE_KEY to keep it elsewhere`)
  const demo = options.gateway === null ? await demoGateway(place, options, around) : null
  const gateway = demo ? { url: demo.running.ready.seatUrl, token: demo.token } : options.gateway
  if (demo) around.warn(`demo: write as a customer at ${demo.running.ready.chatUrl}`)
  let onLink: () => void = () => undefined
  const engine = boot({
    kind: 'start', dataDir: place.deskDir, key: place.deskKey, resourcesDir: around.resourcesDir, sqliteBinding: options.sqliteBinding, gateway, seatId: place.seatId,
    embeddedGateway: demo !== null, appVersion: '', warnings: place.warnings, locale: options.language, model: null, selfWork: false, night: { name: options.name },
  }, (message) => {
    if (message.kind === 'failed') around.failed(message.error.say.en)
    if (message.kind === 'trace' && message.event === 'link') onLink()
  })
  const shift = keep(engine, demo?.running ?? null, unlock, options, around)
  onLink = shift.tell
  return shift
}

function keep(engine: RunningEngine, gateway: RunningGateway | null, unlock: () => void, { until, json }: NightOptions, around: Surroundings): { end(): Promise<void>; tell(): void } {
  const since = Date.now()
  let ending: Promise<void> | null = null
  const tell = (): void => { if (ending === null) around.print(statusLine(engine.nightCounts(since), Date.now(), json)) }
  tell()
  const telling = setInterval(tell, STATUS_MS)
  const looking = setInterval(() => { if (until !== null && Date.now() >= engine.shopTime(until, since)) void end() }, LOOK_MS)
  async function finish(): Promise<void> {
    clearInterval(telling)
    clearInterval(looking)
    await Promise.race([engine.endShift(), new Promise((resolve) => setTimeout(resolve, ENDING_MS))])
    for (const line of summaryLines(engine.nightCounts(since), json)) around.print(line)
    await engine.close()
    await gateway?.close()
    unlock()
    process.exitCode = 0
    // Timers of the parts that were closed may still be running.
    setImmediate(() => process.exit())
  }
  const end = (): Promise<void> => (ending ??= finish())
  return { end, tell }
}
