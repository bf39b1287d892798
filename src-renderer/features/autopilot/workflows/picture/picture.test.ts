import { expect, test } from 'vitest'
import { leadsTo, Workflow } from '../../../../../src-shared/domain/workflow.ts'
import { addedAfter, connected, duplicated, moved, newId, removed, wayOnFrom, withoutLooseEnds } from './change.ts'
import { readAs, shownAs } from './compared.ts'
import { ADDABLE, freshNode } from './fresh.ts'
import { changedTo, redone, startHistory, undone } from './history.ts'
import { isPlaced, laidOut } from './layout.ts'
import { inReadingOrder, stepTo } from './walk.ts'

const files = import.meta.glob<unknown>('../../../../../resources/workflows/*.json', { eager: true, import: 'default' })
const templates = Object.values(files).map((file) => Workflow.parse(file))
const cancel = templates.find(({ id }) => id === 'cancel-order') as Workflow
const node = (workflow: Workflow, id: string): Workflow['nodes'][number] => workflow.nodes.find((one) => one.id === id) as Workflow['nodes'][number]

test('WE-2 a step without a place gets one: below all that lead to it, no two in one place, the main way straight down (steps would lie on each other)', () => {
  const mainWay: number[] = []
  for (const template of templates) {
    const bare = { ...template, nodes: template.nodes.map((one) => ({ ...one, at: { x: 0, y: 0 } })) }
    expect(isPlaced(bare)).toBe(false)
    const drawn = laidOut(bare)
    expect([template.id, isPlaced(drawn)]).toEqual([template.id, true])
    for (const edge of drawn.edges) expect([edge, node(drawn, edge.to).at.y > node(drawn, edge.from).at.y]).toEqual([edge, true])
    for (let at: string | null = drawn.nodes.find(({ type }) => type === 'trigger')?.id ?? null; at !== null; at = stepTo(drawn, at, 'ArrowDown')) mainWay.push(node(drawn, at).at.x)
  }
  expect(new Set(mainWay)).toEqual(new Set([0]))
})

test('WE-2 a circle and a step that nothing leads to are drawn as well (the layout would never end, or the step be lost)', () => {
  const turning = connected({ ...cancel, nodes: [...cancel.nodes, { ...freshNode('end', 'loose') }] }, { from: 'told', port: 'next', to: 'which-order' })
  const drawn = laidOut(turning)
  expect(isPlaced(drawn)).toBe(true)
  expect(Math.max(...drawn.nodes.map(({ at }) => at.y))).toBe(node(drawn, 'loose').at.y)
})

test('WE-3 a step is put on a way out: what that led to comes after it, nothing lies below it, and one that ends takes a free way (a line would be lost)', () => {
  const id = newId(cancel, 'told')
  expect(id).toBe('told-2')
  const grown = addedAfter(cancel, freshNode('message', id), 'which-order', 'answered')
  expect(leadsTo(grown, 'which-order', 'answered')).toBe(id)
  expect(leadsTo(grown, id, 'next')).toBe(leadsTo(cancel, 'which-order', 'answered'))
  expect(isPlaced(grown)).toBe(true)
  expect(wayOnFrom(cancel, node(cancel, 'which-order'), true)).toBe('answered')
  expect(wayOnFrom(cancel, node(cancel, 'which-order'), false)).toBe('silent')
  expect(wayOnFrom(cancel, node(cancel, 'end'), true)).toBeNull()
  for (const type of ADDABLE) expect(isPlaced(addedAfter(cancel, freshNode(type, 'fresh'), 'which-order', 'silent'))).toBe(true)
})

test('WE-3 a step taken out closes the gap, and a copy of one hangs loose beside it (the way would end in the middle)', () => {
  const shorter = removed(cancel, 'told')
  expect(shorter.nodes.some(({ id }) => id === 'told')).toBe(false)
  for (const edge of shorter.edges) expect([edge, shorter.nodes.some(({ id }) => id === edge.to)]).toEqual([edge, true])
  expect(leadsTo(shorter, 'cancel', 'done')).toBe(leadsTo(cancel, 'told', 'next'))
  const twice = duplicated(cancel, 'told', 'told-2')
  expect(twice.edges).toEqual(cancel.edges)
  expect(node(twice, 'told-2')).toMatchObject({ type: 'message', text: (node(cancel, 'told') as { text?: unknown }).text })
  expect(isPlaced(twice)).toBe(true)
})

test('WE-3 a way out has one line, and a line whose way out is gone falls off', () => {
  const led = connected(cancel, { from: 'told', port: 'next', to: 'which-order' })
  expect(led.edges.filter(({ from, port }) => from === 'told' && port === 'next')).toEqual([{ from: 'told', port: 'next', to: 'which-order' }])
  const loose = { ...cancel, edges: [...cancel.edges, { from: 'told', port: 'gone', to: 'end' }] }
  expect(withoutLooseEnds(loose).edges).toEqual(cancel.edges)
  expect(withoutLooseEnds(cancel)).toBe(cancel)
})

test('WE-4 every change can be taken back and done again, and typing in one field is one change (forty presses for a sentence)', () => {
  const a = changedTo(startHistory(cancel), moved(cancel, 'told', { x: 5.4, y: 7 }))
  const b = changedTo(changedTo(a, { ...a.now, version: 7 }, 'version'), { ...a.now, version: 8 }, 'version')
  expect(node(a.now, 'told').at).toEqual({ x: 5, y: 7 })
  expect([b.past.length, b.now.version]).toEqual([2, 8])
  expect([undone(b).now, undone(undone(b)).now, undone(undone(undone(b))).now]).toEqual([a.now, cancel, cancel])
  expect(redone(redone(undone(undone(b)))).now).toEqual(b.now)
  expect(changedTo(undone(b), { ...cancel, version: 3 }).future).toEqual([])
  expect(undone(changedTo(b, b.base)).now).toBe(b.now)
})

test('WE-5 the arrows walk along the lines and to the sides, and reading order is row by row (a step would be out of reach)', () => {
  const start = cancel.nodes.find(({ type }) => type === 'trigger')?.id as string
  const below = stepTo(cancel, start, 'ArrowDown') as string
  expect(below).toBe(leadsTo(cancel, start, 'next'))
  expect(stepTo(cancel, below, 'ArrowUp')).toBe(start)
  expect(stepTo(cancel, start, 'ArrowUp')).toBeNull()
  expect(stepTo(cancel, 'not-sent', 'ArrowRight')).toBe('sent')
  expect(stepTo(cancel, 'sent', 'ArrowRight')).toBeNull()
  expect(inReadingOrder(cancel)[0]?.id).toBe(start)
})

test('WE-3 what is typed to compare with is read as what it is compared with, and shown as it was typed (an amount would be a hundred times too small)', () => {
  expect([readAs('12.5', 'amount'), readAs('7', 'number'), readAs('是', 'yes-no'), readAs('no', 'yes-no'), readAs('7', 'text'), readAs('seven', 'number')]).toEqual([1250, 7, true, false, '7', 'seven'])
  expect([shownAs(1250, 'amount'), shownAs(7, 'number'), shownAs(true, 'yes-no'), shownAs('a', null)]).toEqual(['12.5', '7', 'yes', 'a'])
})

test('WE-8 a new step lacks only its words and what is chosen in it: with them it can be read (Save would stay shut without a reason)', () => {
  for (const type of ADDABLE) {
    const filled = JSON.parse(JSON.stringify({ ...cancel, nodes: [freshNode(type, 'one')] }).replaceAll('""', '"x"')) as unknown
    expect([type, Workflow.safeParse(filled).success]).toEqual([type, true])
  }
})
