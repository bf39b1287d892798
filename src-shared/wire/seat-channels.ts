import { z } from 'zod'
import { ConnectorSettings, DeadLetter } from '../domain/channel-line.ts'
import { Id } from '../domain/message.ts'
import { SetUpForm, SetUpValues } from '../domain/set-up.ts'
import { LocalText } from '../domain/text.ts'
import { WEB_CHAT_SEAT_CALLS } from './seat-web-chat.ts'

const Name = z.string().trim().min(1).max(80)
const Kind = z.string().min(1).max(40)

/** Calls about the lines to channels of others, since 1.3. All but `delivery.again` and `delivery.giveUp` ask for `administer`. */
export const CHANNEL_SEAT_CALLS = {
  'channels.list': {
    params: z.object({}),
    result: z.object({ kinds: z.array(SetUpForm), connectors: z.array(ConnectorSettings), /** Where others reach this gateway's open port; null: on this machine only. */ publicUrl: z.string().nullable(), openUrl: z.string() }),
  },
  /** Makes or changes a line; `id` is its own, made by the caller. `fields-wrong` names the fields. A secret that is left out stays. */
  'channels.save': { params: z.object({ id: Id, kind: Kind, name: Name, values: SetUpValues, enabled: z.boolean() }), result: z.object({}) },
  /** Tries settings without saving them; null: all well, else in words what is wrong. */
  'channels.test': { params: z.object({ id: Id, kind: Kind, values: SetUpValues }), result: z.object({ trouble: LocalText.nullable() }) },
  'channels.enable': { params: z.object({ id: Id, enabled: z.boolean() }), result: z.object({}) },
  /** Its conversations stay. */
  'channels.remove': { params: z.object({ id: Id }), result: z.object({}) },
  /** The address, such as `https://desk.shop.example`, under which a reverse proxy serves the open port; null: none does. */
  'channels.publicUrl': { params: z.object({ url: z.url({ protocol: /^https?$/ }).max(200).nullable() }), result: z.object({}) },
  /** Newest first, at most 200 each way. */
  'channels.letters': { params: z.object({}), result: z.object({ letters: z.array(DeadLetter) }) },
  /** Takes a dead letter once more; null: it is in, else in words why not. */
  'channels.takeAgain': { params: z.object({ id: Id }), result: z.object({ trouble: LocalText.nullable() }) },
  'channels.dropLetter': { params: z.object({ id: Id }), result: z.object({}) },
  /** Tries a reply that did not go out once more, or lets it lie. */
  'delivery.again': { params: z.object({ messageId: Id }), result: z.object({}) },
  'delivery.giveUp': { params: z.object({ messageId: Id }), result: z.object({}) },
  ...WEB_CHAT_SEAT_CALLS,
} as const
export type ChannelSeatCalls = typeof CHANNEL_SEAT_CALLS
