import type { INTEGRATION_CALLS } from '../../src-shared/wire/seat-integrations.ts'
import type { Handlers } from '../answer.ts'
import type { Channels } from '../channels/host/channels.ts'
import type { Context } from '../context.ts'
import { makeKey, toInfo } from '../http-api/keys.ts'
import { API_PATH } from '../http-api/openapi.ts'
import type { Actor } from '../seats/actor.ts'
import { toWebhook, type Webhooks } from './webhooks.ts'

const LETTERS = 200

/** The calls about keys and webhooks. No answer but the one that makes it holds a secret. */
export function integrationHandlers({ store, clock }: Context, actor: Actor, webhooks: Webhooks, channels: Channels): Handlers<typeof INTEGRATION_CALLS> {
  return {
    'integrations.list': () => store.read(async (tx) => {
      const rows = await tx.integrations.webhooks()
      const nameOf = (id: string): string => rows.find((row) => row.id === id)?.name ?? ''
      return {
        keys: (await tx.integrations.keys()).map(toInfo), webhooks: rows.map(toWebhook), letters: (await tx.integrations.letters(LETTERS)).map((letter) => ({ ...letter, name: nameOf(letter.webhookId) })),
        apiUrl: (channels.publicUrl ?? channels.openUrl) + API_PATH, isPublic: channels.publicUrl !== null,
      }
    }),
    'integrations.makeKey': (request) => store.write((tx) => makeKey(tx, clock.now(), actor.account.name, request)),
    'integrations.revokeKey': ({ id }) => store.write(async (tx) => {
      await tx.integrations.dropKey(id)
      return {}
    }),
    'integrations.saveWebhook': async (request) => ({ secret: await webhooks.save(store, request) }),
    'integrations.newSecret': async ({ id }) => ({ secret: await webhooks.renewSecret(store, id) }),
    'integrations.enableWebhook': async ({ id, enabled }) => {
      await webhooks.enable(store, id, enabled)
      return {}
    },
    'integrations.removeWebhook': async ({ id }) => {
      await webhooks.remove(store, id)
      return {}
    },
    'integrations.testWebhook': async ({ id }) => ({ trouble: await webhooks.test(id) }),
    'integrations.resend': async ({ id }) => ({ trouble: await webhooks.resend(id) }),
    'integrations.forget': ({ id }) => store.write(async (tx) => {
      await tx.integrations.dropLetter(id)
      return {}
    }),
  }
}
