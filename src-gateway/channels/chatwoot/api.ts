import type { ConversationStatus } from '../../../src-shared/domain/conversation.ts'
import { callOutside, jsonOf, type OutsideAnswer } from '../outside-call.ts'
import type { ChatwootSettings } from './settings.ts'
import { type ChatwootConversation, type ChatwootMessage, Profile, readConversation, readId, readMessage, readPayload } from './shapes.ts'

/** Chatwoot's own server gives a request up after 15 seconds. */
const TIMEOUT_MS = 20_000
const ANSWER_MAX_BYTES = 16 * 1024 * 1024

/** Why the API gave no list. `refused`: the token; `gone`: 404; `strange`: no Chatwoot; `down`: cut, busy or broken. */
export type ApiTrouble = 'refused' | 'gone' | 'strange' | 'down'
export type Listed<T> = { ok: true; items: T[] } | { ok: false; trouble: ApiTrouble }
/** `strange`: what a page held that cannot be read, as it came, with its id where it has one. */
export interface Page { messages: ChatwootMessage[]; strange: { id: number | null; raw: unknown }[] }

/** Which conversations: `withinSeconds` is left out by servers that do not know it. */
export interface ConversationsQuery { page: number; withinSeconds: number | null; inboxId: number | null }
export interface NewMessage { conversationId: number; text: string; mark: string; inReplyTo: number | null; files: readonly { name: string; type: string; bytes: Buffer }[] }

export interface ChatwootApi {
  profile(): Promise<{ ok: true; profile: Profile } | { ok: false; trouble: ApiTrouble }>
  inbox(id: number): Promise<ApiTrouble | null>
  conversations(query: ConversationsQuery): Promise<Listed<ChatwootConversation>>
  /** `after`: the next hundred behind that id; `before`: the last twenty in front of it; none: the newest twenty. */
  messages(conversationId: number, from: { after: number } | { before: number } | null): Promise<{ ok: true; page: Page } | { ok: false; trouble: ApiTrouble }>
  conversation(id: number): Promise<ChatwootConversation | null>
  /**
   * `mark` goes out as the echo id, which the server repeats but does not keep, and among the attributes, which later ones
   * keep. Never as `source_id`: a message that has one is taken for one that the channel brought, and is not sent on.
   */
  create(message: NewMessage): Promise<OutsideAnswer>
  /** Sets it, despite the name of the path; again changes nothing. */
  toggleStatus(conversationId: number, status: ConversationStatus): Promise<OutsideAnswer>
}

export function troubleOf(answer: OutsideAnswer): ApiTrouble | null {
  if (answer.kind !== 'answered') return 'down'
  if (answer.status === 401 || answer.status === 403) return 'refused'
  if (answer.status === 404) return 'gone'
  if (answer.status === 429 || answer.status >= 500) return 'down'
  return answer.status >= 200 && answer.status < 300 ? null : 'strange'
}

/** Chatwoot's application API (swagger `application_swagger.json`), one account. @param signal gives up what is being read; what is being sent goes on. */
export function chatwootApi({ baseUrl, accountId, token }: Pick<ChatwootSettings, 'baseUrl' | 'accountId' | 'token'>, signal?: AbortSignal): ChatwootApi {
  const origin = new URL(baseUrl).origin
  const account = `${origin}/api/v1/accounts/${accountId}`
  const headers = { api_access_token: token, accept: 'application/json' }
  const get = (url: string) => callOutside({ url, method: 'GET', headers, timeoutMs: TIMEOUT_MS, maxBytes: ANSWER_MAX_BYTES, ...(signal === undefined ? {} : { signal }) })
  const body = (answer: OutsideAnswer): unknown => (answer.kind === 'answered' ? jsonOf(answer.body) : undefined)
  return {
    async profile() {
      const answer = await get(`${origin}/api/v1/profile`)
      const trouble = troubleOf(answer)
      if (trouble !== null) return { ok: false, trouble }
      const parsed = Profile.safeParse(body(answer))
      return parsed.success ? { ok: true, profile: parsed.data } : { ok: false, trouble: 'strange' }
    },
    inbox: async (id) => troubleOf(await get(`${account}/inboxes/${id}`)),
    async conversations({ page, withinSeconds, inboxId }) {
      const query = new URLSearchParams({ status: 'all', assignee_type: 'all', sort_by: 'last_activity_at_desc', page: String(page) })
      if (withinSeconds !== null) query.set('updated_within', String(withinSeconds))
      if (inboxId !== null) query.set('inbox_id', String(inboxId))
      const answer = await get(`${account}/conversations?${query}`)
      const trouble = troubleOf(answer)
      if (trouble !== null) return { ok: false, trouble }
      const items = readPayload(body(answer))
      return items === null ? { ok: false, trouble: 'strange' } : { ok: true, items: items.map(readConversation).filter((one) => one !== null) }
    },
    conversation: async (id) => readConversation(body(await get(`${account}/conversations/${id}`))),
    async messages(conversationId, from) {
      const query = from === null ? '' : `?${new URLSearchParams('after' in from ? { after: String(from.after) } : { before: String(from.before) })}`
      const answer = await get(`${account}/conversations/${conversationId}/messages${query}`)
      const trouble = troubleOf(answer)
      if (trouble !== null) return { ok: false, trouble }
      const items = readPayload(body(answer))
      if (items === null) return { ok: false, trouble: 'strange' }
      const page: Page = { messages: [], strange: [] }
      for (const item of items) {
        const message = readMessage(item, conversationId)
        if (message === null) page.strange.push({ id: readId(item), raw: item })
        else page.messages.push(message)
      }
      page.messages.sort((a, b) => a.id - b.id)
      return { ok: true, page }
    },
    toggleStatus: (conversationId, status) => callOutside({
      url: `${account}/conversations/${conversationId}/toggle_status`, method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ status }), timeoutMs: TIMEOUT_MS, maxBytes: ANSWER_MAX_BYTES,
    }),
    async create({ conversationId, text, mark, inReplyTo, files }) {
      const url = `${account}/conversations/${conversationId}/messages`
      if (files.length === 0) {
        const sent = { content: text, message_type: 'outgoing', private: false, echo_id: mark, content_attributes: { deskmate_id: mark, ...(inReplyTo === null ? {} : { in_reply_to: inReplyTo }) } }
        return callOutside({ url, method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(sent), timeoutMs: TIMEOUT_MS, maxBytes: ANSWER_MAX_BYTES })
      }
      const form = new FormData()
      for (const [name, value] of [['content', text], ['message_type', 'outgoing'], ['private', 'false'], ['echo_id', mark], ['content_attributes[deskmate_id]', mark]] as const) form.set(name, value)
      if (inReplyTo !== null) form.set('content_attributes[in_reply_to]', String(inReplyTo))
      for (const { name, type, bytes } of files) form.append('attachments[]', new Blob([new Uint8Array(bytes)], { type }), name)
      return callOutside({ url, method: 'POST', headers, body: form, timeoutMs: TIMEOUT_MS, maxBytes: ANSWER_MAX_BYTES })
    },
  }
}
