import type { FlowReport } from '../../../../src-shared/domain/flow-backtest.ts'
import { nodeOf, type Workflow } from '../../../../src-shared/domain/workflow.ts'
import { wilson } from '../../../../src-shared/domain/wilson.ts'
import { titleOf } from '../../workflow/outline.ts'
import { whyEnded } from '../../workflow/why.ts'
import { paidOut } from '../paid.ts'
import type { FlowTally } from './tally.ts'

const POLICY = 'policy:'

/** The counts as a report, with the titles of the workflow's steps. */
export function flowReportOf(tally: FlowTally, flow: Workflow): FlowReport {
  const { same, asked, money, handover } = tally.did
  const titled = (id: string) => {
    const node = nodeOf(flow, id)
    return { node: id, title: node ? titleOf(node) : { zh: id, en: id } }
  }
  return {
    conversations: tally.conversations, begun: tally.begun, ends: tally.ends, did: tally.did, agreement: wilson(same, same + asked + money + handover), savedMs: tally.savedMs, untold: tally.untold,
    questions: Object.entries(tally.questions).map(([id, count]) => ({ ...titled(id), count })).sort((a, b) => b.count - a.count || (a.node < b.node ? -1 : 1)),
    actions: Object.entries(tally.actions).map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1)),
    paid: paidOut(tally.paid),
    handed: Object.entries(tally.handed).map(([key, count]) => {
      const [node = '', reason = ''] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)]
      return { ...titled(node), count, why: whyEnded(nodeOf(flow, node), reason), rule: reason.startsWith(POLICY) ? reason.slice(POLICY.length) : null }
    }).sort((a, b) => b.count - a.count || (a.node < b.node ? -1 : 1)),
    cases: tally.cases,
  }
}
