import { z } from 'zod'
import { LocalText } from './text.ts'

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])
/** Dotted names into the facts; `request.` leads into the request, `item.` into the entry that a quantifier looks at. */
const Path = z.string().regex(/^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*$/u, 'a path such as order.status').max(120)

/** A comparison of one value. `sameAs` names another path; `has` asks whether a list holds a value. */
const Comparison = z.union([
  z.strictObject({ path: Path, is: Scalar }),
  z.strictObject({ path: Path, in: z.array(Scalar).min(1) }),
  z.strictObject({ path: Path, has: Scalar }),
  z.strictObject({ path: Path, sameAs: Path }),
  z.strictObject({ path: Path, above: z.number() }),
  z.strictObject({ path: Path, atLeast: z.number() }),
  z.strictObject({ path: Path, below: z.number() }),
  z.strictObject({ path: Path, atMost: z.number() }),
])
export type Comparison = z.infer<typeof Comparison>

/** What a rule looks at. `every` and `some` go over a list of the facts; of an empty list `every` holds and `some` does not. */
export type Condition =
  | Comparison
  | { all: Condition[] } | { any: Condition[] } | { not: Condition }
  | { every: string; where: Condition } | { some: string; where: Condition }

export const Condition: z.ZodType<Condition> = z.lazy(() => z.union([
  Comparison,
  z.strictObject({ all: z.array(Condition).min(1) }),
  z.strictObject({ any: z.array(Condition).min(1) }),
  z.strictObject({ not: Condition }),
  z.strictObject({ every: Path, where: Condition }),
  z.strictObject({ some: Path, where: Condition }),
], { error: 'not a condition: {path, is|in|has|sameAs|above|atLeast|below|atMost}, {all|any: [...]}, {not: ...} or {every|some, where}' }))

/**
 * A sentence of the shop beside the rows. It speaks, and so keeps autopilot from acting, when `when` holds or cannot be
 * told from the facts. There is no outcome that refuses a customer.
 */
export const Rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/u, 'small letters, digits and hyphens').max(60),
  /** Actions and intents it is about; with neither it is about everything. */
  actions: z.array(z.string()).min(1).optional(),
  intents: z.array(z.string()).min(1).optional(),
  when: Condition,
  outcome: z.enum(['ask', 'draft', 'review', 'escalate']),
  /** What the rule says, as a supervisor reads it. */
  say: LocalText,
  /** What would have to change for it to be silent. */
  need: LocalText,
})
export type Rule = z.infer<typeof Rule>

/** Facts that grow with a customer's anger. */
const MOOD = new Set(['emotionLevel', 'escalation', 'anger', 'dissatisfaction', 'urgency'])
const isMood = (path: string): boolean => MOOD.has(path) || path === 'marks' || path === 'acts'

/**
 * Paths by which a rule would fall silent when a customer gets angrier or threatens: anger would then buy what calm words
 * do not. `up`: does the condition's truth make the rule speak?
 */
export function soothedBy(condition: Condition, up = true): string[] {
  if ('all' in condition) return condition.all.flatMap((one) => soothedBy(one, up))
  if ('any' in condition) return condition.any.flatMap((one) => soothedBy(one, up))
  if ('not' in condition) return soothedBy(condition.not, !up)
  if ('where' in condition) return [...('every' in condition ? [condition.every] : [condition.some]).filter(isMood), ...soothedBy(condition.where, up)]
  if ('sameAs' in condition) return [condition.path, condition.sameAs].filter(isMood)
  if (!isMood(condition.path)) return []
  const grows = 'above' in condition || 'atLeast' in condition || 'has' in condition
  const shrinks = 'below' in condition || 'atMost' in condition
  return (up && grows) || (!up && shrinks) ? [] : [condition.path]
}
