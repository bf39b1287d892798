import { expect, test } from 'vitest'
import type { Workflow } from '../../../src-shared/domain/workflow.ts'
import { openResources } from '../../adapters/resources.ts'
import { parseWorkflows } from '../../domain/workflow/templates.ts'
import { knownHere, refusedHere } from './draw-workflow.ts'

const resources = openResources(new URL('../../../resources', import.meta.url).pathname)
const cancel = parseWorkflows(resources.list('workflows').map((name) => resources.json('workflows', name))).find(({ id }) => id === 'cancel-order') as Workflow

test('WE-8 the form offers at a step what is known on every way to it, and no more (a value would be chosen that is not there)', () => {
  const known = knownHere(cancel)
  expect(known['which-order']).toEqual([])
  expect(known['cancel']).toEqual(expect.arrayContaining([{ path: 'order', type: 'order' }, { path: 'reason', type: 'choice' }, { path: 'seen.status', type: 'text' }]))
  expect(knownHere({ ...cancel, nodes: [...cancel.nodes, { id: 'loose', type: 'message', at: { x: 0, y: 0 }, text: { zh: '', en: '' } }] })['loose']).toBeUndefined()
  expect([knownHere(null), refusedHere(7, 'a', 'b')]).toEqual([{}, []])
})
