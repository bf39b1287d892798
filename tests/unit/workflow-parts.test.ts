import { expect, test } from 'vitest'
import { openResources } from '../../src-engine/adapters/resources.ts'
import { parseWorkflows } from '../../src-engine/domain/workflow/templates.ts'
import { knownHere, partsOfSteps, refusedHere } from '../../src-engine/flows/workflows/draw-workflow.ts'
import { en } from '../../src-renderer/app/i18n/en.ts'
import { ADDABLE, freshNode } from '../../src-renderer/features/autopilot/workflows/picture/fresh.ts'
import { ACTION_KINDS } from '../../src-shared/domain/commerce.ts'
import { portsOf, Workflow } from '../../src-shared/domain/workflow.ts'

const resources = openResources(new URL('../../resources', import.meta.url).pathname)
const cancel = parseWorkflows(resources.list('workflows').map((name) => resources.json('workflows', name))).find(({ id }) => id === 'cancel-order') as Workflow

test('WE-8 the form offers at a step what is known on every way to it, and no more (a value would be chosen that is not there)', () => {
  const known = knownHere(cancel)
  expect(known['which-order']).toEqual([])
  expect(known['cancel']).toEqual(expect.arrayContaining([{ path: 'order', type: 'order' }, { path: 'reason', type: 'choice' }, { path: 'seen.status', type: 'text' }]))
  expect(knownHere({ ...cancel, nodes: [...cancel.nodes, { ...freshNode('message', 'loose') }] })['loose']).toBeUndefined()
  expect([knownHere(null), refusedHere(7, 'a', 'b')]).toEqual([{}, []])
})

test('WE-8 every value of every action, and every way out, has a word on the screen (a name of the code would stand there)', () => {
  const { actions } = partsOfSteps()
  expect(actions.map(({ kind }) => kind)).toEqual(ACTION_KINDS)
  const words = [...actions.flatMap(({ args }) => args.map(({ name }) => `picture.arg.${name}`)), ...ADDABLE.filter((type) => type !== 'branch').flatMap((type) => portsOf(freshNode(type, 'one')).map(({ name }) => `picture.port.${name}`))]
  expect(words.filter((word) => !(word in en))).toEqual([])
})

test('WE-8 a new step lacks only its words and what is chosen in it: with them it can be read (Save would stay shut without a reason)', () => {
  for (const type of ADDABLE) {
    const filled = JSON.parse(JSON.stringify({ ...cancel, nodes: [freshNode(type, 'one')] }).replaceAll('""', '"x"')) as unknown
    expect([type, Workflow.safeParse(filled).success]).toEqual([type, true])
  }
})
