import type { InboxRow, Thread, ThreadMessage } from '../../src-shared/contract/desk.ts'
import type { CopilotTurn } from '../../src-shared/domain/copilot.ts'
import type { Draft } from '../../src-shared/domain/draft.ts'

/** Rows of the queue by conversation id. A new map for each change; rows that did not change keep their identity. */
export type Rows = ReadonlyMap<string, InboxRow>

/** A thread without what changes on its own: draft and run have cache entries of their own, unsent words live in the composer. */
export type ThreadView = Omit<Thread, 'draft' | 'run' | 'unsent' | 'unsentParts' | 'row'>

export function withRows(rows: Rows, changed: readonly InboxRow[]): Rows {
  if (changed.length === 0) return rows
  const next = new Map(rows)
  for (const row of changed) next.set(row.id, row)
  return next
}

/** Logged messages by their number; what still waits on this desk comes after them, oldest first. */
function comesBefore(a: ThreadMessage, b: ThreadMessage): boolean {
  const left = a.seq ?? Number.POSITIVE_INFINITY
  const right = b.seq ?? Number.POSITIVE_INFINITY
  if (left !== right) return left < right
  if (a.at !== b.at) return a.at < b.at
  return a.id < b.id
}

/**
 * Puts a new or changed message where it belongs, matched by id. A message older than the loaded part is left out while
 * `more` is set: it will come with its page, and a hole in the middle would be shown as if nothing were missing.
 */
export function withMessage(messages: readonly ThreadMessage[], message: ThreadMessage, more: boolean): ThreadMessage[] {
  const rest = messages.filter((m) => m.id !== message.id)
  const first = rest.find((m) => m.seq !== null)
  if (more && message.seq !== null && first?.seq && message.seq < first.seq) return rest
  const before = rest.findLastIndex((m) => !comesBefore(message, m))
  rest.splice(before + 1, 0, message)
  return rest
}

export function withoutMessage(messages: readonly ThreadMessage[], id: string): ThreadMessage[] {
  return messages.filter((m) => m.id !== id)
}

/** Puts an older page before what is there; a message that is in both is taken once, as it is known now. */
export function withOlder(messages: readonly ThreadMessage[], older: readonly ThreadMessage[]): ThreadMessage[] {
  const known = new Set(messages.map((m) => m.id))
  return [...older.filter((m) => !known.has(m.id)), ...messages]
}

/**
 * The newest page as asked again, with the older pages that were loaded before, if they join on to it without a hole.
 * Returns the messages and whether there are older ones.
 */
export function rejoined(
  before: { messages: readonly ThreadMessage[]; more: boolean } | undefined,
  page: { messages: readonly ThreadMessage[]; more: boolean },
): { messages: ThreadMessage[]; more: boolean } {
  const first = page.messages.find((m) => m.seq !== null)?.seq
  if (!before || !page.more || first === undefined || first === null) return { messages: [...page.messages], more: page.more }
  const older = before.messages.filter((m) => m.seq !== null && m.seq < first)
  const joins = older.at(-1)?.seq === first - 1
  return joins ? { messages: [...older, ...page.messages], more: before.more } : { messages: [...page.messages], more: page.more }
}

/** Appends streamed text. undefined: this delta belongs to a draft that is not known here, ask for it. */
export function withDelta(draft: Draft | null, draftId: string, text: string): Draft | undefined {
  if (draft?.id !== draftId) return undefined
  return { ...draft, text: draft.text + text }
}

/** Puts a question with its answer where it was asked, matched by id. */
export function withTurn(turns: readonly CopilotTurn[], turn: CopilotTurn): CopilotTurn[] {
  const known = turns.some((one) => one.id === turn.id)
  return known ? turns.map((one) => (one.id === turn.id ? turn : one)) : [...turns, turn]
}

/** Appends words to an answer that is being written; of one that is done, or not known here, nothing changes. */
export function withTurnDelta(turns: readonly CopilotTurn[], id: string, text: string): readonly CopilotTurn[] {
  if (!turns.some((one) => one.id === id && one.state === 'streaming')) return turns
  return turns.map((one) => (one.id === id ? { ...one, text: one.text + text } : one))
}
