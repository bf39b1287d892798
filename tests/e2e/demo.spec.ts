import { AxeBuilder } from '@axe-core/playwright'
import { startModelServer } from '../support/model-server.ts'
import { expect, test, type Desk } from './support/app.ts'
import { composer, live, reply, row } from './support/desk.ts'

/** The demo's day as a newcomer plays with it, in the real window with the real gateway. */
const truth = (desk: Desk) => desk.page.getByTestId('truth')
const panel = (desk: Desk) => desk.page.getByTestId('demo-panel')

test('Y-18 by keyboard alone: open, pause, call an angry customer, cut the line; the reply waits, goes out when it is put back, and the top line says drill; axe finds nothing in either theme', async ({ launch }) => {
  const desk = await launch({ args: ['--speed', '1'] })
  const { page } = desk
  await live(desk)
  const opener = page.getByTestId('demo')
  await expect(page.getByTestId('demo-time')).toContainText('19:45 · 1×')
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('demo-play')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByTestId('demo-time')).toContainText('2×')
  await page.getByTestId('demo-play').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('demo-time')).toContainText(/19:4\d · (已暂停|paused)/)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }

  await page.getByTestId('demo-angry').focus()
  await page.keyboard.press('Enter')
  const angry = row(desk, /./).and(page.locator('[data-chip=angry]'))
  await expect(angry).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(panel(desk)).toHaveCount(0)
  await expect(opener).toBeFocused()
  await angry.click()
  await expect(page.getByTestId('flag')).toBeVisible()

  await opener.focus()
  await page.keyboard.press('Enter')
  await page.getByTestId('demo-network-stay').focus()
  await page.keyboard.press('Enter')
  await expect(truth(desk)).toContainText(/(演练|Drill) · /)
  await expect(truth(desk)).toHaveAttribute('data-link', 'offline')
  await page.keyboard.press('Escape')
  await reply(desk, '非常抱歉，我马上看您的订单')
  const mine = page.getByTestId('bubble').filter({ hasText: '非常抱歉，我马上看' })
  await expect(mine).toHaveAttribute('data-delivery', 'queued')
  await opener.focus()
  await page.keyboard.press('Enter')
  await page.getByTestId('demo-network').focus()
  await page.keyboard.press('Enter')
  await expect(mine).toHaveAttribute('data-delivery', 'sent')
  await live(desk)
  await expect(truth(desk)).not.toContainText(/演练|Drill/)
})

test('Y-19 with the model taken away the desk says so at once and drafts by itself; given back, the model writes again', async ({ launch }) => {
  const server = await startModelServer([{ do: 'tokens', tokens: ['模型', '写的'] }], { model: 'scripted' })
  try {
    const desk = await launch({ args: ['--speed', '1'], env: { DESKMATE_MODEL_BASE_URL: server.url, DESKMATE_MODEL: 'scripted' } })
    const { page } = desk
    await live(desk)
    await page.getByTestId('demo').click()
    await page.getByTestId('demo-play').click()
    await page.getByTestId('demo-model').click()
    await expect(page.getByTestId('model')).toHaveAttribute('data-health', 'failing')
    await expect(truth(desk)).toContainText(/演练：模型停了|Drill: model away/)
    await page.getByTestId('demo-angry').click()
    await row(desk, /./).and(page.locator('[data-chip=angry]')).click()
    await expect(page.getByTestId('draft-by')).toContainText(/本地|local/i)
    await page.getByTestId('demo').click()
    await page.getByTestId('demo-model').click()
    await expect(page.getByTestId('model')).toHaveAttribute('data-health', 'untried')
    await page.getByTestId('demo-angry').click()
    const angry = row(desk, /./).and(page.locator('[data-chip=angry]'))
    await expect(angry).toHaveCount(2)
    await angry.and(page.locator('[aria-selected=false]')).click()
    await expect(page.getByTestId('ghost')).toContainText('模型写的')
    await expect(composer(desk)).toBeVisible()
  } finally {
    await server.close()
  }
})

test('Y-20 a desk whose gateway plays no demo shows nothing of it', async ({ launch }) => {
  const desk = await launch()
  await live(desk)
  await expect(desk.page.getByTestId('settings')).toBeVisible()
  await expect(desk.page.getByTestId('demo')).toHaveCount(0)
})
