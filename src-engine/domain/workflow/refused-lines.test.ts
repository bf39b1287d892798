import { expect, test } from 'vitest'
import { openResources } from '../../adapters/resources.ts'
import type { Workflow } from '../../../src-shared/domain/workflow.ts'
import { checkWorkflow } from './check.ts'
import { readDraft } from './read-draft.ts'
import { refusedLines } from './refused-lines.ts'
import { parseWorkflows } from './templates.ts'

const resources = openResources(new URL('../../../resources', import.meta.url).pathname)
const templates = parseWorkflows(resources.list('workflows').map((name) => resources.json('workflows', name)))
const template = (id: string): Workflow => structuredClone(templates.find((one) => one.id === id) as Workflow)
const reason = (workflow: Workflow, from: string, port: string, to: string): string | null => refusedLines(workflow, from, port).find((one) => one.to === to)?.say.en ?? null

test('WE-1 a line that the check would refuse is refused with its reason, and one that it takes is not (a person would draw what cannot be saved)', () => {
  const cancel = template('cancel-order')
  expect(reason(cancel, 'told', 'next', 'start')).toContain('back to the beginning')
  expect(reason(cancel, 'told', 'next', 'sent')).toContain('go out just before a person')
  expect(reason(cancel, 'not-sent', 'no', 'see-order')).toContain('goes round for ever')
  expect(reason(cancel, 'not-sent', 'yes', 'cancel')).toContain('“reason” is not known yet')
  expect(reason(template('price-protection'), 'fell', 'yes', 'pay')).toContain('has to say yes')
  for (const one of templates) for (const edge of one.edges) expect([one.id, edge, reason(one, edge.from, edge.port, edge.to)]).toEqual([one.id, edge, null])
})

test('WE-1 what is only unfinished refuses nothing: open ways out, loose steps, words not written yet (nothing new could be drawn)', () => {
  const cancel = template('cancel-order')
  cancel.nodes.push({ id: 'new', type: 'message', at: { x: 0, y: 0 }, text: { zh: '', en: '' } })
  expect(checkWorkflow(cancel).length).toBeGreaterThan(0)
  const draft = readDraft(cancel) as Workflow
  expect([reason(draft, 'told', 'next', 'new'), reason(draft, 'new', 'next', 'end')]).toEqual([null, null])
  // Not reached itself yet, it may be led to what needs a value; leading a way to it is refused then.
  draft.edges.push({ from: 'new', port: 'next', to: 'cancel' })
  expect(reason(draft, 'start', 'next', 'new')).toContain('not known yet')
})

test('WE-1 what is no workflow at all is no draft', () => {
  for (const raw of [null, 7, {}, { nodes: [{}] }]) expect(readDraft(raw)).toBeNull()
})
