import { portsOf } from '../../../../../src-shared/domain/workflow-ports.ts'
import type { Workflow } from '../../../../../src-shared/domain/workflow.ts'

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

/**
 * Where an arrow leads from a step. Down and up go along the lines: down the main way (or the first that leads anywhere), up
 * to the step it is reached from. Left and right go to the nearest step beside it. null: there is none.
 */
export function stepTo(workflow: Workflow, from: string, arrow: Arrow): string | null {
  const here = workflow.nodes.find(({ id }) => id === from)
  if (!here) return null
  const has = (id: string): boolean => workflow.nodes.some((node) => node.id === id)
  if (arrow === 'ArrowDown') return portsOf(here).flatMap(({ name }) => workflow.edges.filter((edge) => edge.from === from && edge.port === name && has(edge.to)))[0]?.to ?? null
  if (arrow === 'ArrowUp') {
    const above = workflow.edges.filter((edge) => edge.to === from).flatMap((edge) => workflow.nodes.find(({ id }) => id === edge.from) ?? [])
    return nearest(here.at, above)
  }
  const by = arrow === 'ArrowRight' ? 1 : -1
  return nearest(here.at, workflow.nodes.filter((node) => (node.at.x - here.at.x) * by > 0))
}

/** Beside counts before above and below: a row off is as far as two columns. */
function nearest(at: { x: number; y: number }, nodes: Workflow['nodes']): string | null {
  const far = (node: Workflow['nodes'][number]): number => Math.abs(node.at.x - at.x) + 4 * Math.abs(node.at.y - at.y)
  return [...nodes].sort((a, b) => far(a) - far(b))[0]?.id ?? null
}

/** Ids in the order in which they are read and Tab visits them: row by row. */
export const inReadingOrder = ({ nodes }: Workflow): Workflow['nodes'] => [...nodes].sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x)
