import { z } from 'zod'
import { ApiKey, ApiScope, Webhook, WebhookFields, WebhookLetter } from '../domain/integration.ts'
import { Id } from '../domain/message.ts'
import { LocalText, Millis } from '../domain/text.ts'

const Nothing = z.object({})
const Trouble = z.object({ trouble: LocalText.nullable() })

/** Since 1.4. Keys of the HTTP API and webhooks. All ask for `administer`. */
export const INTEGRATION_CALLS = {
  /** `apiUrl`: where other systems call; `isPublic` false: from this computer alone. Letters newest first, at most 200. */
  'integrations.list': {
    params: Nothing,
    result: z.object({ keys: z.array(ApiKey), webhooks: z.array(Webhook), letters: z.array(WebhookLetter), apiUrl: z.string(), isPublic: z.boolean() }),
  },
  /** `key` is told this one time. `id-taken`: the id was used before; make another. */
  'integrations.makeKey': { params: z.object({ id: Id, name: ApiKey.shape.name, scopes: z.array(ApiScope).min(1).max(20), expiresAt: Millis.nullable() }), result: z.object({ key: z.string(), info: ApiKey }) },
  /** It opens nothing from then on. */
  'integrations.revokeKey': { params: z.object({ id: Id }), result: Nothing },
  /** Makes or changes a webhook; a new one is told what happens from now on. `secret`: of a new one, told this one time. `fields-wrong`: the address cannot be used. */
  'integrations.saveWebhook': { params: WebhookFields.extend({ id: Id }), result: z.object({ secret: z.string().nullable() }) },
  /** Makes another secret; for a day both sign. */
  'integrations.newSecret': { params: z.object({ id: Id }), result: z.object({ secret: z.string() }) },
  /** Switches it off, or on again from where it stopped: what happened meanwhile is told. */
  'integrations.enableWebhook': { params: z.object({ id: Id, enabled: z.boolean() }), result: Nothing },
  'integrations.removeWebhook': { params: z.object({ id: Id }), result: Nothing },
  /** Sends `webhook.test` once; null: it was taken, else in words why not. */
  'integrations.testWebhook': { params: z.object({ id: Id }), result: Trouble },
  /** Sends a refused one once more; null: it was taken and is off the list. */
  'integrations.resend': { params: z.object({ id: Id }), result: Trouble },
  'integrations.forget': { params: z.object({ id: Id }), result: Nothing },
} as const
