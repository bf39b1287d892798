import { expect, type Desk } from '../e2e/support/app.ts'
import { live, row } from '../e2e/support/desk.ts'

/** So many customers of the demo's peak have come before it is paused. */
const CUSTOMERS = 60

/** Plays the demo's peak until the desk is busy, and pauses it; an angry customer comes on top. */
export async function busyDay(desk: Desk): Promise<void> {
  const { page } = desk
  await live(desk)
  const panel = page.getByTestId('demo-panel')
  await page.getByTestId('demo').click()
  await expect.poll(async () => Number(/\d+/.exec(await panel.locator('p').first().innerText())?.[0]), { timeout: 120_000, intervals: [200] }).toBeGreaterThan(CUSTOMERS)
  await page.getByTestId('demo-play').click()
  await page.getByTestId('demo-angry').click()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
}

/** Opens the angriest: the queue's first. */
export async function openAngry(desk: Desk): Promise<void> {
  await row(desk, /./).and(desk.page.locator('[data-chip=angry]')).first().click()
  await expect(desk.page.getByTestId('flag')).toBeVisible()
  await expect(desk.page.getByTestId('order').first()).toBeVisible()
  await expect(desk.page.getByTestId('draft-by')).toHaveAttribute('data-state', 'ready')
}
