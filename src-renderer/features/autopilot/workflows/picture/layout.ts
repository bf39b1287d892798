import { portsOf } from '../../../../../src-shared/domain/workflow-ports.ts'
import type { Workflow } from '../../../../../src-shared/domain/workflow.ts'

/** From one step to the next, across and down, in pixels of the picture. */
export const ACROSS = 300
export const DOWN = 150

/** Has every step a place of its own? */
export const isPlaced = ({ nodes }: Workflow): boolean => new Set(nodes.map(({ at }) => `${at.x} ${at.y}`)).size === nodes.length

/**
 * Every step in a row below all that lead to it. The main way stays in its column; other ways go to the right, as far as
 * there is room. Ways that lead back upwards are not followed. What nothing leads to stands in a last row.
 */
export function laidOut(workflow: Workflow): Workflow {
  const rows = rowsOf(workflow)
  const columns = columnsOf(workflow, rows)
  return { ...workflow, nodes: workflow.nodes.map((node) => ({ ...node, at: { x: (columns.get(node.id) ?? 0) * ACROSS, y: (rows.get(node.id) ?? 0) * DOWN } })) }
}

/** Steps that a step leads to, in the order of its ports. */
function nextOf(workflow: Workflow): ReadonlyMap<string, readonly string[]> {
  const ids = new Set(workflow.nodes.map(({ id }) => id))
  return new Map(workflow.nodes.map((node) => [node.id, portsOf(node).flatMap(({ name }) => workflow.edges.filter((edge) => edge.from === node.id && edge.port === name && ids.has(edge.to)).map(({ to }) => to))]))
}

const startOf = ({ nodes }: Workflow): string | undefined => (nodes.find(({ type }) => type === 'trigger') ?? nodes[0])?.id

function rowsOf(workflow: Workflow): Map<string, number> {
  const next = nextOf(workflow)
  const order: string[] = []
  const seen = new Set<string>()
  const onWay = new Set<string>()
  const forward = new Map<string, string[]>()
  const visit = (id: string): void => {
    seen.add(id)
    onWay.add(id)
    for (const to of next.get(id) ?? []) {
      if (onWay.has(to)) continue
      forward.set(id, [...(forward.get(id) ?? []), to])
      if (!seen.has(to)) visit(to)
    }
    onWay.delete(id)
    order.unshift(id)
  }
  const start = startOf(workflow)
  if (start !== undefined) visit(start)
  const rows = new Map(order.map((id) => [id, 0]))
  for (const id of order) for (const to of forward.get(id) ?? []) rows.set(to, Math.max(rows.get(to) ?? 0, (rows.get(id) ?? 0) + 1))
  const last = Math.max(-1, ...rows.values()) + 1
  for (const { id } of workflow.nodes) if (!rows.has(id)) rows.set(id, last)
  return rows
}

function columnsOf(workflow: Workflow, rows: ReadonlyMap<string, number>): Map<string, number> {
  const next = nextOf(workflow)
  const columns = new Map<string, number>()
  const taken = new Set<string>()
  const place = (id: string, wanted: number): void => {
    const row = rows.get(id) ?? 0
    let column = wanted
    while (taken.has(`${row} ${column}`)) column += 1
    taken.add(`${row} ${column}`)
    columns.set(id, column)
  }
  const byRow = [...workflow.nodes].sort((a, b) => (rows.get(a.id) ?? 0) - (rows.get(b.id) ?? 0))
  for (const { id } of byRow) {
    if (!columns.has(id)) place(id, 0)
    // The way out that comes first is the main one: what it leads to is placed first.
    for (const [at, to] of (next.get(id) ?? []).entries()) if (!columns.has(to) && (rows.get(to) ?? 0) > (rows.get(id) ?? 0)) place(to, (columns.get(id) ?? 0) + at)
  }
  return columns
}
