import type { CallResult } from '../../../src-shared/contract/calls.ts'
import type { KnownValue, RefusedLine } from '../../../src-shared/contract/workflow-picture.ts'
import { ACTION_KINDS } from '../../../src-shared/domain/commerce.ts'
import { TOPICS } from '../../../src-shared/domain/triage.ts'
import { LookUpKind } from '../../../src-shared/domain/workflow.ts'
import { QuestionType } from '../../../src-shared/domain/workflow-value.ts'
import { ARGUMENTS } from '../../domain/workflow/arguments.ts'
import { knownAt } from '../../domain/workflow/check-values.ts'
import { LOOK_UPS } from '../../domain/workflow/look-up.ts'
import { readDraft } from '../../domain/workflow/read-draft.ts'
import { refusedLines } from '../../domain/workflow/refused-lines.ts'

/** What steps can be made of. */
export function partsOfSteps(): CallResult<'workflow.parts'> {
  return {
    actions: ACTION_KINDS.map((kind) => ({
      kind, args: Object.entries(ARGUMENTS[kind]).map(([name, { types, optional, among }]) => ({ name, types: [...types], optional: optional ?? false, among: (among ?? []).map(String) })),
    })),
    topics: [...TOPICS], collects: [...QuestionType.options],
    lookUps: LookUpKind.options.map((what) => ({ what, item: LOOK_UPS[what].item })),
  }
}

/** What is known at each step of a draft; {}: it cannot be read yet. */
export function knownHere(raw: unknown): Record<string, KnownValue[]> {
  const draft = readDraft(raw)
  return draft ? Object.fromEntries([...knownAt(draft)].map(([node, types]) => [node, [...types].map(([path, type]) => ({ path, type }))])) : {}
}

/** Where a way out of a draft may not lead. []: anywhere, or the draft cannot be read yet, and the check says why. */
export function refusedHere(raw: unknown, from: string, port: string): RefusedLine[] {
  const draft = readDraft(raw)
  return draft ? refusedLines(draft, from, port) : []
}
