import type { WorkflowNode } from './workflow.ts'

/** A port of a node. An `optional` one that leads nowhere hands the case over. */
export interface Port { name: string; optional: boolean }

const port = (name: string, optional = false): Port => ({ name, optional })

/** The ports of a node, in the order in which they are drawn. */
export function portsOf(one: WorkflowNode): Port[] {
  switch (one.type) {
    case 'condition': return [port('yes'), port('no')]
    case 'branch': return [...one.cases.map((c) => port(c.port)), port('else')]
    case 'look-up': return [port('found'), port('missing', true)]
    case 'question': return [port('answered'), ...(one.collects.type === 'yes-no' ? [port('no', true)] : []), port('silent', true), port('failed', true)]
    case 'action': return [port('done'), port('refused', true)]
    case 'review': return [port('approved'), port('declined', true)]
    case 'hand-over': case 'end': return []
    case 'trigger': case 'message': case 'sub-flow': case 'wait': return [port('next')]
  }
}
