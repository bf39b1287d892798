import { guard } from '../../domain/guard/index.ts'
import type { GuardInput } from '../../domain/guard/index.ts'
import type { DraftSet, Spoiled } from './drafts.ts'

/** What the guard did on a set of drafts; the shares are 0..1. */
export interface GuardFigures {
  right: number
  spoiled: number
  /** Errors marked in their place and named rightly. */
  found: number
  /** Right drafts with any mark. */
  markedRight: number
  /** Named, for those who mend the guard. */
  missed: Spoiled[]
  falselyMarked: Array<{ id: string; draft: string; what: string }>
}

/** A mark is in its place when it touches the wrong words and takes in little more than them. */
const ROOM = 8

function isFound(one: Spoiled, input: GuardInput): boolean {
  return guard(input).findings.some((finding) => one.kinds.includes(finding.kind) && finding.start < one.end && one.start < finding.end
    && finding.start >= one.start - ROOM && finding.end <= one.end + ROOM)
}

/** @param rules what the shop's rule packs forbid, given to the guard with every draft */
export function measureGuard(set: DraftSet, rules: GuardInput['rules']): GuardFigures {
  const missed = set.spoiled.filter((one) => !isFound(one, { ...one.input, rules }))
  const falselyMarked = set.right.flatMap(({ id, input }) => {
    const { findings } = guard({ ...input, rules })
    return findings.length === 0 ? [] : [{ id, draft: input.draft, what: findings.map((finding) => `${finding.kind} ${finding.text}`).join(', ') }]
  })
  return {
    right: set.right.length, spoiled: set.spoiled.length, missed, falselyMarked,
    found: 1 - missed.length / set.spoiled.length, markedRight: falselyMarked.length / set.right.length,
  }
}
