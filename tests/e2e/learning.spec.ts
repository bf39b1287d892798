import { expect, test, type Desk } from './support/app.ts'
import { axeFindings } from './support/axe.ts'
import { openCustomer, say, type Customer } from './support/customer.ts'
import { composer, live, openConversation, reply } from './support/desk.ts'

/** What an agent writes becomes the next draft, in the real desk, by keyboard. */
const open: Customer[] = []
test.afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

const ASKED = '请问你们的手冲壶可以直接放在电磁炉上烧吗？'
const ASKED_AGAIN = '想问下手冲壶能直接放电磁炉上烧吗？'
const ANSWER = '手冲壶的壶底不导磁，不能放在电磁炉上，用燃气灶或者电陶炉都可以，火不要超过壶底。'

async function asks(chat: string, text: string): Promise<void> {
  const customer = await openCustomer(chat)
  open.push(customer)
  await say(customer.page, text)
}
async function clean(desk: Desk, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await desk.page.emulateMedia({ colorScheme: theme })
    await expect(desk.page.locator('html')).toHaveAttribute('data-theme', theme)
    expect.soft(await axeFindings(desk.page), `${name}, ${theme}`).toEqual([])
  }
}

test('LR-20 a reply of one’s own is suggested, approved by keys, and stands in the next draft with its source; what became of each draft is told (the same answer would be typed for every customer)', async ({ launch }) => {
  const desk = await launch({ args: ['--lang=zh-CN'] })
  const { chat } = await desk.ready()
  await live(desk)
  const { page } = desk
  await asks(chat, ASKED)
  await openConversation(desk, ASKED)
  await expect(page.getByTestId('draft-by')).not.toHaveAttribute('data-state', 'streaming')
  await reply(desk, ANSWER)
  await expect(page.getByTestId('thread').getByTestId('bubble').filter({ hasText: '不导磁' })).toBeVisible()

  await page.keyboard.press('Alt+KeyS')
  await expect(page.getByTestId('suggestion-line')).toBeFocused()
  await expect(page.getByTestId('suggestion-text')).toHaveValue(ANSWER)
  await clean(desk, 'suggestions')
  await page.keyboard.press('a')
  await expect(page.getByTestId('did')).toContainText('已采纳')
  await expect(page.getByTestId('did-undo')).toBeFocused()
  await page.keyboard.press('Alt+KeyZ')
  await expect(page.getByTestId('suggestion-line')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('suggestion-text')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('did')).toContainText('已采纳')
  await page.keyboard.press('Escape')

  await asks(chat, ASKED_AGAIN)
  await openConversation(desk, ASKED_AGAIN)
  await expect(page.getByTestId('draft-by')).toHaveAttribute('data-state', 'ready')
  await expect(page.locator('#composer-draft')).toContainText('不导磁')
  await expect(page.locator('.source').first()).toHaveAttribute('title', /手冲壶/)
  await composer(desk).focus()
  await page.keyboard.press('Tab')
  await expect(composer(desk)).toHaveValue(/不导磁/)
  await page.keyboard.press('Control+Enter')
  await expect(composer(desk)).toHaveValue('')

  await page.keyboard.press('Control+Shift+KeyB')
  await expect(page.getByTestId('outcomes')).toBeVisible()
  await expect(page.getByTestId('days').getByRole('img')).toHaveCount(1)
  await clean(desk, 'figures')
})

test('LR-21 what nothing answers stands beside the conversation; one key leads to writing it, and who asked has it in the draft at once', async ({ launch }) => {
  const desk = await launch({ args: ['--lang=zh-CN'] })
  const { chat } = await desk.ready()
  await live(desk)
  const { page } = desk
  await asks(chat, ASKED)
  await openConversation(desk, ASKED)
  await expect(page.getByTestId('draft-by')).not.toHaveAttribute('data-state', 'streaming')
  await page.keyboard.press('Control+Shift+KeyY')
  await expect(page.getByTestId('question')).toContainText('电磁炉')
  await expect(page.getByTestId('question-write')).toBeFocused()
  // The second time it is known already, and the focus is where it was the first time.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+KeyY')
  await expect(page.getByTestId('question-write')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('question-text')).toBeFocused()
  await page.keyboard.insertText(ANSWER)
  await clean(desk, 'a question')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('did')).toContainText('存好了')
  await expect(page.getByTestId('question')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.locator('#composer-draft')).toContainText('不导磁')
})
