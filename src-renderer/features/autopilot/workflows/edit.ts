import type { Problem } from '../../../../src-shared/domain/workflow-problem.ts'
import type { Workflow, WorkflowNode } from '../../../../src-shared/domain/workflow.ts'

/** The workflow with one node changed. */
export const withNode = (workflow: Workflow, id: string, change: Partial<WorkflowNode>): Workflow =>
  ({ ...workflow, nodes: workflow.nodes.map((node) => (node.id === id ? ({ ...node, ...change } as WorkflowNode) : node)) })

/** Has the step anything that the form offers: words, a wait, a limit in figures? */
export function isEditable(node: WorkflowNode): boolean {
  return node.type === 'message' || node.type === 'question' || node.type === 'wait' || (node.type === 'condition' && node.all.some((test) => isLimit(test)))
}

export const isLimit = (test: Extract<WorkflowNode, { type: 'condition' }>['all'][number]): boolean => test.is === 'at-most' || test.is === 'at-least'

export const problemsOf = (problems: readonly Problem[], node: string): Problem[] => problems.filter((one) => one.node === node)

/** Hands a workflow over as a file; the shell asks the person where to put it. */
export function exportWorkflow(workflow: Workflow): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(workflow, null, 2)], { type: 'application/json' }))
  link.download = `${workflow.id}.json`
  link.click()
}
