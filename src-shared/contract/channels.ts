import { z } from 'zod'
import { ConnectorSettings, DeadLetter } from '../domain/channel-line.ts'
import { Id } from '../domain/message.ts'
import { SetUpForm, SetUpValues } from '../domain/set-up.ts'
import { LocalText } from '../domain/text.ts'
import { WEB_CHAT_SEAT_CALLS } from '../wire/seat-web-chat.ts'

const Nothing = z.object({})
const Name = z.string().trim().min(1).max(80)

/** What the window may ask about the lines to channels of others. All need the line to the gateway: `team-offline` without. */
export const CHANNEL_CALLS = {
  'channels.list': { params: z.object({}), result: z.object({ kinds: z.array(SetUpForm), connectors: z.array(ConnectorSettings), publicUrl: z.string().nullable(), openUrl: z.string() }) },
  /** `id` made by the window for a new one. Secrets that are left out stay. */
  'channels.save': { params: z.object({ id: Id, kind: z.string(), name: Name, values: SetUpValues, enabled: z.boolean() }), result: Nothing },
  /** null: all well, else in words what is wrong. */
  'channels.test': { params: z.object({ id: Id, kind: z.string(), values: SetUpValues }), result: z.object({ trouble: LocalText.nullable() }) },
  'channels.enable': { params: z.object({ id: Id, enabled: z.boolean() }), result: Nothing },
  'channels.remove': { params: z.object({ id: Id }), result: Nothing },
  'channels.publicUrl': { params: z.object({ url: z.string().max(200).nullable() }), result: Nothing },
  'channels.letters': { params: z.object({}), result: z.object({ letters: z.array(DeadLetter) }) },
  'channels.takeAgain': { params: z.object({ id: Id }), result: z.object({ trouble: LocalText.nullable() }) },
  'channels.dropLetter': { params: z.object({ id: Id }), result: Nothing },
  /** A reply that has not reached the customer: once more, or not any more. */
  'delivery.again': { params: z.object({ messageId: Id }), result: Nothing },
  'delivery.giveUp': { params: z.object({ messageId: Id }), result: Nothing },
  ...WEB_CHAT_SEAT_CALLS,
} as const
export type ChannelCalls = typeof CHANNEL_CALLS
