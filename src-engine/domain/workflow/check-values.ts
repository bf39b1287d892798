import type { Test, Workflow, WorkflowNode } from '../../../src-shared/domain/workflow.ts'
import type { Problem } from '../../../src-shared/domain/workflow-problem.ts'
import { answerType, type ValueType } from '../../../src-shared/domain/workflow-value.ts'
import { ARGUMENTS } from './arguments.ts'
import { gapsOf } from './gaps.ts'
import { LOOK_UPS } from './look-up.ts'
import { problem } from './problems.ts'

export type Types = ReadonlyMap<string, ValueType>

/** Values known on every way to a node, and what each is. */
export function checkValues(workflow: Workflow): Problem[] {
  const known = knownAt(workflow)
  return workflow.nodes.flatMap((node) => [...used(node, known.get(node.id) ?? new Map()), ...(named(workflow, node) ? [problem('other-type', node.id, 'collects')] : [])])
}

/** What a node leaves behind at a port. */
function gives(node: WorkflowNode, port: string): [string, ValueType][] {
  if (node.type === 'look-up' && port === 'found') return Object.entries(LOOK_UPS[node.what].gives).map(([field, type]) => [`${node.as}.${field}`, type])
  if (node.type === 'question' && (port === 'answered' || port === 'no')) return [[node.collects.name, answerType(node.collects.type)]]
  return []
}

/** By node that is reached. Of several ways only what all of them found out is known: followed until nothing changes any more. */
export function knownAt(workflow: Workflow): Map<string, Types> {
  const known = new Map<string, Types>()
  const trigger = workflow.nodes.find((node) => node.type === 'trigger')
  const open: [string, Types][] = trigger ? [[trigger.id, new Map()]] : []
  for (let entry = open.pop(); entry; entry = open.pop()) {
    const [id, arriving] = entry
    const before = known.get(id)
    const types: Types = before ? new Map([...before].filter(([name]) => arriving.has(name))) : arriving
    if (before && types.size === before.size) continue
    known.set(id, types)
    const node = workflow.nodes.find((one) => one.id === id)
    for (const edge of workflow.edges.filter((one) => one.from === id)) if (node) open.push([edge.to, new Map([...types, ...gives(node, edge.port)])])
  }
  return known
}

/** Two questions may collect one value, but not of two kinds. */
function named(workflow: Workflow, node: WorkflowNode): boolean {
  return node.type === 'question' && workflow.nodes.some((one) => one.type === 'question' && one.collects.name === node.collects.name && answerType(one.collects.type) !== answerType(node.collects.type))
}

function used(node: WorkflowNode, known: Types): Problem[] {
  const unknown = (path: string, field: string): Problem[] => (known.has(path) ? [] : [problem('not-known-yet', node.id, field, path)])
  const typed = (path: string, field: string, types: readonly ValueType[]): Problem[] => {
    const type = known.get(path)
    return type === undefined ? unknown(path, field) : types.includes(type) ? [] : [problem('wrong-type', node.id, field, path)]
  }
  switch (node.type) {
    case 'message': return texts(node.text, known).map((path) => problem('not-known-yet', node.id, 'text', path))
    case 'question': return [
      ...texts(node.text, known).map((path) => problem('not-known-yet', node.id, 'text', path)), ...texts(node.again, known).map((path) => problem('not-known-yet', node.id, 'again', path)),
      ...(node.collects.of === undefined
        ? node.collects.type === 'item' || node.collects.type === 'variant' ? [problem('needs-of', node.id, 'collects')] : []
        : typed(node.collects.of, 'collects', node.collects.type === 'variant' ? ['item'] : ['order'])),
    ]
    case 'look-up': return [
      ...typed(node.order, 'order', ['order']),
      ...(LOOK_UPS[node.what].item ? (node.item === undefined ? [problem('needs-of', node.id, 'item')] : typed(node.item, 'item', ['item'])) : []),
    ]
    case 'condition': return node.all.flatMap((test) => comparison(test, node, known))
    case 'branch': return known.has(node.value) ? [] : [problem('not-known-yet', node.id, 'value', node.value)]
    case 'action': return [...given(node, typed), ...Object.keys(node.args).filter((name) => !ARGUMENTS[node.action][name]).map((name) => problem('unknown-argument', node.id, name))]
    default: return []
  }
}

const texts = (text: { zh: string; en: string }, known: Types): string[] => [...new Set([...gapsOf(text.zh), ...gapsOf(text.en)])].filter((path) => !known.has(path))

function given(node: Extract<WorkflowNode, { type: 'action' }>, typed: (path: string, field: string, types: readonly ValueType[]) => Problem[]): Problem[] {
  return Object.entries(ARGUMENTS[node.action]).flatMap(([name, argument]) => {
    const binding = node.args[name]
    if (!binding) return argument.optional ? [] : [problem('missing-argument', node.id, name)]
    if (binding.from === 'value') return typed(binding.path, name, argument.types)
    const { value } = binding
    const fits = argument.among ? argument.among.includes(value) : typeof value === 'number' ? argument.types.includes('number') : argument.types.includes('text')
    return fits ? [] : [problem('wrong-type', node.id, name, String(value))]
  })
}

/** A condition may ask whether something is known; to compare it, it must be known and of a kind that can be compared so. */
function comparison(test: Test, node: WorkflowNode, known: Types): Problem[] {
  if (test.is === 'known') return []
  const type = known.get(test.value)
  if (type === undefined) return [problem('not-known-yet', node.id, 'all', test.value)]
  const isFigure = type === 'number' || type === 'amount' || type === 'photo'
  if (test.is === 'at-most' || test.is === 'at-least') return isFigure && test.to.length === 1 && typeof test.to[0] === 'number' ? [] : [problem('wrong-type', node.id, 'all', test.value)]
  const wanted = isFigure ? 'number' : type === 'yes-no' ? 'boolean' : 'string'
  return test.to.length > 0 && test.to.every((one) => typeof one === wanted) ? [] : [problem('wrong-type', node.id, 'all', test.value)]
}
