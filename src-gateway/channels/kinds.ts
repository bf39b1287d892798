import { chatwoot } from './chatwoot/chatwoot.ts'
import type { ConnectorKind } from './connector.ts'
import { emailKind } from './email/email.ts'
import { hookKind } from './hook/hook-kind.ts'
import { wecom } from './wecom/wecom.ts'

/** Every kind of channel that a person can connect. `any`: each checks its own settings before it sees them. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const CHANNEL_KINDS: readonly ConnectorKind<any>[] = [
  emailKind,
  wecom,
  chatwoot,
  hookKind,
]
