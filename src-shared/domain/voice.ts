import { z } from 'zod'

/** How a shop's people write Chinese, counted in what they sent. */
export const Voice = z.object({
  /** Replies in Chinese that were read. */
  replies: z.number().int().nonnegative(),
  /** How the customer is spoken to; null: too few replies, or no habit. */
  address: z.enum(['您', '你']).nullable(),
  /** The word at the beginning; null: none that many begin with. */
  greeting: z.enum(['您好', '亲', '你好']).nullable(),
  /** At the end of sentences, such as 哦; null: seldom. */
  particle: z.string().nullable(),
  /** The sign used most; null: seldom. */
  emoji: z.string().nullable(),
  /** The last sentence of many replies; null: none. */
  signOff: z.string().nullable(),
})
export type Voice = z.infer<typeof Voice>
