import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './support/app.ts'
import { live } from './support/desk.ts'
import { carryLine, showWhole } from './support/picture.ts'

test('WE-6 a workflow is drawn by mouse and keyboard: a step after a question, a line that is refused with its reason, one that is taken, undone and done again; saved as a version; axe is clean', async ({ launch }) => {
  const desk = await launch({ args: ['--lang=zh-CN'] })
  await desk.ready()
  await live(desk)
  const { page } = desk
  const breaches: string[] = []
  page.on('console', (message) => { if (/Content Security Policy/.test(message.text())) breaches.push(message.text()) })
  await page.keyboard.press('Control+Shift+A')
  await page.getByRole('tab', { name: '流程' }).click()
  await page.getByTestId('workflow-picture-cancel-order').click()
  const step = (id: string) => page.locator(`.react-flow__node[data-id="${id}"]`)
  const line = (id: string) => page.locator(`.react-flow__edge[data-id="${id}"]`)
  const said = page.getByTestId('picture-said')
  const save = page.getByTestId('picture-save')
  await expect(step('which-order')).toBeVisible()
  await expect(save).toBeDisabled()

  // By keys: a message after the question, put on its main way and worded.
  await step('not-sent').focus()
  await page.keyboard.press('ArrowDown')
  await expect(step('why')).toBeFocused()
  await page.keyboard.press('a')
  await expect(page.getByRole('menuitem', { name: /消息/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(step('message')).toBeFocused()
  await expect(line('why answered')).toHaveCount(1)
  await expect(page.getByTestId('picture-state')).toHaveAttribute('data-wrong')
  await expect(save).toBeDisabled()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('workflow-text-message-zh')).toBeFocused()
  await page.keyboard.type('好的，帮您看一下。')
  await page.getByTestId('workflow-text-message-en').fill('One moment, I am looking at it.')
  await expect(page.getByTestId('picture-state')).not.toHaveAttribute('data-wrong')
  await page.keyboard.press('Escape')
  await expect(step('message')).toBeFocused()

  // By mouse: words may not lead straight to a person, and it is said why while the line is in the hand.
  await showWhole(page, '看全图')
  await carryLine(page, step('message').locator('.step-out'), step('sent'))
  await expect(said).toHaveAttribute('data-refused')
  await expect(said).toContainText('消息后面直接转人工')
  await page.mouse.up()
  await expect(page.getByTestId('picture-form').getByLabel('下一步')).toHaveValue('confirm')

  // By keys: the question's silence leads to a person, undone and done again.
  await step('why').focus()
  await page.keyboard.press('c')
  await expect(said).toContainText('没回')
  await step('sent').focus()
  await page.keyboard.press('Enter')
  await expect(line('why silent')).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(line('why silent')).toHaveCount(0)
  await page.keyboard.press('Control+y')
  await expect(line('why silent')).toHaveCount(1)

  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('dialog').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await expect(save).toBeEnabled()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存：发货前取消订单 · 2')).toBeVisible()
  await expect(step('message')).toBeVisible()
  await expect(save).toBeDisabled()
  expect(breaches).toEqual([])
})
