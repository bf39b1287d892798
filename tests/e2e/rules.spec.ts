import { axeFindings } from './support/axe.ts'
import { live } from './support/desk.ts'
import { expect, test, type Desk } from './support/app.ts'

/** Tab, as often as it takes, until that field has the focus. */
async function tabTo(desk: Desk, id: string): Promise<void> {
  await expect(async () => {
    await desk.page.keyboard.press('Tab')
    expect(await desk.page.evaluate(() => document.activeElement?.id)).toBe(id)
  }).toPass({ intervals: [0], timeout: 15_000 })
}

test('PP-15 by keys alone a supervisor changes a cap, sees what it means, tries it, saves it and brings the old one back', async ({ launch }) => {
  const desk = await launch({ args: ['--lang=zh-CN'] })
  await desk.ready()
  await live(desk)
  const { page } = desk
  const says = page.getByTestId('rule-says')
  const notice = page.getByTestId('rule-notice')
  await page.keyboard.press('Control+Shift+KeyA')
  await expect(page.getByRole('tab', { name: '放权' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByTestId('rule-list')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowUp')
  await expect(page.locator('[data-place="actions.refund"]')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(says).toContainText('¥20.00')

  await tabTo(desk, 'rule-actions-refund-caps-perCase-amount')
  await page.keyboard.press('Control+KeyA')
  await page.keyboard.type('二十')
  await expect(page.getByText('请填数字。', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+KeyA')
  await page.keyboard.type('15.5')
  await expect(says).toContainText('每单最多 ¥15.50')
  await expect(says).toContainText('现行：')
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-place="actions.refund"]')).toBeFocused()

  await page.getByTestId('rules-try').press('Enter')
  await expect(page.getByTestId('try-message')).toBeFocused()
  await page.keyboard.insertText('我的快递到哪了')
  await page.locator('#try-order').selectOption('shipped')
  await expect(page.getByTestId('try-outcome')).toContainText('自动办理')
  expect(await axeFindings(page)).toEqual([])

  await page.keyboard.press('Control+Enter')
  await expect(notice).toContainText('第 2 版')
  await page.keyboard.press('Escape')
  await page.getByTestId('rules-versions').press('Enter')
  const first = page.getByTestId('rule-version').filter({ hasText: '第 1 版' })
  await expect(page.getByTestId('rule-version').first()).toContainText('¥15.50')
  expect(await axeFindings(page)).toEqual([])
  await first.getByRole('button', { name: '找回' }).press('Enter')
  await expect(notice).toContainText('保存后才会恢复')
  await page.keyboard.press('Control+Enter')
  await expect(notice).toContainText('第 3 版')
  const refund = page.locator('[data-place="actions.refund"]')
  await expect(refund).toContainText('¥20.00')

  // What is taken out stays in sight, and the focus is not lost with the button.
  await refund.press('Enter')
  await page.getByRole('button', { name: '移除' }).press('Enter')
  await expect(refund).toContainText('已移除')
  await expect(refund).toBeFocused()
  await page.getByRole('button', { name: '全部撤回' }).press('Enter')
  await expect(refund).not.toContainText('已移除')
})
