import type { MESSAGE_MAX_LENGTH } from '../../../src-shared/domain/message.ts'

/** Longest reply in UTF-16 code units. The type holds it to the contract's value without bringing zod into the window. */
export const REPLY_MAX: typeof MESSAGE_MAX_LENGTH = 4000

/** At most one "is typing" in so many milliseconds. */
export const TYPING_EVERY_MS = 3000
