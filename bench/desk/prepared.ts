import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { MIGRATIONS as DESK_MIGRATIONS } from '../../src-engine/store/db/migrate.ts'
import { openDatabase } from '../../src-engine/store/db/open.ts'
import { MIGRATIONS as GATEWAY_MIGRATIONS } from '../../src-gateway/store/sqlite/migrations/index.ts'
import { loadKey } from '../../src-main/keys.ts'
import { userPlaces } from '../../src-main/places.ts'
import { corpus, FULL_SIZE, type Dated } from '../corpus/corpus.ts'
import { ensure } from '../measure.ts'
import { startEngine } from './live-engine.ts'
import { PASSPHRASE, ROOT, SQLITE_BINDING } from './places.ts'
import { openShopGateway, type ShopGateway } from './shop-gateway.ts'

/** A desk's folder that has caught up with a gateway of 100,000 messages, the gateway's own folder beside it. */
export interface PreparedDesk {
  userData: string
  keys: { desk: string; gateway: string }
}

const BATCH = 2_000
export const MESSAGES = FULL_SIZE.conversations * FULL_SIZE.messagesEach
const noKeyring = { isEncryptionAvailable: () => false, encryptString: () => Buffer.alloc(0), decryptString: () => '' }

/** The keys that the shell will derive from the same passphrase; made on the first call. */
function keysOf(userData: string): PreparedDesk['keys'] {
  const user = userPlaces(userData)
  const world = { folder: user.keys, sealer: noKeyring, passphrase: PASSPHRASE, platform: process.platform }
  fs.mkdirSync(user.keys, { recursive: true, mode: 0o700 })
  return { desk: loadKey(world, 'desk', user.desk).hex, gateway: loadKey(world, 'gateway', user.gateway).hex }
}

async function fillLog(gateway: ShopGateway): Promise<void> {
  let batch: Dated[] = []
  const write = async (): Promise<void> => {
    const changes = batch
    batch = []
    await gateway.store.write(async (tx) => { for (const { at, change } of changes) await tx.append(at, change) })
  }
  for (const dated of corpus()) {
    batch.push(dated)
    if (batch.length === BATCH) await write()
  }
  await write()
}

function count(userData: string, key: string, what: string): number {
  const db = openDatabase({ file: path.join(userPlaces(userData).desk, 'desk.db'), key, binding: SQLITE_BINDING })
  const n = db.get<{ n: number }>(`SELECT count(*) AS n FROM ${what}`)?.n ?? 0
  db.close()
  return n
}

export const countMessages = (userData: string, key: string): number => count(userData, key, 'message')

/** Conversations that a queue holds: those of the corpus that are resolved were so long before today. */
export const countOpen = (userData: string, key: string): number => count(userData, key, "conversation WHERE status = 'open'")

/** A new seat catches up with a full log, as on its first day: the real gateway, line, triage and store. */
async function make(userData: string): Promise<void> {
  const keys = keysOf(userData)
  const user = userPlaces(userData)
  const gateway = await openShopGateway(user.gateway, keys.gateway)
  await fillLog(gateway)
  const engine = startEngine({ dataDir: user.desk, key: keys.desk, gatewayUrl: gateway.url })
  await engine.live
  await engine.close()
  await gateway.close()
  ensure(countMessages(userData, keys.desk) === MESSAGES, `${MESSAGES} messages on the desk`)
}

/** Data that is still good is not made again: it depends on the corpus and on both schemas. */
function placeFor(): string {
  const schemas = [...DESK_MIGRATIONS, ...GATEWAY_MIGRATIONS].map((migration) => migration.sql).join('\n')
  const sources = ['corpus', 'lines', 'random'].map((name) => fs.readFileSync(path.join(ROOT, 'bench', 'corpus', `${name}.ts`), 'utf8')).join('\n')
  const hash = createHash('sha256').update(schemas).update(sources).digest('hex').slice(0, 16)
  return path.join(ROOT, 'out', 'bench', 'data', hash)
}

/** The prepared desk's own copy of its folder, for one measure; `remove` it afterwards. */
export async function preparedDesk(): Promise<PreparedDesk & { remove(): void }> {
  const kept = placeFor()
  if (!fs.existsSync(kept)) {
    const unfinished = `${kept}.unfinished-${process.pid}`
    process.stderr.write(`bench: a desk of ${MESSAGES} messages is made once, this takes some minutes\n`)
    await make(unfinished)
    fs.renameSync(unfinished, kept)
  }
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'deskmate-bench-'))
  fs.cpSync(kept, userData, { recursive: true })
  return { userData, keys: keysOf(userData), remove: () => fs.rmSync(userData, { recursive: true, force: true, maxRetries: 5 }) }
}
