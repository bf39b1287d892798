import { z } from 'zod'
import { Rates } from './autonomy.ts'
import { ActionPolicy, Hours, IntentPolicy } from './policy-limits.ts'
import { Rule, soothedBy } from './policy-rule.ts'
import { ReviewPolicy } from './review.ts'
import { Millis } from './text.ts'

export { ActionPolicy, AutonomyLevel, IntentPolicy } from './policy-limits.ts'

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const Rules = z.array(Rule).superRefine((rules, context) => {
  const seen = new Set<string>()
  rules.forEach((rule, n) => {
    if (seen.has(rule.id)) context.addIssue({ code: 'custom', path: [n, 'id'], message: `${rule.id} is there twice` })
    seen.add(rule.id)
    for (const path of soothedBy(rule.when)) context.addIssue({ code: 'custom', path: [n, 'when'], message: `${path}: anger or a threat must not silence a rule; use above, atLeast or has` })
  })
})

/** The supervisor's limits, versioned at the gateway. An intent or action that is not listed is `off`. docs/policy.md describes the format. */
export const Policy = z.object({
  id: z.string(),
  version: z.number().int().positive(),
  /** What may be answered, by topic. */
  intents: z.record(z.string(), IntentPolicy),
  /** What may be done, by the name of the action. */
  actions: z.record(z.string(), ActionPolicy).optional(),
  /** Topics and marks that always go to a person, whatever the level says. */
  alwaysPerson: z.object({ topics: z.array(z.string()), marks: z.array(z.string()), acts: z.array(z.string()) }),
  rules: Rules.optional(),
  /** Automatic replies an hour; absent: RATES. */
  rates: Rates.optional(),
  /** The shop's zone, for hours; absent: Asia/Shanghai. */
  zone: z.string().refine(isZone, 'not a time zone such as Asia/Shanghai').optional(),
  /** When people answer; absent: 09:00 to 22:00. Outside these hours a night desk tells a customer once a night when they do, where `reply` says so. */
  night: z.object({ reply: z.boolean(), people: Hours }).optional(),
  /** Whose records `deskmate decide` makes facts of. */
  records: z.enum(['tau-retail', 'ecom-bench']).optional(),
  /** Which words and actions of people wait for a supervisor; absent: none. */
  review: ReviewPolicy.optional(),
  /** What replies are held to, such as `compensationCap` in major units; docs/guard.md. */
  guard: z.record(z.string(), z.unknown()).optional(),
})
export type Policy = z.infer<typeof Policy>

/** One version of a policy as it stands in the gateway's log, and who put it there. */
export const PolicyVersion = z.object({
  policy: Policy,
  /** Seat that put it; `gateway` for the one that the shop came with. */
  by: z.string().max(64),
  name: z.string().max(80),
  at: Millis,
})
export type PolicyVersion = z.infer<typeof PolicyVersion>

/** What `decide` answers: the decision, the rules that spoke, and what would have to change for `auto`. */
export const Decision = z.object({
  decision: z.enum(['auto', 'ask', 'draft', 'review', 'escalate']),
  rules: z.array(z.string()),
  wouldNeed: z.array(z.string()),
})
export type Decision = z.infer<typeof Decision>
