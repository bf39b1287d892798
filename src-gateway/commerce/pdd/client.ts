import { z } from 'zod'
import { ask } from '../http/ask.ts'
import { parseJson } from '../http/big-json.ts'
import { badCredentials, noPermission, refusedBy, tooFast } from '../http/errors.ts'
import { createPace } from '../http/pace.ts'
import { md5Sign } from '../http/sign.ts'
import { unreachable } from '../rest/send.ts'
import type { ShopHost } from '../shop-kind.ts'

const PER_SECOND = 10
const BUSY_TRIES = 4
/** A token is renewed this long before it runs out, in milliseconds. */
const RENEW_MS = 60 * 60_000

export const PddSettings = z.object({
  clientId: z.string().min(1), clientSecret: z.string().min(1), accessToken: z.string().min(1), refreshToken: z.string().default(''),
  /** Where returns go to, as the platform numbers the shop's addresses; empty: returns are agreed to in the platform's own program. */
  returnAddressId: z.string().default(''), base: z.url().default('https://gw-api.pinduoduo.com/api/router'),
})
export type PddSettings = z.infer<typeof PddSettings>

const Failure = z.object({ error_response: z.object({ error_code: z.coerce.string().default(''), sub_code: z.coerce.string().nullish() }) })
const Token = z.object({ pop_auth_token_refresh_response: z.object({ access_token: z.string(), refresh_token: z.string(), expires_at: z.coerce.number() }) })
const Kept = z.object({ accessToken: z.string(), refreshToken: z.string(), expiresAt: z.number() })

export interface Pdd { call<T>(type: string, shape: z.ZodType<T>, params: Record<string, unknown>, once?: boolean): Promise<T> }

/**
 * 拼多多's gateway: POST, time in unix seconds, MD5 over all parameters, objects as JSON first. `shape` reads the whole answer,
 * whose key differs from call to call. Codes of errors: 70031-70036 limits, 10016-10019 tokens; others [unverified].
 * @throws PlatformRefusal, AppError `shop-unreachable`
 */
export function createPdd(settings: PddSettings, { clock, pause, get, set }: Pick<ShopHost, 'clock' | 'pause' | 'get' | 'set'>): Pdd {
  const { clientId, clientSecret, base } = settings
  const paced = createPace(clock, pause, PER_SECOND)
  async function put(type: string, params: Record<string, unknown>, token: string | null, once: boolean): Promise<unknown> {
    await paced()
    const told = Object.fromEntries(Object.entries(params).flatMap(([key, value]) => (value === undefined ? [] : [[key, typeof value === 'object' ? JSON.stringify(value) : String(value)]])))
    const all = { ...told, type, client_id: clientId, ...(token === null ? {} : { access_token: token }), timestamp: String(Math.floor(clock.now() / 1000)), data_type: 'JSON', version: 'V1' }
    const { status, text } = await ask({ url: base, type: 'application/json', body: JSON.stringify({ ...all, sign: md5Sign(clientSecret, all) }) }, { once, pause })
    if (status >= 400) throw refusedBy(String(status))
    const answer = parseJson(text)
    const failed = Failure.safeParse(answer)
    if (failed.success) throw failureOf(failed.data.error_response)
    return answer
  }
  /** The token that holds: the one that was filled in, or one that was renewed since; renewed in time. */
  async function token(): Promise<string> {
    const kept = Kept.safeParse(JSON.parse(await get('token') ?? 'null'))
    if (!kept.success) return settings.accessToken
    if (kept.data.expiresAt - clock.now() > RENEW_MS || kept.data.refreshToken === '') return kept.data.accessToken
    return renew(kept.data.refreshToken)
  }
  async function renew(refreshToken: string): Promise<string> {
    const { pop_auth_token_refresh_response: made } = Token.parse(await put('pdd.pop.auth.token.refresh', { refresh_token: refreshToken }, null, true))
    await set('token', JSON.stringify({ accessToken: made.access_token, refreshToken: made.refresh_token, expiresAt: made.expires_at * 1000 }))
    return made.access_token
  }
  return {
    async call(type, shape, params, once = false) {
      let renewed = false
      for (let tried = 1; ; tried++) {
        try {
          return shape.parse(await put(type, params, await token(), once))
        } catch (thrown) {
          const code = thrown instanceof Error && 'code' in thrown ? thrown.code : ''
          if (code === 'shop-credentials' && !renewed && settings.refreshToken !== '') {
            renewed = true
            await renew(Kept.safeParse(JSON.parse(await get('token') ?? 'null')).data?.refreshToken ?? settings.refreshToken)
            continue
          }
          if (!(code === 'shop-busy' || (code === 'shop-unreachable' && !once)) || tried >= BUSY_TRIES) throw thrown
          await pause(1000 * tried)
        }
      }
    },
  }
}

function failureOf({ error_code: code, sub_code: sub }: z.infer<typeof Failure>['error_response']): Error {
  const said = sub ? `${code}.${sub}` : code
  if (/^7003[1-6]$/u.test(code)) return tooFast(said)
  if (/^1001[6-9]$/u.test(code) || code === '20004' || code === '20005') return badCredentials(said)
  if (code === '30000' || code === '30001') return noPermission(said)
  return code === '50000' || code === '52101' || code === '52102' ? unreachable() : refusedBy(said)
}
