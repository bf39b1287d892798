import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { Workflow } from '../../../src-shared/domain/workflow.ts'
import type { Problem } from '../../../src-shared/domain/workflow-problem.ts'
import { checkEdges, checkWays } from './check.ts'
import { checkMoney } from './check-money.ts'
import { checkValues, knownAt } from './check-values.ts'

/** What can be wrong with a line itself. What only is not finished yet (an open way out, a missing argument) refuses no line. */
const OF_LINES: ReadonlySet<string> = new Set(['dangling-edge', 'unknown-port', 'into-trigger', 'circle', 'words-before-person', 'not-known-yet', 'wrong-type', 'no-agreement', 'persons-matter'])

/**
 * The steps that a way out may not be led to: those where the check would find what it did not find before. A line that
 * leads from there now gives way, for a way out has one.
 * @returns for each the first reason, and the step (of those behind it) that would not work
 */
export function refusedLines(workflow: Workflow, from: string, port: string): { to: string; node: string | null; say: LocalText }[] {
  const others = workflow.edges.filter((edge) => edge.from !== from || edge.port !== port)
  const before = new Set(faults({ ...workflow, edges: others }).map(nameOf))
  return workflow.nodes.flatMap(({ id }) => {
    const fault = faults({ ...workflow, edges: [...others, { from, port, to: id }] }).find((one) => !before.has(nameOf(one)))
    return fault ? [{ to: id, node: fault.node, say: fault.say }] : []
  })
}

const nameOf = ({ code, node, field, say }: Problem): string => [code, node, field, say.en].join(' ')

/** Values and agreements are asked about only where a way leads: what hangs loose is not wrong yet. */
function faults(workflow: Workflow): Problem[] {
  const reached = knownAt(workflow)
  const used = [...checkValues(workflow), ...checkMoney(workflow)].filter(({ node }) => node !== null && reached.has(node))
  return [...checkEdges(workflow), ...checkWays(workflow), ...used].filter(({ code }) => OF_LINES.has(code))
}
