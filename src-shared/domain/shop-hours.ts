import { z } from 'zod'

/** `HH:MM`, by the shop's clock. */
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** `YYYY-MM-DD`, by the shop's calendar. */
const Day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
/** A stretch of one day; `to` may be `24:00`. */
export const OpenSpan = z.object({ from: Clock, to: z.union([Clock, z.literal('24:00')]) }).refine(({ from, to }) => from < to, { message: 'from before to' })
export type OpenSpan = z.infer<typeof OpenSpan>

/** In order, without overlap; none: closed all day. */
const Spans = z.array(OpenSpan).max(4).refine((spans) => spans.every((span, index) => index === 0 || (spans[index - 1]?.to ?? '') <= span.from), { message: 'in order' })

/** When people work in the shop. */
export const ShopHours = z.object({
  /** IANA. */
  zone: z.string().max(64).refine((zone) => { try { return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone })) } catch { return false } }, { message: 'no time zone' }),
  /** Monday first, as ISO 8601 counts. */
  week: z.array(Spans).length(7),
  /** Days that are otherwise: holidays, and workdays in place of a Sunday. */
  exceptions: z.array(z.object({ day: Day, open: Spans, name: z.string().max(60) })).max(200),
})
export type ShopHours = z.infer<typeof ShopHours>

/** The same hours on every day of the week. @param zone IANA */
export const everyDay = (span: OpenSpan, zone: string): ShopHours => ({ zone, week: Array.from({ length: 7 }, () => [span]), exceptions: [] })
