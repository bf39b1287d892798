import { portsOf } from '../../../../../src-shared/domain/workflow-ports.ts'
import type { Workflow, WorkflowEdge, WorkflowNode } from '../../../../../src-shared/domain/workflow.ts'
import { ACROSS, DOWN } from './layout.ts'

const edgeAt = (workflow: Workflow, from: string, port: string): WorkflowEdge | undefined => workflow.edges.find((edge) => edge.from === from && edge.port === port)
const isFree = (workflow: Workflow, id: string, port: string): boolean => edgeAt(workflow, id, port) === undefined

/** A name that no step has yet: `message`, `message-2`, … */
export function newId(workflow: Workflow, stem: string): string {
  const taken = new Set(workflow.nodes.map(({ id }) => id))
  let id = stem
  for (let n = 2; taken.has(id); n += 1) id = `${stem}-${n}`
  return id
}

/** Where a new step goes on from a step: a way that must lead somewhere and does not yet, else the main one. null: it has none. */
export function wayOnFrom(workflow: Workflow, from: WorkflowNode, hasWaysOut: boolean): string | null {
  const ports = portsOf(from)
  const open = ports.filter(({ name }) => isFree(workflow, from.id, name))
  // What ends the way is not put between two steps while another way out is free.
  return (open.find(({ optional }) => !optional) ?? (hasWaysOut ? undefined : open[0]) ?? ports[0])?.name ?? null
}

/** The way out leads there now, and nowhere else. */
export const connected = (workflow: Workflow, { from, port, to }: WorkflowEdge): Workflow => ({ ...workflow, edges: [...disconnected(workflow, from, port).edges, { from, port, to }] })

export const disconnected = (workflow: Workflow, from: string, port: string): Workflow => ({ ...workflow, edges: workflow.edges.filter((edge) => edge.from !== from || edge.port !== port) })

/** Puts a step on a way out: what that led to comes after the new step, and everything below moves down where there is no room. */
export function addedAfter(workflow: Workflow, fresh: WorkflowNode, from: string | null, port: string | null): Workflow {
  const before = workflow.nodes.find(({ id }) => id === from)
  if (!before || port === null) return { ...workflow, nodes: [...workflow.nodes, { ...fresh, at: freePlace(workflow, { x: 0, y: 0 }) }] }
  const led = edgeAt(workflow, before.id, port)
  const on = portsOf(fresh)[0]
  const side = Math.max(0, portsOf(before).findIndex(({ name }) => name === port))
  const at = { x: before.at.x + (led ? 0 : side * ACROSS), y: before.at.y + DOWN }
  const nodes = led && on ? workflow.nodes.map((node) => (node.at.y > before.at.y ? { ...node, at: { ...node.at, y: node.at.y + DOWN } } : node)) : workflow.nodes
  const withStep = { ...workflow, nodes: [...nodes, { ...fresh, at: freePlace({ ...workflow, nodes }, at) }] }
  const entered = connected(withStep, { from: before.id, port, to: fresh.id })
  return led && on ? connected(entered, { from: fresh.id, port: on.name, to: led.to }) : entered
}

/** The place, or the next to its right where nothing stands. */
function freePlace({ nodes }: Workflow, at: { x: number; y: number }): { x: number; y: number } {
  const isTaken = (x: number): boolean => nodes.some((node) => Math.abs(node.at.x - x) < ACROSS - 40 && Math.abs(node.at.y - at.y) < DOWN - 40)
  let { x } = at
  while (isTaken(x)) x += ACROSS
  return { x, y: at.y }
}

/** Without the step: what led to it leads to where its main way led. */
export function removed(workflow: Workflow, id: string): Workflow {
  const node = workflow.nodes.find((one) => one.id === id)
  const main = node && portsOf(node)[0]
  const on = main && edgeAt(workflow, id, main.name)?.to
  const edges = workflow.edges.filter((edge) => edge.from !== id).flatMap((edge) => (edge.to !== id ? [edge] : on !== undefined && on !== id ? [{ ...edge, to: on }] : []))
  return { ...workflow, nodes: workflow.nodes.filter((one) => one.id !== id), edges }
}

/** The same step once more beside it, led to by nothing. */
export function duplicated(workflow: Workflow, id: string, copy: string): Workflow {
  const node = workflow.nodes.find((one) => one.id === id)
  return node ? { ...workflow, nodes: [...workflow.nodes, { ...structuredClone(node), id: copy, at: freePlace(workflow, { x: node.at.x + ACROSS, y: node.at.y }) }] } : workflow
}

export const moved = (workflow: Workflow, id: string, at: { x: number; y: number }): Workflow =>
  ({ ...workflow, nodes: workflow.nodes.map((node) => (node.id === id ? { ...node, at: { x: Math.round(at.x), y: Math.round(at.y) } } : node)) })

/** Lines whose way out is no longer there, such as a case that was taken away, fall off. */
export function withoutLooseEnds(workflow: Workflow): Workflow {
  const edges = workflow.edges.filter((edge) => workflow.nodes.some((node) => node.id === edge.from && portsOf(node).some(({ name }) => name === edge.port)))
  return edges.length === workflow.edges.length ? workflow : { ...workflow, edges }
}
