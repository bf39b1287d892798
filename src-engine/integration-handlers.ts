import type { IntegrationWindowCalls } from '../src-shared/contract/integrations.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'

/** What the window may ask about keys and webhooks: asked of the gateway at once, and never kept for later. */
export function integrationHandlers({ link }: Engine): Pick<Handlers, keyof IntegrationWindowCalls> {
  return {
    'integrations.list': (params) => link.call('integrations.list', params),
    'integrations.makeKey': (params) => link.call('integrations.makeKey', params),
    'integrations.revokeKey': (params) => link.call('integrations.revokeKey', params),
    'integrations.saveWebhook': (params) => link.call('integrations.saveWebhook', params),
    'integrations.newSecret': (params) => link.call('integrations.newSecret', params),
    'integrations.enableWebhook': (params) => link.call('integrations.enableWebhook', params),
    'integrations.removeWebhook': (params) => link.call('integrations.removeWebhook', params),
    'integrations.testWebhook': (params) => link.call('integrations.testWebhook', params),
    'integrations.resend': (params) => link.call('integrations.resend', params),
    'integrations.forget': (params) => link.call('integrations.forget', params),
  }
}
