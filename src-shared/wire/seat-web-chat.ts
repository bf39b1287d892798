import { z } from 'zod'
import { Millis } from '../domain/text.ts'
import { WebChatSettings } from '../domain/web-chat.ts'

/** Calls about the shop's own web chat, since 1.3; all ask for `administer`. */
export const WEB_CHAT_SEAT_CALLS = {
  'webChat.read': {
    params: z.object({}),
    result: z.object({
      settings: WebChatSettings,
      shopId: z.string(),
      /** Of the chat's port, on this machine. */
      chatUrl: z.string(),
      /** Since when there is a secret with which the shop signs who its customers are; null: there is none. */
      identitySince: Millis.nullable(),
      /** Name of the mail channel from which contacts that were left are answered; null: none is on. */
      mailName: z.string().nullable(),
    }),
  },
  /** The last one to arrive holds. */
  'webChat.put': { params: z.object({ settings: WebChatSettings }), result: z.object({}) },
  /** Makes a secret, in place of the one there was; it is in this answer and in no other. */
  'webChat.newSecret': { params: z.object({}), result: z.object({ secret: z.string() }) },
  /** From then on no token is believed. */
  'webChat.dropSecret': { params: z.object({}), result: z.object({}) },
} as const
