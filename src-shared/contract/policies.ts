import { z } from 'zod'
import { Id, MESSAGE_MAX_LENGTH } from '../domain/message.ts'
import { ActionPolicy, AutonomyLevel, Decision, IntentPolicy, Policy } from '../domain/policy.ts'
import { LocalText, Millis, Money } from '../domain/text.ts'
import { Verdict } from '../domain/triage.ts'

const Count = z.number().int().nonnegative()

/** A policy as a form or a file has it: whatever it holds, the engine says what is wrong with it. */
export const PolicyDraft = z.record(z.string(), z.unknown())
export type PolicyDraft = z.infer<typeof PolicyDraft>

/** Place of a row or rule: `intents.damaged`, `actions.refund`, `rules.no-late-refund`, `alwaysPerson`. */
const Place = z.string().max(200)

/** What is wrong: the field by its path, a sentence, and the rule that nobody may go beyond; null: it is only a wrong value. */
export const FieldProblem = z.object({ field: z.string(), say: LocalText, law: z.string().nullable() })
export type FieldProblem = z.infer<typeof FieldProblem>

/** A row or a rule in words, sentence by sentence. */
export const PolicySentence = z.object({ at: Place, title: LocalText, say: z.array(LocalText) })
export type PolicySentence = z.infer<typeof PolicySentence>

/** What two versions say about one place; null: this one says nothing. */
export const PolicyChange = z.object({ at: Place, title: LocalText, before: z.array(LocalText).nullable(), after: z.array(LocalText).nullable() })
export type PolicyChange = z.infer<typeof PolicyChange>

/** Something that does not fit together; `at` is the row or rule to look at, '' the whole. */
export const PolicyFinding = z.object({ kind: z.enum(['conflict', 'gap', 'never']), at: Place, say: LocalText })
export type PolicyFinding = z.infer<typeof PolicyFinding>

/** How far a row may be set; what is missing here nobody may choose, because of `law`. */
export const RowReach = z.object({ at: Place, levels: z.array(AutonomyLevel), moods: z.array(z.number().int()), law: z.string() })
export type RowReach = z.infer<typeof RowReach>

/** What rows can be about, in the order of the screen. */
export const PolicyChoices = z.object({
  topics: z.array(z.object({ group: z.string(), code: z.string(), /** Always a person's, whatever the policy says. */ person: z.boolean() })),
  actions: z.array(z.object({ name: z.string(), title: LocalText })),
  marks: z.array(z.object({ code: z.string(), person: z.boolean() })),
  customerLevels: z.array(z.string()),
  channels: z.array(z.string()),
  evidence: z.array(z.string()),
  orderStates: z.array(z.string()),
  currencies: z.array(Money.shape.currency),
  /** What a new row begins with. */
  fresh: z.object({ intents: IntentPolicy, actions: ActionPolicy }),
})
export type PolicyChoices = z.infer<typeof PolicyChoices>

/** A policy that somebody here was about to save, and the version they had begun with; null: the shop had none. */
export const KeptPolicy = z.object({ draft: PolicyDraft, base: Policy.nullable() }).nullable()
export type KeptPolicy = z.infer<typeof KeptPolicy>

/** A case that somebody makes up to see what would be decided. null: not known. */
export const TriedCase = z.object({
  message: z.string().max(MESSAGE_MAX_LENGTH),
  orderStatus: z.string().max(40).nullable(),
  daysSinceDelivery: Count.nullable(),
  customerLevel: z.string().max(40).nullable(),
  risk: z.number().min(0).max(1).nullable(),
  evidence: z.array(z.string()).max(10),
  confirmed: z.boolean(),
  /** What would be done; null: the message is only answered. */
  action: z.string().max(40).nullable(),
  amount: Money.nullable(),
})
export type TriedCase = z.infer<typeof TriedCase>

export const PolicyVersionShown = z.object({ version: Count, name: z.string(), by: z.string(), at: Millis, policy: Policy, /** Against the version before it; the oldest known has none. */ changes: z.array(PolicyChange) })
export type PolicyVersionShown = z.infer<typeof PolicyVersionShown>

/** What the window may do about the limits of autopilot. */
export const POLICY_CALLS = {
  /** The policy that holds on this desk, what rows can be about, and what somebody here was about to save. */
  'policy.read': {
    params: z.object({}),
    result: z.object({ policy: Policy.nullable(), choices: PolicyChoices, kept: KeptPolicy }),
  },
  /** Keeps what is not saved yet on this desk, over a restart; null: nothing is to be saved. */
  'policy.keep': { params: z.object({ kept: KeptPolicy }), result: z.object({}) },
  /** What a draft means: its sentences, what is wrong with it, how far each row may go, what does not fit together, and what differs from what holds. */
  'policy.check': {
    params: z.object({ draft: PolicyDraft }),
    result: z.object({
      /** Empty while `problems` keep the draft from being read at all. */
      sentences: z.array(PolicySentence),
      problems: z.array(FieldProblem), reach: z.array(RowReach), findings: z.array(PolicyFinding), changes: z.array(PolicyChange),
    }),
  },
  /** What would be decided for a made-up case, and how the message was read. Refused: `policy-refused` while the draft cannot be read. */
  'policy.try': { params: z.object({ draft: PolicyDraft, tried: TriedCase }), result: z.object({ decision: Decision, verdict: Verdict, /** Of each rule of the policy's own that spoke, what would have to change. */ needs: z.record(z.string(), LocalText) }) },
  /** Different messages that customers sent last, newest first, to try a draft on. */
  'policy.messages': { params: z.object({}), result: z.object({ messages: z.array(z.object({ id: Id, text: z.string(), at: Millis })) }) },
  /**
   * Puts the next version; `id` makes it idempotent. Needs the line. `conflict`: a colleague saved meanwhile, and nothing was
   * changed. Refused: `policy-refused`, `policy-offline`.
   */
  'policy.save': {
    params: z.object({ id: Id, basedOn: Count, draft: PolicyDraft }),
    result: z.discriminatedUnion('status', [
      z.object({ status: z.literal('saved'), policy: Policy }),
      /** It gives more than before: it holds once a second seat agrees, or, where there is none, from `ripeAt` on. */
      z.object({ status: z.literal('proposed'), ripeAt: Millis.nullable() }),
      z.object({ status: z.literal('conflict'), theirs: Policy.nullable(), changes: z.array(PolicyChange) }),
    ]),
  },
  /** The versions, newest first. Needs the line. Refused: `policy-offline`. */
  'policy.versions': { params: z.object({}), result: z.object({ versions: z.array(PolicyVersionShown) }) },
} as const
export type PolicyCalls = typeof POLICY_CALLS
