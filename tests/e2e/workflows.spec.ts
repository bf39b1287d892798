import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './support/app.ts'
import { chat, openCustomer, say, type Customer } from './support/customer.ts'
import { composer, live, openConversation } from './support/desk.ts'

let customer: Customer | null = null
test.afterEach(async () => {
  await customer?.close()
  customer = null
})

/** A verified customer of resources/demo-shop. */
const ORDER = { no: '2188340610072265', last4: '0810' }

test('WF-18 a workflow is switched on and worded anew on its page, asks a customer in those words, and is held and taken over by keys', async ({ launch }) => {
  const desk = await launch()
  const { chat: chatUrl } = await desk.ready()
  await live(desk)
  const { page } = desk
  const clean = async (where: string) => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().include(where).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }

  await page.keyboard.press('Control+Shift+A')
  await page.getByRole('tab', { name: /^(流程|Workflows)$/ }).click()
  await expect(page.getByTestId('workflow-level-refund-defect')).toHaveValue('off')
  await clean('dialog')
  await page.getByTestId('workflow-level-refund-defect').selectOption('undo')
  await page.getByTestId('workflow-edit-refund-defect').click()
  const words = page.getByTestId('workflow-text-what-is-wrong-zh')
  await words.fill('{nonsense} 怎么了？')
  await expect(page.getByRole('alert').filter({ hasText: 'nonsense' })).toBeVisible()
  await expect(page.getByTestId('workflow-save')).toBeDisabled()
  await words.fill('麻烦说说具体是怎么坏的？')
  await expect(page.getByTestId('workflow-save')).toBeEnabled()
  await clean('dialog')
  await page.getByTestId('workflow-save').click()
  await expect(page.getByTestId('workflow-edit-refund-defect')).toBeFocused()
  await expect(page.getByTestId('workflow-level-refund-defect')).toHaveValue('undo')
  await page.keyboard.press('Escape')

  customer = await openCustomer(chatUrl)
  await customer.page.getByRole('button', { name: '我的订单' }).click()
  await customer.page.getByLabel('订单编号').fill(ORDER.no)
  await customer.page.getByLabel('手机号后四位').fill(ORDER.last4)
  await customer.page.getByRole('button', { name: '核对', exact: true }).click()
  await customer.page.keyboard.press('Escape')
  await say(customer.page, '收到的东西有质量问题，是坏的')
  await openConversation(desk, '质量问题')
  const run = page.getByTestId('run-steps')
  await expect(run.locator('[aria-current=step]')).toContainText(/什么问题|What is wrong/)
  await page.keyboard.press('Control+Shift+P')
  await expect(run).toContainText(/您让它停着|Held by you/)
  await clean('[data-testid=run-steps]')
  await page.keyboard.press('Control+Shift+P')
  await expect(chat(customer.page).getByText('麻烦说说具体是怎么坏的？')).toBeVisible({ timeout: 30_000 })
  await expect(run).toContainText(/在等顾客回复|Waits for the customer/)
  await say(customer.page, '左耳没有声音')
  await expect(run).toContainText('左耳没有声音')
  await page.keyboard.press('Control+Shift+H')
  await expect(run).toContainText(/交给您了|Left to you/)
  await expect(composer(desk)).toBeFocused()
  await expect(page.getByTestId('thread').getByText(/(什么问题：|What is wrong: )左耳没有声音/)).toBeVisible()
})
