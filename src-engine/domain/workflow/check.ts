import { leadsTo, portsOf, type Workflow, type WorkflowNode } from '../../../src-shared/domain/workflow.ts'
import type { Problem } from '../../../src-shared/domain/workflow-problem.ts'
import { expand } from './expand.ts'
import { checkMoney } from './check-money.ts'
import { checkValues } from './check-values.ts'
import { problem } from './problems.ts'

/**
 * What keeps a workflow from being saved; []: it can run. Each problem names its node and field. What cannot run cannot be
 * saved: an edge into nothing, a node that nothing leads to, a way that never ends, a value used before it is known.
 * @param library the other workflows, by id, for sub-flows
 */
export function checkWorkflow(workflow: Workflow, library: (id: string) => Workflow | null = () => null): Problem[] {
  const shape = [...checkNames(workflow), ...checkEdges(workflow), ...checkSubFlows(workflow, library)]
  // Ways are followed only where they lead somewhere.
  if (shape.length > 0) return shape
  return [...checkWays(workflow), ...checkValues(workflow), ...checkMoney(workflow)]
}

function checkNames({ nodes }: Workflow): Problem[] {
  const triggers = nodes.filter((node) => node.type === 'trigger')
  const twice = nodes.filter((node, at) => nodes.findIndex((one) => one.id === node.id) < at)
  return [
    ...(triggers.length === 1 ? [] : [problem('one-trigger', triggers[1]?.id ?? null, null)]),
    ...twice.map((node) => problem('same-name', node.id, 'id')),
    ...nodes.flatMap((node) => (node.type === 'question' && node.collects.type === 'choice' && (node.choices ?? []).length < 2 ? [problem('choices', node.id, 'choices')] : [])),
  ]
}

export function checkEdges(workflow: Workflow): Problem[] {
  const byId = new Map(workflow.nodes.map((node) => [node.id, node]))
  const found: Problem[] = []
  for (const [at, edge] of workflow.edges.entries()) {
    const from = byId.get(edge.from)
    if (!from || !byId.has(edge.to)) found.push(problem('dangling-edge', from ? edge.from : null, edge.port))
    else if (!portsOf(from).some((port) => port.name === edge.port)) found.push(problem('unknown-port', edge.from, edge.port))
    else if (workflow.edges.findIndex((one) => one.from === edge.from && one.port === edge.port) < at) found.push(problem('port-twice', edge.from, edge.port))
    else if (byId.get(edge.to)?.type === 'trigger') found.push(problem('into-trigger', edge.from, edge.port))
  }
  for (const node of workflow.nodes) {
    for (const port of portsOf(node)) if (!port.optional && leadsTo(workflow, node.id, port.name) === null) found.push(problem('open-port', node.id, port.name))
  }
  return found
}

function checkSubFlows(workflow: Workflow, library: (id: string) => Workflow | null): Problem[] {
  const missing = workflow.nodes.flatMap((node) => (node.type === 'sub-flow' && (node.workflow === workflow.id || !library(node.workflow)) ? [problem('no-sub-flow', node.id, 'workflow')] : []))
  if (missing.length > 0) return missing
  const circle = workflow.nodes.find((node) => node.type === 'sub-flow')
  return circle && expand(workflow, library) === null ? [problem('sub-flow-circle', circle.id, 'workflow')] : []
}

/** Ways: everything is reached, everything ends, and nothing turns in a circle without waiting for somebody. */
export function checkWays(workflow: Workflow): Problem[] {
  const next = new Map<string, string[]>(workflow.nodes.map((node) => [node.id, workflow.edges.filter((edge) => edge.from === node.id).map((edge) => edge.to)]))
  const trigger = workflow.nodes.find((node) => node.type === 'trigger')
  const reached = reach(trigger ? [trigger.id] : [], next)
  const back = new Map<string, string[]>(workflow.nodes.map((node) => [node.id, workflow.edges.filter((edge) => edge.to === node.id).map((edge) => edge.from)]))
  // A port that may be left open hands over: that is an end as well.
  const ends = workflow.nodes.filter((node) => node.type === 'end' || node.type === 'hand-over').map((node) => node.id)
  const ending = reach(ends, back)
  return [
    ...workflow.nodes.filter((node) => !reached.has(node.id)).map((node) => problem('unreachable', node.id, null)),
    ...workflow.nodes.filter((node) => reached.has(node.id) && !ending.has(node.id)).map((node) => problem('no-end', node.id, null)),
    ...workflow.nodes.filter((node) => !stops(node) && circles(node.id, next, workflow)).map((node) => problem('circle', node.id, null)),
    ...workflow.nodes.filter((node) => node.type === 'message' && leadsToPerson(node.id, next, workflow)).map((node) => problem('words-before-person', node.id, 'next')),
  ]
}

function reach(from: readonly string[], next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set(from)
  const open = [...from]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const to of next.get(id) ?? []) if (!found.has(to)) { found.add(to); open.push(to) }
  }
  return found
}

/** Here a run waits for somebody or something. */
const stops = (node: WorkflowNode): boolean => node.type === 'question' || node.type === 'wait' || node.type === 'review'

/** Does a way come back here without a stop? */
function circles(id: string, next: ReadonlyMap<string, readonly string[]>, workflow: Workflow): boolean {
  const passing = new Map([...next].map(([from, to]) => [from, to.filter((one) => !workflow.nodes.some((node) => node.id === one && stops(node)))]))
  return reach(passing.get(id) ?? [], passing).has(id)
}

/** Words that go out just before a person is called: the customer counts as answered, and nobody would look. */
function leadsToPerson(id: string, next: ReadonlyMap<string, readonly string[]>, workflow: Workflow): boolean {
  const passes = (one: string): boolean => workflow.nodes.some((node) => node.id === one && (node.type === 'message' || node.type === 'condition' || node.type === 'branch' || node.type === 'look-up' || node.type === 'hand-over'))
  const passing = new Map([...next].map(([from, to]) => [from, passes(from) ? to.filter(passes) : []]))
  return [...reach([id], passing)].some((one) => workflow.nodes.some((node) => node.id === one && node.type === 'hand-over'))
}
