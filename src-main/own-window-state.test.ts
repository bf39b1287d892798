import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pageAddress } from './our-page.ts'
import { OWN_MIN_SIZE, RememberedOwnWindows } from './own-window-state.ts'
import { usableBounds } from './window-state.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskmate-own-'))
  path = join(folder, 'own-windows.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const id = (n: number) => `0198a000-0000-7000-8000-${String(n).padStart(12, '0')}`
const place = { x: 100, y: 80, width: 500, height: 700 }

test('S-31 windows that were open are open again where they were; one that the person closed is not', () => {
  const memory = new RememberedOwnWindows(path)
  memory.stands(id(1), place)
  memory.stands(id(2), place)
  memory.stands(id(1), { ...place, x: 900 })
  memory.closed(id(2))
  expect(new RememberedOwnWindows(path).open).toEqual([{ conversationId: id(1), bounds: { ...place, x: 900 } }])
})

test('S-31 the next window stands beside the last one, not on it, and is as large', () => {
  const memory = new RememberedOwnWindows(path)
  expect(memory.next()).toBeNull()
  memory.stands(id(1), place)
  expect(memory.next()).toEqual({ x: 128, y: 108, width: 500, height: 700 })
})

test('S-31 a hundred windows of a bad day do not all open again', () => {
  const memory = new RememberedOwnWindows(path)
  for (let n = 0; n < 100; n++) memory.stands(id(n), place)
  expect(memory.open.map((each) => each.conversationId)).toEqual(Array.from({ length: 12 }, (_, n) => id(88 + n)))
})

test.each(['', '{', '[]', '{"open":[{"conversationId":"../../x","bounds":null}],"last":7}'])('S-31 a damaged memory (%s) opens none', (content) => {
  writeFileSync(path, content)
  const memory = new RememberedOwnWindows(path)
  expect([memory.open, memory.next()]).toEqual([[], null])
})

test('S-31 a window of its own may be narrower than the desk, but not too narrow to write in', () => {
  expect(usableBounds({ ...place, width: 10, height: 10 }, [{ x: 0, y: 0, width: 1920, height: 1080 }], OWN_MIN_SIZE)).toMatchObject(OWN_MIN_SIZE)
})

test('S-31 its page is ours, with the conversation in the address and nothing else', () => {
  expect(pageAddress(null, id(1))).toBe(`app://desk/index.html?conversation=${id(1)}`)
  expect(pageAddress(null, null)).toBe('app://desk/index.html')
  expect(pageAddress('http://localhost:5173/', id(1))).toBe(`http://localhost:5173/?conversation=${id(1)}`)
})
