import type { LocalText } from '../../../../src-shared/domain/text.ts'

/** The gateway's acknowledgement as it comes over the wire (docs/protocol.md, "Answers"). */
export interface Problem { code: string; retryable: boolean; say: LocalText }
export type Answer<T> = { ok: true; result: T } | { ok: false; error: Problem }
