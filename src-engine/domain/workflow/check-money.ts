import { PAYING_KINDS } from '../../../src-shared/domain/commerce.ts'
import { leadsTo, type Workflow, type WorkflowNode } from '../../../src-shared/domain/workflow.ts'
import type { Problem } from '../../../src-shared/domain/workflow-problem.ts'
import { HELPING_ACTIONS, PERSON_TOPICS } from '../../../src-shared/domain/policy-ceilings.ts'
import { problem } from './problems.ts'

/** Actions that cannot be taken back by writing again, though nothing is paid. */
const GRAVE: ReadonlySet<string> = new Set(['cancel', 'change-address', 'change-items', 'change-payment', 'exchange', 'resend', 'intercept'])

/**
 * Before money moves, and before what cannot be taken back, the customer said yes (a yes-no question since the last action)
 * or a person of the desk did. In a matter that is always a person's, nothing is decided without one.
 */
export function checkMoney(workflow: Workflow): Problem[] {
  const trigger = workflow.nodes.find((node) => node.type === 'trigger')
  const isPersons = trigger?.type === 'trigger' && trigger.topics.some((topic) => PERSON_TOPICS.has(topic))
  const agreed = agreedAt(workflow, (node, port) => (node.type === 'question' && node.collects.type === 'yes-no' && port === 'answered') || (node.type === 'review' && port === 'approved'))
  const reviewed = agreedAt(workflow, (node, port) => node.type === 'review' && port === 'approved')
  return workflow.nodes.flatMap((node) => {
    if (node.type !== 'action') return []
    const needsYes = PAYING_KINDS.has(node.action) || GRAVE.has(node.action)
    return [
      ...(needsYes && !agreed.has(node.id) ? [problem('no-agreement', node.id, 'action')] : []),
      ...(isPersons && !HELPING_ACTIONS.has(node.action) && !reviewed.has(node.id) ? [problem('persons-matter', node.id, 'action')] : []),
    ]
  })
}

/** Nodes to which every way passes an agreement after the last action that was done. */
function agreedAt(workflow: Workflow, isAgreement: (node: WorkflowNode, port: string) => boolean): ReadonlySet<string> {
  /** Nodes that some way reaches without one. */
  const bare = new Set<string>()
  const trigger = workflow.nodes.find((node) => node.type === 'trigger')
  const visited = new Set<string>()
  const open: { id: string; agreed: boolean }[] = trigger ? [{ id: trigger.id, agreed: false }] : []
  for (let entry = open.pop(); entry; entry = open.pop()) {
    const { id, agreed } = entry
    if (visited.has(`${id} ${agreed}`)) continue
    visited.add(`${id} ${agreed}`)
    if (!agreed) bare.add(id)
    const node = workflow.nodes.find((one) => one.id === id)
    if (!node) continue
    for (const edge of workflow.edges.filter((one) => one.from === id)) {
      const spent = node.type === 'action' && edge.port === 'done' && PAYING_KINDS.has(node.action)
      if (leadsTo(workflow, id, edge.port) !== null) open.push({ id: edge.to, agreed: isAgreement(node, edge.port) || (agreed && !spent) })
    }
  }
  return new Set(workflow.nodes.map((node) => node.id).filter((id) => !bare.has(id)))
}
