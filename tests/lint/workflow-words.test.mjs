import { expect, test } from 'vitest'
import { partsOfSteps } from '../../src-engine/flows/workflows/draw-workflow.ts'
import { en } from '../../src-renderer/app/i18n/en.ts'
import { ADDABLE, freshNode } from '../../src-renderer/features/autopilot/workflows/picture/fresh.ts'
import { ACTION_KINDS } from '../../src-shared/domain/commerce.ts'
import { portsOf } from '../../src-shared/domain/workflow-ports.ts'

test('WE-8 every value of every action, and every way out, has a word on the screen (a name of the code would stand there)', () => {
  const { actions } = partsOfSteps()
  expect(actions.map(({ kind }) => kind)).toEqual(ACTION_KINDS)
  const named = ADDABLE.filter((type) => type !== 'branch').flatMap((type) => portsOf(freshNode(type, 'one')).map(({ name }) => `picture.port.${name}`))
  expect(named).toContain('picture.port.answered')
  expect([...actions.flatMap(({ args }) => args.map(({ name }) => `picture.arg.${name}`)), ...named].filter((word) => !(word in en))).toEqual([])
})
