import { z } from 'zod'

/** What a person fills in to connect a Chatwoot account. */
export const ChatwootSettings = z.object({
  /** The address that people open in the browser, without a path. */
  baseUrl: z.url({ protocol: /^https?$/ }).max(300),
  accountId: z.number().int().positive(),
  /** Access token of the user whose name the replies bear. */
  token: z.string().trim().min(8).max(200),
  /** Secret of the webhook; '' where the server is older than 4.11.2 and signs nothing. */
  webhookSecret: z.string().trim().max(200).default(''),
  /** Take webhooks without a signature as a hint to look over the API; what they say is not believed. */
  acceptUnsigned: z.boolean().default(false),
  /** Only this inbox; null: all that the user sees. */
  inboxId: z.number().int().positive().nullable().default(null),
})
export type ChatwootSettings = z.infer<typeof ChatwootSettings>
