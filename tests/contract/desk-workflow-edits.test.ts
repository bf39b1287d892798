import { afterEach, beforeEach, expect, test } from 'vitest'
import { getWorkflow, listWorkflows, readFile, restoreWorkflow, saveWorkflow, setWorkflowLevel } from '../../src-engine/flows/workflows/edit-workflows.ts'
import type { Workflow } from '../../src-shared/domain/workflow.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'

let desk: Desk
beforeEach(() => { desk = openDesk(new MemoryGateway()) })
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

const cancel = (): Workflow => structuredClone(getWorkflow(desk.engine, 'cancel-order').workflow as Workflow)

test('WF-17 a change is a new version, an earlier one can be used again, and neither is ever lost', () => {
  const changed = { ...cancel(), name: { zh: '取消', en: 'Cancel' } }
  expect(saveWorkflow(desk.engine, changed, '小林').version).toBe(2)
  expect(restoreWorkflow(desk.engine, 'cancel-order', 1, '小林')).toMatchObject({ version: 3, name: { zh: '发货前取消订单' } })
  expect(getWorkflow(desk.engine, 'cancel-order').versions.map(({ version, savedBy }) => [version, savedBy])).toEqual([[3, '小林'], [2, '小林'], [1, '']])
  expect(() => restoreWorkflow(desk.engine, 'cancel-order', 9, '')).toThrow()
})

test('WF-17 what is exported can be brought in as it is, on a desk that has never seen it', () => {
  const file = JSON.stringify({ ...cancel(), id: 'our-own', version: 7 })
  const read = readFile(desk.engine, file)
  expect(read.problems).toEqual([])
  expect(saveWorkflow(desk.engine, read.workflow, '').version).toBe(1)
  expect(listWorkflows(desk.engine).workflows.find(({ id }) => id === 'our-own')).toMatchObject({ level: 'off', own: true })
})

test('WF-17 what cannot run is not saved, and the problem names the step and the field (a supervisor would look for it in forty steps)', () => {
  const empty = cancel()
  Object.assign(empty.nodes.find(({ id }) => id === 'told') ?? {}, { text: { zh: '好了', en: ' ' } })
  expect(readFile(desk.engine, JSON.stringify(empty)).problems).toMatchObject([{ code: 'not-filled-in', node: 'told', field: 'text' }])
  expect(() => saveWorkflow(desk.engine, empty, '')).toThrow()
  for (const text of ['', '{', '[]', 'null', '{"nodes":[{"id":7}]}']) expect(readFile(desk.engine, text).workflow).toBeNull()
  expect(getWorkflow(desk.engine, 'cancel-order').workflow?.version).toBe(1)
})

test('WF-17 the level lasts over a restart, and of a workflow that is not there there is none', () => {
  setWorkflowLevel(desk.engine, 'invoice', 'undo')
  expect(() => setWorkflowLevel(desk.engine, 'gone', 'act')).toThrow()
  desk = openDesk(new MemoryGateway(), { dir: desk.kill() })
  expect(getWorkflow(desk.engine, 'invoice').level).toBe('undo')
})
