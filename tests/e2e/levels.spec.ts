import { expect, test, type Desk } from './support/app.ts'
import { axeFindings } from './support/axe.ts'
import { live } from './support/desk.ts'

/** How far autopilot may go, in the real desk and by keyboard alone. */
async function clean(desk: Desk, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await desk.page.emulateMedia({ colorScheme: theme })
    await expect(desk.page.locator('html')).toHaveAttribute('data-theme', theme)
    expect.soft(await axeFindings(desk.page), `${name}, ${theme}`).toEqual([])
  }
}

test('EA-8 a level is taken down and back, a topic switched off and on, and the decisions replayed, by keys (a supervisor who needs the mouse in a hurry)', async ({ launch }) => {
  const desk = await launch({ args: ['--lang=zh-CN'] })
  await live(desk)
  const { page } = desk
  await page.keyboard.press('Control+Shift+KeyA')
  const level = page.getByTestId('level').first()
  const rung = (name: string) => level.locator(`[data-level='${name}']`)
  await expect(rung('undo')).toHaveAttribute('aria-pressed', 'true')
  await expect(rung('act')).toHaveAttribute('data-unearned', '')

  await rung('undo').focus()
  await page.keyboard.press('ArrowLeft')
  await expect(rung('suggest')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('confirm-level')).toContainText('只拟稿')
  await clean(desk, 'levels')
  await page.keyboard.press('Enter')
  await expect(rung('suggest')).toHaveAttribute('aria-pressed', 'true')
  await expect(rung('suggest')).toBeFocused()
  await expect(page.getByTestId('level-done')).toContainText('已改')
  await page.keyboard.press('Alt+KeyZ')
  await expect(rung('undo')).toHaveAttribute('aria-pressed', 'true')

  // What is not earned is asked for with a reason, and waits for somebody else.
  await rung('act').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('level-reason')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('confirm-level').getByRole('alert')).toContainText('5 个字')
  await expect(page.getByTestId('level-reason')).toBeFocused()
  await clean(desk, 'no reason')
  await page.keyboard.type('大促这几天问的人太多')
  await clean(desk, 'a level that is not earned')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('proposal')).toContainText(/的级别.*大促这几天问的人太多/)
  await expect(rung('undo')).toHaveAttribute('aria-pressed', 'true')
  await clean(desk, 'a proposal')
  await page.getByRole('button', { name: '撤下' }).press('Enter')
  await expect(page.getByTestId('proposal')).toHaveCount(0)

  await level.locator('.rung[tabindex="0"]').focus()
  await page.keyboard.press('x')
  await expect(level).toHaveAttribute('data-held', '')
  await expect(level.getByRole('status')).toContainText('停用')
  await page.keyboard.press('x')
  await expect(level).not.toHaveAttribute('data-held', '')

  await page.getByRole('button', { name: '重放判断' }).click()
  await expect(page.getByTestId('replay')).not.toBeEmpty()
})
