import { readFileSync } from 'node:fs'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Workflow } from '../../src-shared/domain/workflow.ts'
import { openSite, type Site } from './gateway-harness.ts'

const shipped = Workflow.parse(JSON.parse(readFileSync(new URL('../../resources/workflows/cancel-order.json', import.meta.url), 'utf8')))

let site: Site
beforeEach(async () => { site = await openSite() })
afterEach(() => site.remove())

const put = async (basedOn: number, name: string, id = v7()) => (await site.seat()).call('workflow.put', { id, basedOn, workflow: { ...shipped, about: { zh: name, en: name } }, name: '李主管' })
const use = async (level: 'off' | 'undo' | 'act', id = v7()) => (await site.seat()).call('workflow.use', { id, workflowId: shipped.id, version: 1, level, name: '李主管' })

test('WF-21 one version per request id, the level stays with the workflow, and a new seat has all versions (a retry that doubles a version, a save that switches off)', async () => {
  expect(await use('undo')).toMatchObject({ use: { version: 1, level: 'undo', name: '李主管' } })
  const request = v7()
  const first = await put(1, 'one', request)
  expect(first).toMatchObject({ status: 'put', entry: { workflow: { version: 2 }, name: '李主管', at: site.clock.now() } })
  expect(await put(1, 'one', request)).toEqual(first)
  expect(await put(2, 'two')).toMatchObject({ status: 'put', entry: { workflow: { version: 3 } } })
  const { changes } = await (await site.seat()).call('snapshot', { page: null })
  expect(changes.flatMap((change) => (change.type === 'workflow-version' ? [[change.entry.workflow.version, change.entry.workflow.about.en]] : []))).toEqual([[2, 'one'], [3, 'two']])
  expect(changes.flatMap((change) => (change.type === 'workflow-use' ? [change.use] : []))).toMatchObject([{ id: shipped.id, version: 3, level: 'undo' }])
})

test('WF-21 a version that was made from an older one is a conflict and writes nothing; what is no workflow is refused', async () => {
  await put(1, 'one')
  const head = (await (await site.seat()).call('pull', { after: 0, limit: 1 })).head
  expect(await put(1, 'other')).toMatchObject({ status: 'conflict', use: { version: 2 } })
  await expect((await site.seat()).call('workflow.put', { id: v7(), basedOn: 2, workflow: { ...shipped, nodes: [] }, name: '' })).rejects.toThrow('bad-request')
  expect((await (await site.seat()).call('pull', { after: 0, limit: 1 })).head).toBe(head)
})
