import { expect, test, vi } from 'vitest'
import { catchUpWith, type Step } from './catch-up.ts'

function openPage(steps: readonly Step[]) {
  const page = { asked: 0, atOnce: 0, most: 0, timers: [] as (() => void)[], waiting: [] as (() => void)[] }
  const catchUp = catchUpWith(async () => {
    const step = steps[page.asked] ?? 'done'
    page.asked += 1
    page.atOnce += 1
    page.most = Math.max(page.most, page.atOnce)
    await new Promise<void>((done) => { page.waiting.push(done) })
    page.atOnce -= 1
    return step
  }, (_milliseconds, run) => { page.timers.push(run) })
  const answer = async () => {
    const before = page.asked
    page.waiting.shift()?.()
    await vi.waitFor(() => { expect(page.asked > before || page.atOnce === 0).toBe(true) })
    await Promise.resolve()
  }
  return { page, catchUp, answer }
}

test('G-63 the page asks on until it has all of a long history: a conversation that ends in the middle', async () => {
  const { page, catchUp, answer } = openPage(['more', 'more', 'done'])
  catchUp()
  for (let answers = 0; answers < 3; answers += 1) await answer()
  expect([page.asked, page.most, page.timers.length]).toEqual([3, 1, 0])
})

test('G-63 the page asks one question at a time, and once more for what came up meanwhile: a message that stays away because the answer was older', async () => {
  const { page, catchUp, answer } = openPage(['done', 'done'])
  for (let calls = 0; calls < 5; calls += 1) catchUp()
  await answer()
  await answer()
  expect([page.asked, page.most]).toEqual([2, 1])
})

test('G-63 a refused question is asked again after a pause: a page that stays closed because its other tabs asked too often', async () => {
  const { page, catchUp, answer } = openPage(['refused', 'done'])
  catchUp()
  catchUp()
  await answer()
  await vi.waitFor(() => { expect(page.timers).toHaveLength(1) })
  expect(page.asked).toBe(1)
  page.timers[0]?.()
  await answer()
  expect(page.asked).toBe(2)
})
