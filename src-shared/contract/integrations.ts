import { INTEGRATION_CALLS } from '../wire/seat-integrations.ts'

/** What the window may ask about keys and webhooks: the gateway's own calls, which need the line. Secrets go through and are kept nowhere here. */
export const INTEGRATION_WINDOW_CALLS = INTEGRATION_CALLS
export type IntegrationWindowCalls = typeof INTEGRATION_WINDOW_CALLS
