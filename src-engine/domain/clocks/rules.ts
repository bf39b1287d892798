import { z } from 'zod'
import { LocalText } from '../../../src-shared/domain/text.ts'

const hhmm = z.string().regex(/^(?:[01]\d|2[0-4]):[0-5]\d$/)

/** Within what time a channel wants its customers answered. */
const ClockRule = z.object({
  id: z.string().min(1),
  /** `*`: where no other rule speaks. */
  channels: z.array(z.string()).min(1),
  /** Limits for the first answer of a conversation and for each further one, in seconds. */
  firstSeconds: z.number().int().positive(),
  nextSeconds: z.number().int().positive(),
  /** The clock runs in these hours of each day only; null: always. `to` may be 24:00. */
  hours: z.object({ from: hhmm, to: hhmm, timeZone: z.string() }).nullable(),
  /** Does an automatic reply stop the clock, or only a person's? */
  automaticStops: z.boolean(),
  effectiveFrom: z.iso.date(),
  effectiveTo: z.iso.date().nullable(),
  /** The rule in one sentence. */
  say: LocalText,
  source: z.string().min(1),
  verified: z.enum(['V1', 'V2', 'U']),
})
export type ClockRule = z.infer<typeof ClockRule>

const ClockRules = z.object({
  version: z.number().int().positive(),
  checkedOn: z.iso.date(),
  /** From this part of the limit on a wait is urgent. */
  warnFraction: z.number().gt(0).lt(1),
  rules: z.array(ClockRule).min(1),
})
export type ClockRules = z.infer<typeof ClockRules>

/** Parses `resources/clocks/response.json`. @throws ZodError naming what is wrong. */
export const parseClockRules = (file: unknown): ClockRules => ClockRules.parse(file)

/** The rule of a channel on a day (`2026-11-27`): its own before the common one, the newest in effect; null when none speaks. */
export function ruleFor({ rules }: ClockRules, channel: string, day: string): ClockRule | null {
  const inEffect = rules.filter((rule) => rule.effectiveFrom <= day && (rule.effectiveTo === null || day <= rule.effectiveTo))
  const newest = (name: string): ClockRule | undefined => inEffect.filter((rule) => rule.channels.includes(name)).sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0]
  return newest(channel) ?? newest('*') ?? null
}
