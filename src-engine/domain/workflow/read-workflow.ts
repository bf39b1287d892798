import { Workflow } from '../../../src-shared/domain/workflow.ts'
import type { Problem } from '../../../src-shared/domain/workflow-problem.ts'
import { checkWorkflow } from './check.ts'
import { problem } from './problems.ts'

/** Id of the node at a place of something that may be a workflow. */
function nodeAt(raw: unknown, index: unknown): string | null {
  const nodes = raw !== null && typeof raw === 'object' && 'nodes' in raw && Array.isArray(raw.nodes) ? (raw.nodes as unknown[]) : []
  const node = typeof index === 'number' ? nodes[index] : null
  return node !== null && typeof node === 'object' && 'id' in node && typeof node.id === 'string' ? node.id : null
}

/** Reads what may be a workflow: its shape first, then whether it can run. `workflow` null: its shape is wrong. */
export function readWorkflow(raw: unknown, library: (id: string) => Workflow | null): { workflow: Workflow | null; problems: Problem[] } {
  const parsed = Workflow.safeParse(raw)
  if (parsed.success) return { workflow: parsed.data, problems: checkWorkflow(parsed.data, library) }
  const problems = parsed.error.issues.map(({ path: [head, index, field] }) => problem('not-filled-in', head === 'nodes' ? nodeAt(raw, index) : null, head === 'nodes' ? String(field ?? '') : String(head ?? '')))
  return { workflow: null, problems: [...new Map(problems.map((one) => [`${one.node} ${one.field}`, one])).values()] }
}
