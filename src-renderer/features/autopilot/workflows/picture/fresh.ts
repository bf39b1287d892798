import type { NodeType, WorkflowNode } from '../../../../../src-shared/domain/workflow.ts'

/** The steps that can be added, in the order of the list. There is one trigger, and it is there. */
export const ADDABLE = ['message', 'question', 'look-up', 'condition', 'branch', 'action', 'wait', 'review', 'sub-flow', 'hand-over', 'end'] as const satisfies readonly NodeType[]
export type Addable = (typeof ADDABLE)[number]

/** Minutes that a new question waits for an answer, as those that ship do. */
const WAIT = 30

/** A step without words: they are to be written before it can be saved, so that nobody sends an example. */
export function freshNode(type: Addable, id: string): WorkflowNode {
  const base = { id, at: { x: 0, y: 0 } }
  const empty = { zh: '', en: '' }
  switch (type) {
    case 'message': return { ...base, type, text: { ...empty } }
    case 'question': return { ...base, type, text: { ...empty }, again: { ...empty }, collects: { name: nameFrom(id), type: 'text' }, waitMinutes: WAIT }
    case 'look-up': return { ...base, type, what: 'order', order: 'order', as: nameFrom(id) }
    case 'condition': return { ...base, type, all: [{ value: 'order', is: 'known', to: [] }] }
    case 'branch': return { ...base, type, value: 'order', cases: [{ port: 'case-1', is: [''] }] }
    case 'action': return { ...base, type, action: 'ticket', args: {} }
    case 'wait': return { ...base, type, minutes: WAIT }
    case 'review': return { ...base, type, note: { ...empty } }
    case 'sub-flow': return { ...base, type, workflow: '' }
    case 'hand-over': return { ...base, type, reason: { ...empty } }
    case 'end': return { ...base, type }
  }
}

/** A value's name out of a step's: `question-2` gives `question2`, `look-up` gives `lookup`. */
const nameFrom = (id: string): string => id.replace(/-/g, '')
