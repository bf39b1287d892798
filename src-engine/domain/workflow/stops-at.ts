import type { WorkflowStop } from '../../../src-shared/contract/workflows.ts'
import { acts } from '../../../src-shared/domain/policy-ceilings.ts'
import type { Policy } from '../../../src-shared/domain/policy.ts'
import { triggerOf, type Workflow } from '../../../src-shared/domain/workflow.ts'

/**
 * The actions at which a workflow hands over whatever a customer says, because the policy lets none of them be done without a
 * person: each once, in the order of its steps. What depends on the order, the sum or the customer is not told here.
 */
export function stopsAt(workflow: Workflow, policy: Pick<Policy, 'intents' | 'actions'> | null): WorkflowStop[] {
  const topic = triggerOf(workflow)?.topics[0] ?? null
  const matter = topic !== null && policy && Object.hasOwn(policy.intents, topic) ? policy.intents[topic] : undefined
  const kinds = [...new Set(workflow.nodes.flatMap((node) => (node.type === 'action' ? [node.action] : [])))]
  return kinds.flatMap((action): WorkflowStop[] => {
    const row = policy?.actions && Object.hasOwn(policy.actions, action) ? policy.actions[action] : undefined
    if (row === undefined) return [{ action, why: 'no-row', topic: null, level: null }]
    if (!acts(row.level)) return [{ action, why: 'level', topic: null, level: row.level }]
    if (matter === undefined) return []
    if (!acts(matter.level)) return [{ action, why: 'topic-level', topic, level: matter.level }]
    return (matter.actions ?? []).includes(action) ? [] : [{ action, why: 'not-listed', topic, level: null }]
  })
}
