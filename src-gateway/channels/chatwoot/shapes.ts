import { z } from 'zod'

/** Webhooks name the kind of a message, the API and the live line number it. */
const KINDS = ['incoming', 'outgoing', 'activity', 'template'] as const
const Kind = z.union([z.enum(KINDS), z.number().int().min(0).max(3).transform((n) => KINDS[n] ?? 'activity')])
/** Seconds since 1970 over the API and the live line, an ISO date in webhooks; here milliseconds. */
const Moment = z.union([z.number().nonnegative().transform((seconds) => Math.round(seconds * 1000)), z.string().transform((text, context) => {
  const at = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text)
  if (!Number.isFinite(at)) context.addIssue({ code: 'custom', message: 'no date' })
  return Math.round(at)
})])
const Id = z.union([z.number().int(), z.string().regex(/^\d{1,18}$/).transform(Number)])
const optionalText = z.string().nullish().catch(null)

const Person = z.object({ id: Id.nullish().catch(null), name: optionalText, email: optionalText, phone_number: optionalText, identifier: optionalText, type: optionalText })
const Attachment = z.object({
  file_type: z.union([z.string(), z.number().transform(String)]).nullish().catch(null), data_url: optionalText, extension: optionalText, fallback_title: optionalText,
  coordinates_lat: z.number().nullish().catch(null), coordinates_long: z.number().nullish().catch(null),
})

/** A conversation as it comes with messages and in lists. `id` is the number that people see, everywhere. */
const Conversation = z.object({
  id: Id, inbox_id: Id.nullish().catch(null), status: optionalText, updated_at: Moment.nullish().catch(null), last_activity_at: Moment.nullish().catch(null), contact_last_seen_at: Moment.nullish().catch(null),
  meta: z.object({ sender: Person.nullish().catch(null), hmac_verified: z.boolean().nullish().catch(null) }).nullish().catch(null),
  contact_inbox: z.object({ hmac_verified: z.boolean().nullish().catch(null) }).nullish().catch(null),
})
export type ChatwootConversation = z.infer<typeof Conversation>

const Message = z.object({
  id: Id, content: optionalText, message_type: Kind, created_at: Moment, private: z.boolean().nullish().catch(null),
  content_attributes: z.union([z.record(z.string(), z.unknown()), z.string()]).nullish().catch(null), status: z.string().nullish().catch(null),
  echo_id: z.union([z.string(), z.number().transform(String)]).nullish().catch(null),
  sender: Person.nullish().catch(null), conversation_id: Id.nullish(), inbox_id: Id.nullish().catch(null), conversation: Conversation.nullish().catch(null),
  inbox: z.object({ id: Id }).nullish().catch(null), account: z.object({ id: Id }).nullish().catch(null), account_id: Id.nullish().catch(null),
  attachments: z.array(Attachment).nullish().catch(null),
})

export interface ChatwootPerson { id: number | null; name: string; email: string | null; phone: string | null; identifier: string | null }
export interface ChatwootFile { type: string; url: string | null; extension: string; title: string; place: { lat: number; long: number } | null }
/** A message in one form, wherever it came from. */
export interface ChatwootMessage {
  id: number
  /** The conversation's display id. */
  conversationId: number
  accountId: number | null
  inboxId: number | null
  kind: (typeof KINDS)[number]
  isPrivate: boolean
  isDeleted: boolean
  text: string
  /** Of a mail that came into an inbox for mail; null: it is none. */
  subject: string | null
  /** Milliseconds, by the server's clock. */
  at: number
  /** Our own mark, where the server kept it. */
  marks: string[]
  status: string | null
  /** The server's word on why it was not delivered; untrusted. */
  failure: string | null
  /** What the customer said in a survey of Chatwoot's. */
  survey: { score: number; words: string } | null
  sender: ChatwootPerson | null
  /** The conversation that came with it, if any. */
  conversation: ChatwootConversation | null
  files: ChatwootFile[]
}

const personOf = (person: z.infer<typeof Person> | null | undefined): ChatwootPerson | null => person
  ? { id: person.id ?? null, name: person.name ?? '', email: person.email ?? null, phone: person.phone_number ?? null, identifier: person.identifier ?? null } : null

/** The contact of a conversation, and whether the website that it writes from vouched for it. */
export function contactOf(conversation: ChatwootConversation | null): { person: ChatwootPerson | null; isVouched: boolean } {
  return { person: personOf(conversation?.meta?.sender), isVouched: (conversation?.contact_inbox?.hmac_verified ?? conversation?.meta?.hmac_verified) === true }
}

/** @param conversationId of a list that was asked for by it, where messages do not name it. @returns null: no message. */
export function readMessage(raw: unknown, conversationId: number | null = null): ChatwootMessage | null {
  const parsed = Message.safeParse(raw)
  if (!parsed.success) return null
  const message = parsed.data
  const conversation = message.conversation ?? null
  const of = conversation?.id ?? message.conversation_id ?? conversationId
  if (of === null) return null
  const attributes = typeof message.content_attributes === 'object' && message.content_attributes !== null ? message.content_attributes : {}
  return {
    id: message.id, conversationId: of, accountId: message.account?.id ?? message.account_id ?? null,
    inboxId: message.inbox?.id ?? message.inbox_id ?? conversation?.inbox_id ?? null,
    kind: message.message_type, isPrivate: message.private === true, isDeleted: attributes.deleted === true, text: message.content ?? '', subject: readSubject(attributes), at: message.created_at,
    marks: [message.echo_id, attributes.deskmate_id].filter((mark) => typeof mark === 'string'), status: message.status ?? null,
    failure: typeof attributes.external_error === 'string' ? attributes.external_error : null,
    survey: message.message_type === 'template' || message.message_type === 'outgoing' ? readSurvey(attributes) : null, sender: personOf(message.sender), conversation,
    files: (message.attachments ?? []).map((file) => ({
      type: file.file_type ?? 'file', url: file.data_url ?? null, extension: file.extension ?? '', title: file.fallback_title ?? '',
      place: typeof file.coordinates_lat === 'number' && typeof file.coordinates_long === 'number' && (file.coordinates_lat !== 0 || file.coordinates_long !== 0) ? { lat: file.coordinates_lat, long: file.coordinates_long } : null,
    })),
  }
}

const readSubject = (attributes: Readonly<Record<string, unknown>>): string | null => z.object({ subject: z.string().min(1) }).safeParse(attributes.email).data?.subject ?? null

const Survey = z.object({ rating: z.coerce.number().int().min(1).max(5), feedback_message: z.string().nullish().catch(null) })

/** A survey that the customer has answered: what `content_attributes` of an `input_csat` message hold then. null: none, or not answered. */
export function readSurvey(attributes: Readonly<Record<string, unknown>>): { score: number; words: string } | null {
  const submitted = z.object({ submitted_values: z.object({ csat_survey_response: Survey }) }).safeParse(attributes)
  return submitted.success ? { score: submitted.data.submitted_values.csat_survey_response.rating, words: submitted.data.submitted_values.csat_survey_response.feedback_message ?? '' } : null
}

/** The id of whatever has one; null: none. */
export function readId(raw: unknown): number | null {
  const parsed = z.object({ id: Id }).safeParse(raw)
  return parsed.success ? parsed.data.id : null
}

export function readConversation(raw: unknown): ChatwootConversation | null {
  const parsed = Conversation.safeParse(raw)
  return parsed.success ? parsed.data : null
}

const Payload = z.object({ payload: z.array(z.unknown()) })
/** `{payload: [...]}`, `{data: {payload: [...]}}`; null: neither. */
export function readPayload(raw: unknown): unknown[] | null {
  const parsed = z.union([Payload, z.object({ data: Payload }).transform(({ data }) => data)]).safeParse(raw)
  return parsed.success ? parsed.data.payload : null
}

export const Profile = z.object({ id: z.number().int(), pubsub_token: z.string().nullish(), accounts: z.array(z.object({ id: z.number().int() })).default([]) })
export type Profile = z.infer<typeof Profile>
