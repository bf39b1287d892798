import { leadsTo, triggerOf, type Workflow, type WorkflowEdge, type WorkflowNode } from '../../../src-shared/domain/workflow.ts'

/** Sub-flows inside sub-flows; deeper ones go round in a circle, or nobody could follow them. */
const DEEPEST = 4

/**
 * The workflow with each sub-flow put in its place: a run needs no other workflow, and one that is changed meanwhile does not
 * change under it. Where a sub-flow ends, the flow around it goes on; where it hands over, the whole run does.
 * @returns null: a sub-flow is not there, or they go round in a circle
 */
export function expand(workflow: Workflow, library: (id: string) => Workflow | null, depth = 0): Workflow | null {
  if (depth > DEEPEST) return null
  const nodes: WorkflowNode[] = []
  const edges: WorkflowEdge[] = []
  /** Where an edge to a node of this workflow leads now. */
  const entries = new Map<string, string>()
  for (const node of workflow.nodes) {
    const inner = node.type === 'sub-flow' ? inside(node.id, node.workflow, workflow, library, depth) : null
    if (node.type === 'sub-flow' && !inner) return null
    if (!inner) {
      nodes.push(node)
      continue
    }
    nodes.push(...inner.nodes)
    edges.push(...inner.edges)
    entries.set(node.id, inner.entry)
  }
  const outer = workflow.edges.filter((edge) => !entries.has(edge.from))
  const led = [...outer, ...edges].map((edge) => ({ ...edge, to: entries.get(edge.to) ?? edge.to }))
  return { ...workflow, nodes, edges: led }
}

/** The nodes of a sub-flow under names of their own, its ends led on to where the node of it leads. */
function inside(id: string, workflow: string, outer: Workflow, library: (id: string) => Workflow | null, depth: number): { nodes: WorkflowNode[]; edges: WorkflowEdge[]; entry: string } | null {
  const found = library(workflow)
  const flow = found && expand(found, library, depth + 1)
  const trigger = flow && triggerOf(flow)
  const first = flow && trigger && leadsTo(flow, trigger.id, 'next')
  if (!flow || !trigger || !first) return null
  const on = leadsTo(outer, id, 'next')
  const ends = new Set(flow.nodes.filter((node) => node.type === 'end').map((node) => node.id))
  const name = (inner: string): string => `${id}-${inner}`.slice(0, 60)
  const target = (to: string): string => (ends.has(to) && on !== null ? on : name(to))
  return {
    nodes: flow.nodes.filter((node) => node.id !== trigger.id && !(ends.has(node.id) && on !== null)).map((node) => ({ ...node, id: name(node.id) })),
    edges: flow.edges.filter((edge) => edge.from !== trigger.id).map((edge) => ({ from: name(edge.from), port: edge.port, to: target(edge.to) })),
    entry: target(first),
  }
}
