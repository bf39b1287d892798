import { z } from 'zod'
import { ask } from '../http/ask.ts'
import { parseJson } from '../http/big-json.ts'
import { chinaTime } from '../http/china-time.ts'
import { badCredentials, noPermission, refusedBy, tooFast } from '../http/errors.ts'
import { createPace } from '../http/pace.ts'
import { hmacSign } from '../http/sign.ts'
import { unreachable } from '../rest/send.ts'
import type { ShopHost } from '../shop-kind.ts'

const PER_SECOND = 10
const BUSY_TRIES = 4

export const TopSettings = z.object({
  appKey: z.string().min(1), appSecret: z.string().min(1),
  /** The seller's token, from the authorisation of a sub-account: only those may agree to refunds. */
  session: z.string().min(1),
  /** Tmall has another way to agree to refunds, with a phase. */
  tmall: z.boolean().default(false),
  base: z.url().default('https://eco.taobao.com/router/rest'),
})
export type TopSettings = z.infer<typeof TopSettings>

const Failure = z.object({ error_response: z.object({ code: z.coerce.string().default(''), sub_code: z.string().default('') }) })

export interface Top { call<T>(method: string, shape: z.ZodType<T>, params: Record<string, string | number | boolean | undefined>, once?: boolean): Promise<T> }

/**
 * Taobao Open Platform, doc 101617: POST form, times at GMT+8 (±10 minutes), HMAC-SHA256 over all parameters. `shape` reads what
 * stands inside `<method>_response`. Meaning of the numbers of errors: [unverified] beyond 7, 25-29 and `isp.*`.
 * @throws PlatformRefusal; AppError `shop-unreachable`, also for `isp.*`: after an error of theirs nobody knows what was done
 */
export function createTop({ appKey, appSecret, session, base }: TopSettings, { clock, pause }: Pick<ShopHost, 'clock' | 'pause'>): Top {
  const paced = createPace(clock, pause, PER_SECOND)
  async function put(method: string, params: Readonly<Record<string, string>>, once: boolean): Promise<unknown> {
    await paced()
    const all = { ...params, method, app_key: appKey, session, timestamp: chinaTime(clock.now()), format: 'json', v: '2.0', sign_method: 'hmac-sha256' }
    const body = new URLSearchParams({ ...all, sign: hmacSign('sha256', appSecret, all) }).toString()
    const { status, text } = await ask({ url: base, body, type: 'application/x-www-form-urlencoded;charset=utf-8' }, { once, pause })
    if (status >= 400) throw refusedBy(String(status))
    const answer = parseJson(text)
    const failed = Failure.safeParse(answer)
    if (failed.success) throw failureOf(failed.data.error_response)
    return (answer as Record<string, unknown>)[`${method.replace(/^taobao\./u, '').replaceAll('.', '_')}_response`]
  }
  return {
    async call(method, shape, params, once = false) {
      const told = Object.fromEntries(Object.entries(params).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])))
      for (let tried = 1; ; tried++) {
        try {
          return shape.parse(await put(method, told, once))
        } catch (thrown) {
          const busy = thrown instanceof Error && 'code' in thrown && (thrown.code === 'shop-busy' || (thrown.code === 'shop-unreachable' && !once))
          if (!busy || tried >= BUSY_TRIES) throw thrown
          await pause(1000 * tried)
        }
      }
    },
  }
}

function failureOf({ code, sub_code: sub }: z.infer<typeof Failure>['error_response']): Error {
  const said = sub === '' ? code : sub
  if (code === '7' || sub.includes('call-limited') || sub.includes('ban')) return tooFast(said)
  if (['25', '26', '27', '28', '29'].includes(code)) return badCredentials(said)
  if (code === '11' || code === '12' || code === '13') return noPermission(said)
  return sub.startsWith('isp.') || code === '10' ? unreachable() : refusedBy(said)
}
