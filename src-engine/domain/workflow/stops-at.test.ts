import { expect, test } from 'vitest'
import { openResources } from '../../adapters/resources.ts'
import { ACTION_KINDS } from '../../../src-shared/domain/commerce.ts'
import { Policy } from '../../../src-shared/domain/policy.ts'
import { stopsAt } from './stops-at.ts'
import { parseWorkflows } from './templates.ts'

const resources = openResources(new URL('../../../resources', import.meta.url).pathname)
const templates = parseWorkflows(resources.list('workflows').map((name) => resources.json('workflows', name)))
const shipped = Policy.parse(resources.json('policies', 'default.json'))
const told = (id: string, policy: Pick<Policy, 'intents' | 'actions'> | null) => templates.filter((one) => one.id === id).flatMap((one) => stopsAt(one, policy)).map(({ action, why, topic, level }) => [action, why, topic ?? level])

test('WF-24 where the policy lets no workflow do an action by itself it is told beside it, with the rule that stops it (a workflow that is switched on and always hands over, and nobody knows why)', () => {
  expect(told('price-protection', shipped)).toEqual([['price-difference', 'no-row', null]])
  expect(told('cancel-order', shipped)).toEqual([['cancel', 'level', 'suggest']])
  expect(told('where-is-order', { ...shipped, actions: { 'urge-shipment': { level: 'act', undoSeconds: 10, confidenceFloor: 0.5, maxEmotionLevel: 1 } } })).toEqual([['urge-shipment', 'not-listed', 'where_is_order']])
  const row = { level: 'undo' as const, undoSeconds: 10, confidenceFloor: 0.5, maxEmotionLevel: 1 }
  const open = { intents: {}, actions: Object.fromEntries(ACTION_KINDS.map((kind) => [kind, row])) }
  expect(templates.flatMap((one) => stopsAt(one, open))).toEqual([])
  expect(told('cancel-order', { ...open, intents: { order_cancel: { ...row, level: 'shadow', orderStates: [] } } })).toEqual([['cancel', 'topic-level', 'order_cancel']])
  expect(told('invoice', null)).toEqual([['invoice', 'no-row', null]])
})
