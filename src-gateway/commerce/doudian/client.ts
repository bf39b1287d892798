import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { HookRequest } from '../../channels/connector.ts'
import { ask } from '../http/ask.ts'
import { parseJson } from '../http/big-json.ts'
import { chinaTime } from '../http/china-time.ts'
import { badCredentials, noPermission, refusedBy, tooFast } from '../http/errors.ts'
import { createPace } from '../http/pace.ts'
import { unreachable } from '../rest/send.ts'
import type { ShopHost } from '../shop-kind.ts'

const PER_SECOND = 10
const BUSY_TRIES = 4
/** A token lives seven days; it is made anew this long before, in milliseconds. */
const RENEW_MS = 60 * 60_000

export const DoudianSettings = z.object({
  appKey: z.string().min(1), appSecret: z.string().min(1), shopId: z.string().regex(/^\d+$/u),
  /** Where returns go to, as the platform numbers the shop's addresses; empty: returns are agreed to in the platform's own program. */
  returnAddressId: z.string().default(''), base: z.url().default('https://openapi-fxg.jinritemai.com'),
})
export type DoudianSettings = z.infer<typeof DoudianSettings>

/** Keys sorted on every level, no spaces, `&<>` as they are: what is signed is what is sent. */
export function paramJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(paramJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value as Record<string, unknown>).filter(([, one]) => one !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, one]) => `${JSON.stringify(key)}:${paramJson(one)}`).join(',')}}`
}

/** op.jinritemai.com/docs/guide-docs/10/23: HMAC-SHA256 in lower-case hex; neither token nor sign_method is signed. */
export function doudianSign(secret: string, { appKey, method, json, timestamp }: { appKey: string; method: string; json: string; timestamp: string }): string {
  const text = `${secret}app_key${appKey}method${method}param_json${json}timestamp${timestamp}v2${secret}`
  return createHmac('sha256', secret).update(text).digest('hex')
}

/** A push carries `app-id` and `event-sign`: MD5 of key, body and secret, in hex. */
export function isPushed({ headers, body }: Pick<HookRequest, 'headers' | 'body'>, { appKey, appSecret }: Pick<DoudianSettings, 'appKey' | 'appSecret'>): boolean {
  const right = Buffer.from(createHash('md5').update(appKey).update(body).update(appSecret).digest('hex'))
  const given = Buffer.from(headers['event-sign'] ?? '')
  return headers['app-id'] === appKey && given.length === right.length && timingSafeEqual(given, right)
}

const Envelope = z.object({ code: z.coerce.number(), sub_code: z.coerce.string().nullish(), data: z.unknown().optional() })
const Token = z.object({ access_token: z.string(), refresh_token: z.string(), expires_in: z.coerce.number() })
const Kept = z.object({ accessToken: z.string(), refreshToken: z.string(), expiresAt: z.number() })

export interface Doudian { call<T>(method: string, shape: z.ZodType<T>, params: Record<string, unknown>, once?: boolean): Promise<T> }

/** 抖店's open platform; code 10000 is success. Codes of errors beyond that and the tokens' (30001-30007): [unverified] */
export function createDoudian({ appKey, appSecret, shopId, base }: DoudianSettings, { clock, pause, get, set }: Pick<ShopHost, 'clock' | 'pause' | 'get' | 'set'>): Doudian {
  const paced = createPace(clock, pause, PER_SECOND)
  async function put(method: string, params: Record<string, unknown>, token: string | null, once: boolean): Promise<unknown> {
    await paced()
    const json = paramJson(params)
    const timestamp = chinaTime(clock.now())
    const query = new URLSearchParams({ app_key: appKey, method, ...(token === null ? {} : { access_token: token }), timestamp, v: '2', sign_method: 'hmac-sha256', sign: doudianSign(appSecret, { appKey, method, json, timestamp }) })
    const { status, text } = await ask({ url: `${base}/${method.replaceAll('.', '/')}?${query.toString()}`, type: 'application/json', body: json }, { once, pause })
    if (status >= 400) throw refusedBy(String(status))
    const { code, sub_code: sub, data } = Envelope.parse(parseJson(text))
    if (code === 10_000) return data
    const said = sub ? sub : String(code)
    if (code >= 30_001 && code <= 30_007) throw badCredentials(said)
    if (said.includes('limit') || code === 80_000) throw tooFast(said)
    if (said.includes('permission') || code === 30_008) throw noPermission(said)
    throw said.startsWith('isp.') || code === 20_000 ? unreachable() : refusedBy(said)
  }
  async function renew(refreshToken: string | null): Promise<string> {
    const raw = refreshToken === null ? await put('token.create', { code: '', grant_type: 'authorization_self', shop_id: shopId }, null, true) : await put('token.refresh', { grant_type: 'refresh_token', refresh_token: refreshToken }, null, true)
    const made = Token.parse(raw)
    await set('token', JSON.stringify({ accessToken: made.access_token, refreshToken: made.refresh_token, expiresAt: clock.now() + made.expires_in * 1000 }))
    return made.access_token
  }
  async function token(): Promise<string> {
    const kept = Kept.safeParse(JSON.parse(await get('token') ?? 'null'))
    if (!kept.success) return renew(null)
    if (kept.data.expiresAt - clock.now() > RENEW_MS) return kept.data.accessToken
    // A refresh token that has run out too: the shop's own app may always ask for a new one.
    return renew(kept.data.refreshToken).catch(() => renew(null))
  }
  return {
    async call(method, shape, params, once = false) {
      let renewed = false
      for (let tried = 1; ; tried++) {
        try {
          return shape.parse(await put(method, params, await token(), once))
        } catch (thrown) {
          const code = thrown instanceof Error && 'code' in thrown ? thrown.code : ''
          if (code === 'shop-credentials' && !renewed) {
            renewed = true
            await renew(null)
            continue
          }
          if (!(code === 'shop-busy' || (code === 'shop-unreachable' && !once)) || tried >= BUSY_TRIES) throw thrown
          await pause(1000 * tried)
        }
      }
    },
  }
}
