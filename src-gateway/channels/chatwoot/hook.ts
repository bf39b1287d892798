import { z } from 'zod'
import type { ConnectorHost, HookAnswer, HookRequest } from '../connector.ts'
import { jsonOf } from '../outside-call.ts'
import type { ChatwootSettings } from './settings.ts'
import { checkSignature } from './signature.ts'
import { NOT_UNDERSTOOD } from './words.ts'

const BODY_MAX_BYTES = 1024 * 1024
const DELIVERIES_KEPT = 5000

const Event = z.object({ event: z.string().max(100) })

export interface HookOptions {
  host: ConnectorHost
  settings: ChatwootSettings
  /** Something happened in the account: look over the API soon. */
  hint: () => void
  /** An event in the webhooks' names (`message_created`), its object as it came. @returns false: it could not be read. */
  onEvent: (event: string, data: unknown) => Promise<boolean>
}

/** Answers Chatwoot's webhooks. What is signed is believed; what is not is at most a hint. */
export function hookOf({ host, settings, hint, onEvent }: HookOptions): (request: HookRequest) => Promise<HookAnswer> {
  const deliveries = new Set<string>()
  return async ({ method, headers, body }) => {
    if (method !== 'POST') return { status: 405 }
    if (body.byteLength > BODY_MAX_BYTES) return { status: 413 }
    const verdict = checkSignature(settings.webhookSecret, headers, body, host.clock.now())
    if (verdict === 'forged' || (verdict === 'unsigned' && !settings.acceptUnsigned)) return { status: 401 }
    if (verdict === 'unsigned') {
      hint()
      return { status: 200 }
    }
    const delivery = headers['x-chatwoot-delivery']
    if (delivery !== undefined && deliveries.has(delivery)) return { status: 200 }
    const data = jsonOf(body)
    const parsed = Event.safeParse(data)
    if (!parsed.success || !await onEvent(parsed.data.event, data)) await host.deadLetter({ externalId: delivery ?? null, why: NOT_UNDERSTOOD, body: body.toString('utf8') })
    if (delivery !== undefined) {
      deliveries.add(delivery)
      if (deliveries.size > DELIVERIES_KEPT) for (const oldest of deliveries) { deliveries.delete(oldest); break }
    }
    return { status: 200 }
  }
}
