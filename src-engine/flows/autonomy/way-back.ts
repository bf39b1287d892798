import type { AutonomyLevel, Policy } from '../../../src-shared/domain/policy.ts'
import type { Engine } from '../context.ts'

/** The levels that the last version put from this desk replaced, so that they can be taken back without being earned again. */
const BEFORE = 'levels-before'
interface Before { version: number; levels: Record<string, AutonomyLevel> }

/** Every topic and action with its level, by `intent:refund_progress`. */
export function levelsOf(policy: Policy): Map<string, AutonomyLevel> {
  const rows = (scope: string, of: Record<string, { level: AutonomyLevel }>): [string, AutonomyLevel][] => Object.entries(of).map(([name, { level }]) => [`${scope}:${name}`, level])
  return new Map([...rows('intent', policy.intents), ...rows('action', policy.actions ?? {})])
}

/** Keeps what a version replaces. @param version the number that it was put under */
export function keepLevels({ store }: Engine, from: Policy, to: Policy, version: number): void {
  const next = levelsOf(to)
  const levels = Object.fromEntries([...levelsOf(from)].filter(([subject, level]) => (next.get(subject) ?? 'off') !== level))
  store.settings.write(BEFORE, { version, levels } satisfies Before)
}

/** Is it the way back from the very last version, with nothing in between? */
export function isWayBack({ store }: Engine, inForce: Policy, subject: string, level: AutonomyLevel): boolean {
  const before = store.settings.read<Before | null>(BEFORE, null)
  return before?.version === inForce.version && before.levels[subject] === level
}
