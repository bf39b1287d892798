import { z } from 'zod'

/** What a person fills in to connect 微信客服 through an app of their own in 企业微信. */
export const WecomSettings = z.object({
  /** 企业ID, from “我的企业”. */
  corpId: z.string().trim().regex(/^[\w-]{4,64}$/),
  /** Secret of the app that may call the 微信客服 API. */
  secret: z.string().trim().min(8).max(200),
  /** Token of the callback. */
  token: z.string().trim().min(1).max(64),
  /** EncodingAESKey of the callback: 43 characters. */
  encodingAesKey: z.string().trim().regex(/^[A-Za-z0-9]{43}$/),
  /** Only this 客服账号 (wk…); '': all that the app manages. */
  openKfId: z.string().trim().max(64).default(''),
  /** Another address than Tencent's, such as a proxy with a fixed address that Tencent lets in. */
  apiBase: z.url({ protocol: /^https?$/ }).max(300).default('https://qyapi.weixin.qq.com'),
})
export type WecomSettings = z.infer<typeof WecomSettings>
