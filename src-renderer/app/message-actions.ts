import type { ThreadMessage } from '../../src-shared/contract/desk.ts'
import { quoteOf } from '../../src-shared/domain/quote-of.ts'
import { recallReply } from '../bridge/actions.ts'
import { keys } from '../bridge/cache.ts'
import type { Desk } from '../bridge/desk.ts'
import type { ThreadView } from '../bridge/patches.ts'
import { addParts, changeParts, partsOf } from '../features/composer/parts.ts'
import { addWords } from '../features/composer/words.ts'
import { lastReply } from '../features/conversation/last-reply.ts'
import { report, takeBack } from './do.ts'
import { compose, focusComposer } from './focus.ts'
import { screen, toast } from './screen.ts'

/** What a person does with one message of the thread. */

const messagesOf = (desk: Desk, conversationId: string): readonly ThreadMessage[] =>
  desk.cache.getQueryData<ThreadView>(keys.thread(conversationId))?.messages ?? []

const canQuote = (m: ThreadMessage) => m.seq !== null && m.recalledAt === undefined && m.author.kind !== 'system'

/** The next reply answers this message. */
export function quote(desk: Desk, { seq, ...message }: ThreadMessage): void {
  if (seq === null) return
  changeParts(desk, message.conversationId, (parts) => ({ ...parts, quote: quoteOf({ ...message, seq }) }))
  compose()
}

/** Quotes the customer's last message; pressed again, the one before. */
export function quoteEarlier(desk: Desk, conversationId: string | null): void {
  if (!conversationId) return
  const before = partsOf(desk, conversationId).get().quote?.seq ?? Number.POSITIVE_INFINITY
  const theirs = messagesOf(desk, conversationId).filter((m) => canQuote(m) && m.author.kind === 'customer')
  const next = theirs.findLast((m) => m.seq !== null && m.seq < before) ?? theirs.at(-1)
  if (next) quote(desk, next)
  else toast('said.quote-none')
}

/** Words and pictures of a message stand in the composer again, before what is there. */
export function editAgain(desk: Desk, message: ThreadMessage): void {
  if (message.text !== '') addWords(desk, message.conversationId, message.text)
  addParts(desk, message.conversationId, { attachments: message.attachments, quote: message.quote ?? null })
  if (screen.get().selected === message.conversationId) focusComposer()
}

export function recall(desk: Desk, message: ThreadMessage): void {
  recallReply(desk, message.id).then(() => toast('said.recalled', { undo: () => editAgain(desk, message), undoName: 'recall.edit' }), report)
}

/** The key: takes the newest reply back, wherever it is. */
export function recallLast(desk: Desk, conversationId: string | null): void {
  if (!conversationId) return
  const last = lastReply(messagesOf(desk, conversationId))
  if (!last) toast('said.recall-none')
  else if (last.from === 'waiting') takeBack(desk, last.message, () => recall(desk, last.message))
  else recall(desk, last.message)
}
