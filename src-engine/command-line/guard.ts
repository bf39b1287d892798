import { z } from 'zod'
import type { Resources } from '../adapters/resources.ts'
import { hoursIn } from '../domain/drafting/reply-by.ts'
import { guard, parseRulePacks } from '../domain/guard/index.ts'
import { lineOptions, type LineOptions, type LineWork } from './lines.ts'

/** Any name of an audience that is not the customer's. */
const INSIDE = /intern|agent|staff|private|desk|内部|客服/i
const Passage = z.object({ id: z.string(), text: z.string(), audience: z.string().nullish() })
const GuardLine = z.object({
  id: z.string(), draft: z.string(), facts: z.array(z.unknown()).nullish(), passages: z.array(Passage).nullish(), policy: z.record(z.string(), z.unknown()).nullish(),
  language: z.string().nullish(), now: z.iso.datetime({ offset: true }).nullish(), channel: z.string().nullish(), hours: z.string().nullish(),
})

/** `deskmate guard`: holds each draft against the records, passages and policy of its line, and against our rule packs. */
export function openGuard(args: readonly string[], resources: Resources): { options: LineOptions; work: LineWork } {
  const options = lineOptions(args)
  const rules = parseRulePacks(resources.list('rules').filter((name) => name.endsWith('.json')).map((name) => resources.json('rules', name)))
  return {
    options,
    work: (line) => {
      const { id, draft, facts, passages, policy, language, now, channel, hours } = GuardLine.parse(line)
      return {
        id, ...guard({
          draft, rules, facts: facts ?? [], policy: policy ?? undefined, language: language ?? undefined, now: now ?? undefined, channel: channel ?? undefined, hours: hoursIn(hours ?? '') ?? undefined,
          passages: (passages ?? []).map((passage) => ({ id: passage.id, text: passage.text, audience: INSIDE.test(passage.audience ?? '') ? 'internal' : 'customer' })),
        }),
      }
    },
  }
}
