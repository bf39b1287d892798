import type { MESSAGE_MAX_LENGTH } from '../../../src-shared/domain/message.ts'

/** Longest reply in UTF-16 code units. The type holds it to the contract's value without bringing zod into the window. */
export const REPLY_MAX: typeof MESSAGE_MAX_LENGTH = 4000

/** Longest text that is kept in the field, so that a long paste can be cut by the person and not by us; the contract's limit of unsent words. */
export const FIELD_MAX = 10 * REPLY_MAX

/** By how much a text is too long to be sent, in UTF-16 code units; 0 when it fits. */
export const tooLongBy = (text: string): number => Math.max(0, text.trim().length - REPLY_MAX)

/** At most one "is typing" in so many milliseconds. */
export const TYPING_EVERY_MS = 3000
