import { z } from 'zod'

/** Columns of the rows that JSON exports become. */
export const JSON_COLUMNS = ['conversation', 'time', 'role', 'sender', 'text'] as const

/** A line of a talk, with what is told of it. `cells` as `JSON_COLUMNS`. */
type Cells = [conversation: string, time: string, role: string, sender: string, text: string]

const Ref = z.union([z.string(), z.number()]).transform(String)
/** Chatwoot's message: 0 incoming, 1 outgoing, 2 activity, 3 template. Source: the message object of its API. */
const ChatwootMessage = z.object({
  content: z.string().nullish(), message_type: z.union([z.number(), z.string()]), created_at: Ref.nullish(), private: z.boolean().nullish(), conversation_id: Ref.nullish(),
  sender: z.object({ name: z.string().nullish(), type: z.string().nullish() }).nullish(),
})
/** Zendesk's ticket comment; one that is not public is a note between agents. */
const ZendeskComment = z.object({
  author_id: Ref.nullish(), body: z.string().nullish(), plain_body: z.string().nullish(), public: z.boolean().nullish(), created_at: Ref.nullish(),
})
const ZendeskTicket = z.object({ id: Ref, requester_id: Ref.nullish(), comments: z.array(ZendeskComment).min(1) })
/** What this program writes itself. */
const OwnConversation = z.object({ id: Ref, turns: z.array(z.object({ role: z.string(), at: Ref.nullish(), text: z.string() })).min(1) })

const CHATWOOT_SIDES: Readonly<Record<string, string>> = { 0: 'incoming', 1: 'outgoing', 2: 'activity', 3: 'template' }

function chatwoot(message: z.infer<typeof ChatwootMessage>, parent: string): Cells | null {
  const text = message.content ?? ''
  if (text === '' || message.private === true) return null
  const kind = String(message.message_type)
  const role = message.sender?.type === 'agent_bot' ? 'bot' : (CHATWOOT_SIDES[kind] ?? kind)
  return [message.conversation_id ?? parent, message.created_at ?? '', role, message.sender?.name ?? '', text]
}

function zendesk(ticket: z.infer<typeof ZendeskTicket>): Cells[] {
  const requester = ticket.requester_id ?? ticket.comments[0]?.author_id ?? ''
  return ticket.comments.flatMap((comment): Cells[] => {
    const text = comment.plain_body ?? comment.body ?? ''
    if (text === '' || comment.public === false) return []
    return [[ticket.id, comment.created_at ?? '', comment.author_id === requester ? 'customer' : 'agent', '', text]]
  })
}

/** More levels are no export, and would end the reading with a full stack. */
const DEEPEST = 12

/**
 * The lines of the talks in a JSON value: Chatwoot's messages wherever they lie in it, Zendesk's tickets with their comments, or
 * conversations as `deskmate import` writes them.
 * @returns null: there is no talk that is known, which may still be a table
 */
export function talksIn(value: unknown): Cells[] | null {
  const found: Cells[] = []
  let isKnown = false
  function look(one: unknown, parent: string, depth: number): void {
    if (depth > DEEPEST || typeof one !== 'object' || one === null) return
    if (Array.isArray(one)) return one.forEach((item) => look(item, parent, depth + 1))
    const message = ChatwootMessage.safeParse(one)
    if (message.success) {
      isKnown = true
      const cells = chatwoot(message.data, parent)
      if (cells) found.push(cells)
      return
    }
    const ticket = ZendeskTicket.safeParse(one)
    if (ticket.success) {
      isKnown = true
      return void found.push(...zendesk(ticket.data))
    }
    const own = OwnConversation.safeParse(one)
    if (own.success) {
      isKnown = true
      return void found.push(...own.data.turns.map(({ role, at, text }): Cells => [own.data.id, at ?? '', role, '', text]))
    }
    const id = Ref.safeParse((one as Record<string, unknown>)['id'])
    Object.values(one).forEach((item) => look(item, id.success ? id.data : parent, depth + 1))
  }
  look(value, '', 0)
  return isKnown ? found : null
}

/** Objects without talks as a table: their keys are its columns. @returns null: they are no table */
export function tableIn(value: unknown): { names: string[]; rows: string[][] } | null {
  const items = Array.isArray(value) ? value : [value]
  const objects = items.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null && !Array.isArray(one))
  if (objects.length === 0 || objects.length < items.length) return null
  const names = [...new Set(objects.slice(0, 200).flatMap(Object.keys))].slice(0, 200)
  const cell = (one: unknown): string => (one === null || one === undefined ? '' : typeof one === 'object' ? JSON.stringify(one) : String(one))
  return { names, rows: objects.map((one) => names.map((name) => cell(one[name]))) }
}
