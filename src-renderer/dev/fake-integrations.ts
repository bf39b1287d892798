import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { IntegrationWindowCalls } from '../../src-shared/contract/integrations.ts'

type Fake = { [C in keyof IntegrationWindowCalls]: (params: CallParams<C>) => CallResult<C> }

/** No key and no webhook yet. */
export const fakeIntegrations: Fake = {
  'integrations.list': () => ({ keys: [], webhooks: [], letters: [], apiUrl: 'http://127.0.0.1:4712/api/v1', isPublic: false }),
  'integrations.makeKey': ({ id, name, scopes, expiresAt }) => ({ key: 'dmk_made-up', info: { id, name, scopes, expiresAt, prefix: 'dmk_made', createdAt: 0, createdBy: '', lastUsedAt: null } }),
  'integrations.revokeKey': () => ({}),
  'integrations.saveWebhook': () => ({ secret: 'whsec_made-up' }),
  'integrations.newSecret': () => ({ secret: 'whsec_made-up' }),
  'integrations.enableWebhook': () => ({}),
  'integrations.removeWebhook': () => ({}),
  'integrations.testWebhook': () => ({ trouble: null }),
  'integrations.resend': () => ({ trouble: null }),
  'integrations.forget': () => ({}),
}
