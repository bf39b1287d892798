import type { Locator, Page } from '@playwright/test'
import { until } from './app.ts'

interface Point { x: number; y: number }

async function middle(box: Locator): Promise<Point> {
  const found = await box.boundingBox()
  if (!found) throw new Error('it is not on the screen')
  return { x: found.x + found.width / 2, y: found.y + found.height / 2 }
}

/** Shows the whole workflow and waits until it lies there: the picture moves some frames after the key, and a mouse that comes before misses. */
export async function showWhole(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  const places = () => page.evaluate(() => {
    const canvas = document.querySelector('.react-flow')?.getBoundingClientRect()
    const steps = [...document.querySelectorAll('.react-flow__node')].map((node) => node.getBoundingClientRect())
    if (!canvas || steps.length === 0) return null
    const within = steps.every(({ left, right, top, bottom }) => left >= canvas.left && right <= canvas.right && top >= canvas.top && bottom <= canvas.bottom)
    return within ? steps.map(({ left, top, width }) => `${left} ${top} ${width}`).join('; ') : null
  })
  let [before, same] = ['', 0]
  await until(async () => {
    const now = await places()
    same = now !== null && now === before ? same + 1 : 0
    before = now ?? ''
    return same >= 4 ? true : null
  }, 20_000, 'the whole workflow in view')
}

/** Takes a line in the hand and carries it over a place, by the mouse; it is not let go. */
export async function carryLine(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await middle(from), await middle(to)]
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(end.x, end.y - 4, { steps: 5 })
  await page.mouse.move(end.x, end.y, { steps: 3 })
}
