import type { Finding } from '../../../src-shared/domain/draft.ts'
import type { GuardKind } from './claim.ts'

/** Where something stands in the draft; code points, end exclusive. */
export interface Span { start: number; end: number; text: string }

/** A finding of one of the closed kinds, without fields that say nothing. */
export function finding({ start, end, text }: Span, kind: GuardKind, severity: Finding['severity'], more: { expected?: string; source?: string } = {}): Finding {
  return {
    kind, severity, text, start, end,
    ...(more.expected === undefined ? {} : { expected: more.expected }), ...(more.source === undefined ? {} : { source: more.source }),
  }
}
