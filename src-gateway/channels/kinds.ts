import { chatwoot } from './chatwoot/chatwoot.ts'
import type { ConnectorKind } from './connector.ts'
import { emailKind } from './email/email.ts'
import { hookKind } from './hook/hook-kind.ts'
import { wecom } from './wecom/wecom.ts'

/** Every kind of channel that a person can connect; each checks its own settings before it sees them. */
export const CHANNEL_KINDS: readonly ConnectorKind[] = [
  emailKind,
  wecom,
  chatwoot,
  hookKind,
]
