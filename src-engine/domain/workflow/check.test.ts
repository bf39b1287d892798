import { describe, expect, test } from 'vitest'
import { openResources } from '../../adapters/resources.ts'
import type { Workflow, WorkflowNode } from '../../../src-shared/domain/workflow.ts'
import { checkWorkflow } from './check.ts'
import { parseWorkflows } from './templates.ts'

const resources = openResources(new URL('../../../resources', import.meta.url).pathname)
const templates = parseWorkflows(resources.list('workflows').map((name) => resources.json('workflows', name)))
const template = (id: string): Workflow => structuredClone(templates.find((one) => one.id === id) as Workflow)

/** A template with one thing broken. */
function broken(id: string, change: (workflow: Workflow) => void): string[] {
  const workflow = template(id)
  change(workflow)
  return checkWorkflow(workflow).map(({ code, node, field }) => [code, node ?? '', field ?? ''].join(' '))
}
const node = (workflow: Workflow, id: string): WorkflowNode => workflow.nodes.find((one) => one.id === id) as WorkflowNode
const lead = (workflow: Workflow, from: string, port: string, to: string): void => {
  workflow.edges = [...workflow.edges.filter((edge) => edge.from !== from || edge.port !== port), { from, port, to }]
}

test('WF-1 the twelve that ship can be saved as they are (a shop would begin with one that cannot run)', () => {
  expect(templates).toHaveLength(12)
  expect(Object.fromEntries(templates.map((one) => [one.id, checkWorkflow(one).map((p) => `${p.code} ${p.node} ${p.field} ${p.say.en}`)]).filter(([, problems]) => (problems?.length ?? 0) > 0))).toEqual({})
})

describe('WF-2 what cannot run cannot be saved, and the problem names node and field', () => {
  const cases: [string, string, (workflow: Workflow) => void, string][] = [
    ['an edge into nothing', 'cancel-order', (w) => lead(w, 'told', 'next', 'gone'), 'dangling-edge told next'],
    ['a way out that leads nowhere', 'cancel-order', (w) => { w.edges = w.edges.filter((e) => e.from !== 'not-sent' || e.port !== 'no') }, 'open-port not-sent no'],
    ['a way out that is not there', 'cancel-order', (w) => w.edges.push({ from: 'told', port: 'yes', to: 'end' }), 'unknown-port told yes'],
    ['a node that nothing leads to', 'cancel-order', (w) => w.nodes.push({ ...node(w, 'told'), id: 'alone' }) && w.edges.push({ from: 'alone', port: 'next', to: 'end' }), 'unreachable alone '],
    ['a value before it is known', 'cancel-order', (w) => Object.assign(node(w, 'confirm'), { text: { zh: '{paid.amount}', en: 'x' } }), 'not-known-yet confirm text'],
    ['a value known on one way only', 'cancel-order', (w) => lead(w, 'not-sent', 'yes', 'confirm'), 'not-known-yet cancel reason'],
    ['the wrong kind for an argument', 'cancel-order', (w) => Object.assign(node(w, 'cancel'), { args: { order: { from: 'value', path: 'agreed' }, reason: { from: 'fixed', value: 'x' } } }), 'wrong-type cancel order'],
    ['a missing argument', 'cancel-order', (w) => Object.assign(node(w, 'cancel'), { args: { order: { from: 'value', path: 'order' } } }), 'missing-argument cancel reason'],
    ['money without a yes', 'price-protection', (w) => lead(w, 'fell', 'yes', 'pay'), 'no-agreement pay action'],
    ['a person’s matter decided without one', 'delivered-not-received', (w) => Object.assign(node(w, 'ticket'), { action: 'urge-shipment' }) && Object.assign(node(w, 'ticket'), { action: 'intercept', args: { order: { from: 'value', path: 'order' }, reason: { from: 'fixed', value: 'x' } } }), 'persons-matter ticket action'],
    ['a circle without a wait', 'cancel-order', (w) => lead(w, 'not-sent', 'no', 'see-order'), 'circle see-order '],
    ['no way to an end', 'cancel-order', (w) => { w.nodes.push({ id: 'again', type: 'wait', at: { x: 0, y: 0 }, minutes: 5 }); lead(w, 'told', 'next', 'again'); lead(w, 'again', 'next', 'again') }, 'no-end told '],
    ['words just before a person', 'cancel-order', (w) => lead(w, 'told', 'next', 'sent'), 'words-before-person told next'],
    ['a sub-flow that is not there', 'cancel-order', (w) => { w.nodes.push({ id: 'other', type: 'sub-flow', at: { x: 0, y: 0 }, workflow: 'gone' }); lead(w, 'told', 'next', 'other'); lead(w, 'other', 'next', 'end') }, 'no-sub-flow other workflow'],
    ['two beginnings', 'cancel-order', (w) => { w.nodes.push({ ...node(w, 'start'), id: 'start-2' }); lead(w, 'start-2', 'next', 'which-order') }, 'one-trigger start-2 '],
    ['a condition that compares words with a figure', 'return-goods', (w) => Object.assign(node(w, 'in-time'), { all: [{ value: 'delivery.days', is: 'one-of', to: ['7'] }] }), 'wrong-type in-time all'],
  ]
  test.each(cases)('WF-2 %s', (_name, id, change, problem) => {
    expect(broken(id, change)).toContain(problem)
  })
})

test('WF-2 every problem is said in both languages', () => {
  const workflow = template('cancel-order')
  workflow.edges = []
  for (const { say } of checkWorkflow(workflow)) expect([/\p{Script=Han}/u.test(say.zh), /[a-z]/.test(say.en)]).toEqual([true, true])
})
