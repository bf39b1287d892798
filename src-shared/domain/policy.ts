import { z } from 'zod'

/**
 * How far autopilot may go for an intent. `shadow` decides silently, `suggest` only drafts,
 * `undo` acts after a window in which a person can stop it, `act` acts at once.
 */
export const AutonomyLevel = z.enum(['off', 'shadow', 'suggest', 'undo', 'act'])
export type AutonomyLevel = z.infer<typeof AutonomyLevel>

export const IntentPolicy = z.object({
  level: AutonomyLevel,
  /** Seconds a person has to stop an automatic reply. */
  undoSeconds: z.number().int().min(3).max(120),
  /** Least triage confidence of the topic, 0..1. */
  confidenceFloor: z.number().min(0).max(1),
  /** Highest emotion level (0 calm .. 3 angry) autopilot may answer. */
  maxEmotionLevel: z.number().int().min(0).max(3),
  /** Order states in which the intent is routine. */
  orderStates: z.array(z.string()),
})
export type IntentPolicy = z.infer<typeof IntentPolicy>

/** The supervisor's limits, versioned at the gateway. An intent that is not listed is `off`. */
export const Policy = z.object({
  id: z.string(),
  version: z.number().int().positive(),
  intents: z.record(z.string(), IntentPolicy),
  /** Topics and marks that always go to a person, whatever the level says. */
  alwaysPerson: z.object({ topics: z.array(z.string()), marks: z.array(z.string()), acts: z.array(z.string()) }),
  /** What replies are held to, such as `compensationCap` in major units; docs/guard.md. */
  guard: z.record(z.string(), z.unknown()).optional(),
})
export type Policy = z.infer<typeof Policy>

/** What `decide` answers: the decision, the rules that spoke, and what would have to change for `auto`. */
export const Decision = z.object({
  decision: z.enum(['auto', 'ask', 'draft', 'review', 'escalate']),
  rules: z.array(z.string()),
  wouldNeed: z.array(z.string()),
})
export type Decision = z.infer<typeof Decision>
