import { join } from 'node:path'
import { pino, type Logger } from 'pino'
import type { GatewayReady, GatewayReport, GatewayStart } from '../src-shared/wire/ready.ts'
import type { Copyable } from './backup/make-backup.ts'
import { addBackupRoute } from './backup/route.ts'
import { forgetRunning, noteRunning } from './backup/running.ts'
import { isPlayed } from './channels/demo/cast.ts'
import { createDemoPlayer, type DemoPlayer } from './channels/demo/player.ts'
import { Channels } from './channels/host/channels.ts'
import { CHANNEL_KINDS } from './channels/kinds.ts'
import { createOpenPort } from './channels/host/open-port.ts'
import type { ConnectorKind } from './channels/connector.ts'
import { createChatPort } from './channels/web-chat/chat-port.ts'
import { visitorsOf } from './channels/web-chat/visitor.ts'
import { type Clock, systemClock } from './clock.ts'
import { addShopHooks } from './commerce/shops/hooks.ts'
import { createShops } from './commerce/shops/shops.ts'
import type { Context, Typing } from './context.ts'
import { encryptedFileStore } from './files/file-store.ts'
import { forgetUnsentUploads } from './files/unsent-uploads.ts'
import { sweepLeases } from './leases.ts'
import { openLocalAccount } from './people/accounts.ts'
import { healthOf, roomOf } from './metrics/health.ts'
import { Metrics } from './metrics/metrics.ts'
import { makeReport } from './report.ts'
import { routeWaiting } from './routing/route-waiting.ts'
import { expireReviews } from './reviews/end.ts'
import { ANSWERS_KEPT_MS, serveApi } from './http-api/serve.ts'
import { createSeatPort } from './seats/seat-port.ts'
import { openShop } from './shop/first-open.ts'
import { openCases } from './shop/open-cases.ts'
import { loadDefaultPolicy, loadDemoCases, loadDemoConversations, loadDemoPhrases, loadDemoShop, picturesDir } from './shop/load-shop.ts'
import { openSqliteStore } from './store/sqlite/sqlite-store.ts'
import type { Store } from './store/store.ts'
import { Webhooks } from './webhooks/webhooks.ts'

const SWEEP_EVERY_MS = 2000
const COUNTERS_KEPT_MS = 24 * 60 * 60 * 1000

export type GatewayOptions = Omit<GatewayStart, 'kind' | 'openPort'> & { /** 0 or absent: any free port. */ openPort?: number; clock?: Clock; log?: Logger; /** In place of the known kinds of channels. */ kinds?: readonly ConnectorKind[]; /** A further address of the seats' port, beside loopback. */ listen?: string | null }

export interface RunningGateway {
  ready: GatewayReady
  report(): Promise<GatewayReport>
  /** Stops orderly: nothing that was acknowledged is lost (nor would it be by a kill). Again it waits for the same stop. */
  close(): Promise<void>
}

/**
 * Starts a gateway: opens the store, the shop, both ports, and plays the demo once a seat is live.
 * @throws AppError `wrong-key`, `already-running`, `database-damaged`, `database-from-the-future`, `resources`;
 * the error of `listen` (such as EADDRINUSE) as it comes.
 */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { dataDir, key, sqliteBinding, resourcesDir } = options
  const clock = options.clock ?? systemClock
  const log = options.log ?? pino({ level: 'silent' })
  const metrics = new Metrics()
  const store = openSqliteStore({ dataDir, key, sqliteBinding, onSlow: (milliseconds) => {
    metrics.onSlow()
    log.warn({ milliseconds }, 'slow transaction')
  } })
  try {
    const shopId = await openShop(store, () => clock.now(), async () => ({ shop: await loadDemoShop(resourcesDir), policy: await loadDefaultPolicy(resourcesDir), phrases: await loadDemoPhrases(resourcesDir) }))
    await openLocalAccount(store, clock.now())
    const context: Context = { store, files: encryptedFileStore(join(dataDir, 'attachments'), key), clock, log, shopId, shops: createShops({ store, clock, log }), unready: healthOf(store, roomOf(dataDir)) }
    await openCases(context, picturesDir(resourcesDir), () => loadDemoCases(resourcesDir))
    await forgetUnsentUploads(store, context.files, clock.now()).catch((thrown: unknown) => { log.error({ err: thrown }, 'clean-up of uploads failed') })
    const scripts = options.demo === null ? [] : await loadDemoConversations(resourcesDir)
    const player = options.demo === null ? null : createDemoPlayer(context, { ...options.demo, scripts, picturesDir: picturesDir(resourcesDir) })
    const played = scripts.filter((script) => isPlayed(script, options.demo))
    return await listen(options, context, store, metrics, player, () => makeReport(store, player === null ? null : { player, scripts: played }))
  } catch (thrown) {
    await store.close()
    throw thrown
  }
}

async function listen(options: GatewayOptions, context: Context, copy: Copyable, metrics: Metrics, player: DemoPlayer | null, report: () => Promise<GatewayReport>): Promise<RunningGateway> {
  const { store, clock, log } = context
  const typing: Typing = { toCustomer: () => undefined, toSeats: () => undefined }
  let presence: (agentsOnline: boolean) => void = () => undefined
  const channels = new Channels(context, { kinds: options.kinds ?? CHANNEL_KINDS })
  const open = await createOpenPort(context, channels)
  const webhooks = new Webhooks(context, metrics.onDelivered)
  const seats = await createSeatPort(context, { seatToken: options.seatToken, typing, demo: player, channels, webhooks, listen: options.listen ?? null, onPresence: (online) => { presence(online) } })
  const chat = await createChatPort(context, {
    visitors: visitorsOf(options.key), webChatDir: options.webChatDir, agentsOnline: () => seats.liveSeats() > 0, typing,
  })
  addShopHooks(open.server, context.shops)
  await serveApi(open.server.app, context)
  metrics.watch({
    store, dataDir: options.dataDir, now: () => clock.now(), room: roomOf(options.dataDir),
    seatSockets: () => seats.server.io.engine.clientsCount, liveSeats: () => seats.liveSeats(), customerSockets: () => chat.server.io.engine.clientsCount,
  })
  metrics.serve(open.server.app, context)
  typing.toCustomer = chat.typing
  presence = chat.presence
  typing.toSeats = seats.typing
  addBackupRoute(seats.server, context, copy, options)
  const servers = [seats.server, chat.server, open.server]
  const closeServers = () => Promise.allSettled(servers.map((server) => server.close()))
  try {
    const seatUrl = await seats.server.listen(options.seatPort)
    const chatUrl = await chat.server.listen(options.chatPort)
    const openUrl = await open.server.listen(options.openPort ?? 0)
    open.listensAt(openUrl)
    noteRunning(options.dataDir, seatUrl)
    channels.chatUrl = chatUrl
    await channels.start()
    const stopSweeping = sweepRegularly(store, clock, log, () => seats.refreshPresence())
    await context.shops.start()
    // The store is a file that only one gateway opens.
    await webhooks.start(true)
    const stop = async () => {
      stopSweeping()
      await player?.stop()
      await context.shops.stop()
      await closeServers()
      await channels.stop()
      await webhooks.stop()
      forgetRunning(options.dataDir)
      await store.close()
    }
    let closed: Promise<void> | null = null
    return {
      ready: { seatUrl, chatUrl, openUrl, pid: process.pid },
      report,
      close: () => (closed ??= stop()),
    }
  } catch (thrown) {
    await closeServers()
    throw thrown
  }
}

/** Gives back run-out leases, routes who waits and forgets old counters, until stopped. */
function sweepRegularly(store: Store, clock: Clock, log: Logger, onRouted: () => Promise<void>): () => void {
  let cancel = () => {}
  let stopped = false
  const again = () => {
    if (!stopped) cancel = clock.after(SWEEP_EVERY_MS, sweep)
  }
  const sweep = () => {
    sweepLeases(store, () => clock.now())
      .then(() => routeWaiting(store, () => clock.now()))
      .then(onRouted)
      .then(() => expireReviews(store, () => clock.now()))
      .then(() => store.write(async (tx) => {
        await tx.forgetCounters(clock.now() - COUNTERS_KEPT_MS)
        await tx.people.forgetTries(clock.now() - COUNTERS_KEPT_MS)
        await tx.integrations.forgetAnswers(clock.now() - ANSWERS_KEPT_MS)
      }))
      .catch((thrown: unknown) => { if (!stopped) log.error({ err: thrown }, 'sweep failed') })
      .finally(again)
  }
  again()
  return () => {
    stopped = true
    cancel()
  }
}
