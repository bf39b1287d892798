import type { Connector, ConnectorHost, ConnectorKind } from '../connector.ts'
import { jsonOf } from '../outside-call.ts'
import { repeat } from '../repeat.ts'
import { wecomApi } from './api.ts'
import { callbackOf } from './callback.ts'
import { checkSettings } from './check.ts'
import { deliver } from './deliver.ts'
import type { Trouble } from './errors.ts'
import { WECOM_FORM } from './form.ts'
import { WecomSettings } from './settings.ts'
import { syncOf } from './sync.ts'
import { BUSY, NOT_UNDERSTOOD, SYNC_REFUSED } from './words.ts'

/** Without a callback an account is looked at this seldom: the platform limits calls without its token. In milliseconds. */
const REST_MS = 600_000
const FIRST_PAUSE_MS = 5000
const LONGEST_PAUSE_MS = 300_000
const TOKEN_GOOD_MS = 600_000

/** 微信客服 through an app of the shop's own: callbacks say that there is something, `sync_msg` brings it, `send_msg` answers. */
export const wecom: ConnectorKind<WecomSettings> = {
  channel: 'wecom',
  form: WECOM_FORM,
  settings: WecomSettings,
  secrets: ['secret', 'token', 'encodingAesKey'],
  idempotent: true,
  test: (settings, { clock }) => checkSettings(settings, clock),
  create: (settings, host) => connect(settings, host),
}

function connect(settings: WecomSettings, host: ConnectorHost): Connector {
  const { clock, log } = host
  const stopping = new AbortController()
  const api = wecomApi(settings, clock, stopping.signal)
  const sync = syncOf(host, api)
  /** Accounts that are known, each with the newest token of a callback that was not used yet. */
  const accounts = new Map<string, { token: string; at: number } | null>()
  if (settings.openKfId !== '') accounts.set(settings.openKfId, null)

  async function knowAccounts(): Promise<Trouble | null> {
    if (settings.openKfId !== '') return null
    const listed = await api.accounts()
    if (!listed.ok) return listed.trouble
    for (const id of listed.value) if (!accounts.has(id)) accounts.set(id, null)
    return null
  }
  async function fetchAll(): Promise<Trouble | null> {
    const trouble = await knowAccounts()
    if (trouble !== null) return trouble
    let first: Trouble | null = null
    for (const [openKfId, callback] of [...accounts]) {
      const failed = await sync.run(openKfId, callback !== null && clock.now() - callback.at < TOKEN_GOOD_MS ? callback.token : '')
      // Also one that was refused: the next try goes without it.
      if (accounts.get(openKfId) === callback) accounts.set(openKfId, null)
      first ??= failed
    }
    return first
  }
  const fetching = repeat({
    clock, restMs: () => REST_MS, firstPauseMs: FIRST_PAUSE_MS, longestPauseMs: LONGEST_PAUSE_MS,
    async turn() {
      try {
        const trouble = await fetchAll()
        if (stopping.signal.aborted) return false
        host.health(trouble?.fate === 'never' ? SYNC_REFUSED : trouble?.why ?? null)
        return trouble === null
      } catch (thrown) {
        log.error({ err: thrown }, 'messages of WeChat were not taken in')
        return false
      }
    },
  })
  return {
    async start() { fetching.start() },
    async stop() {
      stopping.abort()
      await fetching.stop()
    },
    deliver: (outbound) => deliver(api, outbound).catch((thrown: unknown) => {
      log.error({ err: thrown, messageId: outbound.messageId }, 'a reply could not be handed to WeChat')
      return { state: 'retry', why: BUSY }
    }),
    async again({ body }) {
      const raw = jsonOf(Buffer.from(body))
      // A callback held no message: what it told of is fetched all the same.
      if (raw === undefined) await fetching.soon()
      return raw === undefined || await sync.take(raw) ? null : NOT_UNDERSTOOD
    },
    hook: callbackOf({
      host, settings,
      onMessages(openKfId, token) {
        accounts.set(openKfId, { token, at: clock.now() })
        void fetching.soon()
      },
    }),
  }
}
