import type { ThreadMessage } from '../../../src-shared/contract/desk.ts'

/** From here on triage is trusted with the language of a message. */
const SURE = 0.5

/** Did the customer write this in another language than that of the screen? */
export function isForeign({ author, text, recalledAt, verdict }: Pick<ThreadMessage, 'author' | 'text' | 'recalledAt' | 'verdict'>, language: string): boolean {
  return author.kind === 'customer' && text.trim() !== '' && recalledAt === undefined && verdict !== null && verdict.language.confidence >= SURE && verdict.language.code !== language
}
