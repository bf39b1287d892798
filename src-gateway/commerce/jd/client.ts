import { z } from 'zod'
import { ask } from '../http/ask.ts'
import { parseJson } from '../http/big-json.ts'
import { chinaTime } from '../http/china-time.ts'
import { badCredentials, noPermission, refusedBy, tooFast } from '../http/errors.ts'
import { createPace } from '../http/pace.ts'
import { md5Sign } from '../http/sign.ts'
import { unreachable } from '../rest/send.ts'
import type { ShopHost } from '../shop-kind.ts'

const PER_SECOND = 5
const BUSY_TRIES = 4

export const JdSettings = z.object({
  appKey: z.string().min(1), appSecret: z.string().min(1), accessToken: z.string().min(1),
  /** Of the after-sale calls: the shop's number there, and who acts. Empty: after-sale is not read. */
  buId: z.string().default(''), operatePin: z.string().default(''), operateNick: z.string().default(''),
  base: z.url().default('https://api.jd.com/routerjson'),
})
export type JdSettings = z.infer<typeof JdSettings>

const Failure = z.object({ error_response: z.object({ code: z.coerce.string().default('') }) })

/** Business parameters as JOS signs them: one JSON text whose keys are sorted. */
export const paramJson = (params: Record<string, unknown>): string => JSON.stringify(Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined && value !== '').sort(([a], [b]) => (a < b ? -1 : 1))))

export interface Jd { call<T>(method: string, shape: z.ZodType<T>, params: Record<string, unknown>, once?: boolean): Promise<T> }

/**
 * JD's JOS: POST form, times at GMT+8 (±10 minutes), MD5 over what is not empty. Answers stand in `<method>_responce`, spelt
 * so. Codes of errors: 19 token, 21 app, 12 permission, 4 and 5 limits; others [unverified].
 */
export function createJd({ appKey, appSecret, accessToken, base }: JdSettings, { clock, pause }: Pick<ShopHost, 'clock' | 'pause'>): Jd {
  const paced = createPace(clock, pause, PER_SECOND)
  async function put(method: string, params: Record<string, unknown>, once: boolean): Promise<unknown> {
    await paced()
    const all = { method, access_token: accessToken, app_key: appKey, timestamp: chinaTime(clock.now()), format: 'json', v: '2.0', '360buy_param_json': paramJson(params) }
    const body = new URLSearchParams({ ...all, sign: md5Sign(appSecret, all) }).toString()
    const { status, text } = await ask({ url: base, body, type: 'application/x-www-form-urlencoded;charset=utf-8' }, { once, pause })
    if (status >= 400) throw refusedBy(String(status))
    const answer = parseJson(text)
    const failed = Failure.safeParse(answer)
    if (failed.success) throw failureOf(failed.data.error_response.code)
    const key = method.replaceAll('.', '_')
    const found = answer as Record<string, unknown>
    return found[`${key}_responce`] ?? found[`${key}_response`]
  }
  return {
    async call(method, shape, params, once = false) {
      for (let tried = 1; ; tried++) {
        try {
          return shape.parse(await put(method, params, once))
        } catch (thrown) {
          const busy = thrown instanceof Error && 'code' in thrown && (thrown.code === 'shop-busy' || (thrown.code === 'shop-unreachable' && !once))
          if (!busy || tried >= BUSY_TRIES) throw thrown
          await pause(1000 * tried)
        }
      }
    },
  }
}

function failureOf(code: string): Error {
  if (code === '4' || code === '5' || code === '6') return tooFast(code)
  if (code === '18' || code === '19' || code === '20' || code === '21') return badCredentials(code)
  if (code === '12' || code === '13') return noPermission(code)
  return code === '67' || code === '2' ? unreachable() : refusedBy(code)
}
