import { afterEach, beforeEach, expect, test } from 'vitest'
import { getWorkflow, listWorkflows, readFile, restoreWorkflow, saveWorkflow, setWorkflowLevel } from '../../src-engine/flows/workflows/edit-workflows.ts'
import type { Workflow } from '../../src-shared/domain/workflow.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'

let gateway: MemoryGateway
let desk: Desk
beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway)
  await desk.connect()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

const cancel = (): Workflow => structuredClone(getWorkflow(desk.engine, 'cancel-order').workflow as Workflow)

test('WF-17 a change is a new version, an earlier one can be used again, and neither is ever lost', async () => {
  const changed = { ...cancel(), name: { zh: '取消', en: 'Cancel' } }
  expect(await saveWorkflow(desk.engine, changed, '小林', 1)).toMatchObject({ version: 2 })
  expect(await restoreWorkflow(desk.engine, 'cancel-order', 1, '小林')).toMatchObject({ version: 3, name: { zh: '发货前取消订单' } })
  expect(getWorkflow(desk.engine, 'cancel-order').versions.map(({ version, savedBy }) => [version, savedBy])).toEqual([[3, '小林'], [2, '小林'], [1, '']])
  await expect(restoreWorkflow(desk.engine, 'cancel-order', 9, '')).rejects.toThrow()
})

test('WF-17 what is exported can be brought in as it is, on a desk that has never seen it', async () => {
  const file = JSON.stringify({ ...cancel(), id: 'our-own', version: 7 })
  const read = readFile(desk.engine, file)
  expect(read.problems).toEqual([])
  expect(await saveWorkflow(desk.engine, read.workflow, '', null)).toMatchObject({ version: 1 })
  expect(listWorkflows(desk.engine).workflows.find(({ id }) => id === 'our-own')).toMatchObject({ level: 'off', own: true })
})

test('WF-17 what cannot run is not saved, and the problem names the step and the field (a supervisor would look for it in forty steps)', async () => {
  const empty = cancel()
  Object.assign(empty.nodes.find(({ id }) => id === 'told') ?? {}, { text: { zh: '好了', en: ' ' } })
  expect(readFile(desk.engine, JSON.stringify(empty)).problems).toMatchObject([{ code: 'not-filled-in', node: 'told', field: 'text' }])
  await expect(saveWorkflow(desk.engine, empty, '', null)).rejects.toMatchObject({ code: 'workflow-problems' })
  for (const text of ['', '{', '[]', 'null', '{"nodes":[{"id":7}]}']) expect(readFile(desk.engine, text).workflow).toBeNull()
  expect(getWorkflow(desk.engine, 'cancel-order').workflow?.version).toBe(1)
})

test('WF-17 the level lasts over a restart, and of a workflow that is not there there is none', async () => {
  await setWorkflowLevel(desk.engine, 'invoice', 'undo', '小林')
  await expect(setWorkflowLevel(desk.engine, 'gone', 'act', '')).rejects.toMatchObject({ code: 'not-found' })
  desk = openDesk(gateway, { dir: desk.kill() })
  expect(getWorkflow(desk.engine, 'invoice').level).toBe('undo')
})

test('WF-21 what a supervisor saves and switches on counts on every desk, also on one that was away, with all its versions (a shop where each desk plays by rules of its own)', async () => {
  const other = openDesk(gateway, { seatId: 'other-desk' })
  await other.connect()
  await saveWorkflow(desk.engine, { ...cancel(), name: { zh: '甲', en: 'A' } }, '小林', 1)
  await setWorkflowLevel(desk.engine, 'cancel-order', 'undo', '小林')
  expect(getWorkflow(other.engine, 'cancel-order')).toMatchObject({ level: 'undo', workflow: { version: 2, name: { en: 'A' } } })
  other.cut()
  // The in-memory gateway is off the line for all its desks.
  await desk.connect()
  await saveWorkflow(desk.engine, { ...cancel(), name: { zh: '乙', en: 'B' } }, '小林', 2)
  await setWorkflowLevel(desk.engine, 'cancel-order', 'off', '小林')
  await other.connect()
  expect(getWorkflow(other.engine, 'cancel-order')).toMatchObject({ level: 'off', workflow: { version: 3, name: { en: 'B' } }, versions: [{ version: 3, savedBy: '小林' }, { version: 2 }, { version: 1 }] })
  expect(other.errors).toEqual([])
  other.kill()
})

test('WF-21 of two who change the same version the second is told of the first, by name, and goes on top when saved again; neither is lost', async () => {
  const other = openDesk(gateway, { seatId: 'other-desk' })
  await other.connect()
  await saveWorkflow(other.engine, { ...cancel(), name: { zh: '甲', en: 'A' } }, '阿芳', 1)
  const mine = { ...cancel(), version: 1, name: { zh: '乙', en: 'B' } }
  await expect(saveWorkflow(desk.engine, mine, '小林', 1)).rejects.toMatchObject({ code: 'workflow-conflict', say: { zh: expect.stringContaining('阿芳') as string } })
  expect(getWorkflow(desk.engine, 'cancel-order').workflow).toMatchObject({ version: 2, name: { en: 'A' } })
  expect(await saveWorkflow(desk.engine, mine, '小林', null)).toMatchObject({ version: 3, name: { en: 'B' } })
  expect(getWorkflow(other.engine, 'cancel-order').versions.map(({ version }) => version)).toEqual([3, 2, 1])
  other.kill()
})

test('WF-22 off the line nothing is saved or switched, and it says so (a workflow that one desk believes is off)', async () => {
  desk.cut()
  await expect(saveWorkflow(desk.engine, cancel(), '小林', 1)).rejects.toMatchObject({ code: 'workflow-offline', retryable: true })
  await expect(setWorkflowLevel(desk.engine, 'cancel-order', 'act', '小林')).rejects.toMatchObject({ code: 'workflow-offline' })
  expect(getWorkflow(desk.engine, 'cancel-order')).toMatchObject({ level: 'off', workflow: { version: 1 } })
})
