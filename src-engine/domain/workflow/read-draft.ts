import { Workflow } from '../../../src-shared/domain/workflow.ts'

/** Stands for words that are still to be written. */
const UNWRITTEN = '…'

/** Reads a workflow that is being drawn: its empty words count as written. null: it is not to be read even so. */
export function readDraft(raw: unknown): Workflow | null {
  return Workflow.safeParse(written(raw)).data ?? null
}

function written(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? UNWRITTEN : value
  if (Array.isArray(value)) return value.map(written)
  return value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, written(one)])) : value
}
