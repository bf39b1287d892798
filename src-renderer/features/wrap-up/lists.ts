import type { CaseKind } from '../../../src-shared/domain/case.ts'
import type { Channel } from '../../../src-shared/domain/conversation.ts'
import type { Disposition } from '../../../src-shared/domain/disposition.ts'
import type { MEMO_MAX_LENGTH as Max, OrderFlag } from '../../../src-shared/domain/order.ts'

/** The contract's lists in the order of the screen, written again because the contract would bring zod into the window; a missing or extra one does not compile. */
type All<T extends string, L extends readonly T[]> = Exclude<T, L[number]> extends never ? L : never
const all = <T extends string>() => <const L extends readonly T[]>(list: All<T, L>): L => list

/** The first is chosen by the key 1. */
export const DISPOSITIONS = all<Disposition>()(['solved', 'refund', 'exchange-return', 'information', 'no-answer', 'spam', 'other'])
export const ORDER_FLAGS = all<OrderFlag>()(['red', 'yellow', 'green', 'blue', 'purple', 'grey'])
export const CHANNELS = all<Channel>()(['web', 'demo', 'email', 'chatwoot', 'wecom', 'hook'])
export const CASE_KINDS = all<CaseKind>()(['refund-only', 'return', 'exchange', 'resend', 'price-protection', 'repair', 'dispute'])
/** Longest memo, in UTF-16 code units. */
export const MEMO_MAX: typeof Max = 300
