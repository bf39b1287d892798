import { z } from 'zod'
import { ask } from '../http/ask.ts'
import { badCredentials, noPermission, refusedBy, tooFast } from '../http/errors.ts'
import { createPace } from '../http/pace.ts'
import type { ShopHost } from '../shop-kind.ts'
import { unreachable } from '../rest/send.ts'

/** https://shopify.dev/docs/api/usage/versioning: a version is served for at least twelve months. */
export const API_VERSION = '2026-04'
/** Calls a second; the platform counts cost points and says THROTTLED beyond them. */
const PER_SECOND = 2

export const ShopifySettings = z.object({
  /** `name.myshopify.com` */
  shop: z.string().trim().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/u),
  accessToken: z.string().min(1),
  /** The app's client secret, which signs webhooks; empty: none are taken. */
  apiSecret: z.string().default(''),
  /** Of a test shop in place of the platform. */
  base: z.url().optional(),
})
export type ShopifySettings = z.infer<typeof ShopifySettings>

const Answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.union([z.string(), z.array(z.object({ message: z.string().optional(), extensions: z.object({ code: z.string().optional() }).loose().optional() }))]).optional(),
})
export const UserErrors = z.array(z.object({ code: z.string().nullish(), field: z.array(z.string()).nullish() }))

export interface Graph { query<T>(shape: z.ZodType<T>, document: string, variables: Record<string, unknown>): Promise<T>; mutate<T>(shape: z.ZodType<T>, document: string, variables: Record<string, unknown>): Promise<T> }

/** The GraphQL Admin API of one shop. Header and version: shopify.dev/docs/api/admin-graphql. @throws PlatformRefusal, AppError `shop-unreachable` */
export function createGraph({ shop, accessToken, base }: ShopifySettings, { clock, pause }: Pick<ShopHost, 'clock' | 'pause'>): Graph {
  const paced = createPace(clock, pause, PER_SECOND)
  const url = `${base ?? `https://${shop}`}/admin/api/${API_VERSION}/graphql.json`
  async function put<T>(shape: z.ZodType<T>, query: string, variables: Record<string, unknown>, once: boolean): Promise<T> {
    for (let tried = 1; ; tried++) {
      await paced()
      const { status, text } = await ask({ url, headers: { 'x-shopify-access-token': accessToken }, type: 'application/json', body: JSON.stringify({ query, variables }) }, { once, pause })
      try {
        return shape.parse(dataOf(status, text))
      } catch (thrown) {
        // Refused for its cost before anything was done.
        if (tried < 4 && thrown instanceof Error && 'code' in thrown && thrown.code === 'shop-busy') await pause(1000 * tried)
        else throw thrown
      }
    }
  }
  return { query: (shape, document, variables) => put(shape, document, variables, false), mutate: (shape, document, variables) => put(shape, document, variables, true) }
}

function dataOf(status: number, text: string): unknown {
  if (status === 401) throw badCredentials('401')
  if (status === 403) throw noPermission('403')
  if (status === 404) throw refusedBy('404')
  if (status >= 400) throw refusedBy(String(status))
  const { data, errors } = Answer.parse(JSON.parse(text))
  if (errors === undefined) return data
  const code = typeof errors === 'string' ? 'error' : errors[0]?.extensions?.code ?? 'error'
  if (code === 'THROTTLED') throw tooFast(code)
  if (code === 'ACCESS_DENIED') throw noPermission(code)
  // Theirs, and after it nobody knows.
  if (code === 'INTERNAL_SERVER_ERROR') throw unreachable()
  throw refusedBy(code)
}
