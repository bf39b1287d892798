import { z } from 'zod'
import { ConversationStatus } from '../../../src-shared/domain/conversation.ts'
import { Id, MESSAGE_MAX_LENGTH } from '../../../src-shared/domain/message.ts'
import { Note } from '../../../src-shared/domain/note.ts'
import { Millis } from '../../../src-shared/domain/text.ts'
import { conversationOrRefuse } from '../../append.ts'
import { writeNote } from '../../notes.ts'
import { Next, pageOf, Paging, placeOf } from '../page.ts'
import { ApiProblem } from '../problem.ts'
import { reading, type Route, writing } from '../route.ts'
import { authorOf, sendMessage } from '../send-message.ts'
import { conversationView, ConversationView, MessageView } from '../views.ts'

const NEWEST = 50
const Place = z.object({ at: Millis, id: z.string() })
const OfConversation = z.strictObject({ conversationId: Id })
const Text = z.string().trim().min(1).max(MESSAGE_MAX_LENGTH)

export const CONVERSATION_ROUTES: readonly Route[] = [
  reading({
    id: 'listConversations', path: '/conversations', scope: 'conversations:read', summary: 'Conversations, by the time of their last change',
    about: 'Ascending, so that a caller who keeps `next` hears of everything that changes: one that changes comes again at the end.',
    params: z.strictObject({}), query: z.strictObject({ status: ConversationStatus.optional(), updatedSince: z.coerce.number().int().nonnegative().default(0).describe('Changed at this time or later, in milliseconds.'), ...Paging }),
    result: z.object({ conversations: z.array(ConversationView), next: Next }),
    async read(tx, { query: { status, updatedSince, cursor, limit } }) {
      const rows = await tx.integrations.conversationsByChange({ status: status ?? null, since: updatedSince, after: placeOf(Place, cursor) }, limit + 1)
      const { page, next } = pageOf(rows, limit, ({ conversation }) => ({ at: conversation.updatedAt, id: conversation.id }))
      return { conversations: page.map(conversationView), next }
    },
  }),
  reading({
    id: 'getConversation', path: '/conversations/{conversationId}', scope: 'conversations:read', summary: `A conversation with its newest ${NEWEST} messages`, params: OfConversation, query: z.strictObject({}),
    result: z.object({ conversation: ConversationView, messages: z.array(MessageView) }),
    async read(tx, { params: { conversationId } }) {
      return { conversation: conversationView(await conversationOrRefuse(tx, conversationId)), messages: await tx.messagesOf(conversationId, 0, NEWEST) }
    },
  }),
  reading({
    id: 'listMessages', path: '/conversations/{conversationId}/messages', scope: 'conversations:read', summary: 'Messages of a conversation, oldest first', params: OfConversation,
    query: z.strictObject({ afterSeq: z.coerce.number().int().nonnegative().default(0).describe('Only those after this one.'), limit: Paging.limit }),
    result: z.object({ messages: z.array(MessageView), lastSeq: z.number().int().describe('`seq` of the last one there is.') }),
    async read(tx, { params: { conversationId }, query: { afterSeq, limit } }) {
      const { lastSeq } = await conversationOrRefuse(tx, conversationId)
      // `seq` has no gaps.
      return { messages: await tx.messagesOf(conversationId, afterSeq, limit, afterSeq + limit), lastSeq }
    },
  }),
  writing('POST', {
    id: 'writeNote', path: '/conversations/{conversationId}/notes', scope: 'notes:write', summary: 'Writes an internal note', about: 'The desks see it beside the conversation; no customer does.',
    params: OfConversation, body: z.strictObject({ text: Text }), result: z.object({ note: Note.pick({ id: true, conversationId: true, author: true, text: true, at: true }) }),
    async write(tx, { key, now, params: { conversationId }, body: { text }, requestId }) {
      const author = authorOf(key)
      await writeNote(tx, now, author.id, { id: requestId, noteId: requestId, conversationId, text, deleted: false, name: author.name, at: now })
      return { result: { note: { id: requestId, conversationId, author, text, at: now } }, ref: { conversationId, noteId: requestId } }
    },
  }),
  writing('POST', {
    id: 'sendMessage', path: '/conversations/{conversationId}/messages', scope: 'messages:write', summary: 'Sends a message to the customer',
    about: 'In the name of the key, over the conversation\'s own channel. No guard and no review looks at these words. Refused with 409 while an agent has the conversation, when it is resolved, and when the customer wrote after `basedOnSeq`.',
    params: OfConversation, body: z.strictObject({ text: Text, basedOnSeq: z.number().int().nonnegative().optional().describe('`seq` of the last customer message that was read.') }), result: z.object({ message: MessageView }),
    async write(tx, { key, now, params: { conversationId }, body: { text, basedOnSeq }, requestId }) {
      await sendMessage(tx, now, key, { id: requestId, conversationId, text, basedOnSeq })
      const row = await tx.message(requestId)
      if (row === null) throw new ApiProblem('no-such-thing')
      return { result: { message: row.message }, ref: { conversationId, messageId: requestId } }
    },
  }),
]
