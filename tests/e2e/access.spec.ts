import type { Page } from '@playwright/test'
import { axeFindings } from './support/axe.ts'
import { expect, test, type Desk } from './support/app.ts'
import { openCustomer, say } from './support/customer.ts'
import { composer, live, openConversation, row } from './support/desk.ts'

/** Every page as those meet it who cannot see it, or not well: names, roles, contrast in both themes. */
const THEMES = ['light', 'dark'] as const

async function paintIn(desk: Desk, theme: (typeof THEMES)[number]): Promise<void> {
  await desk.page.emulateMedia({ colorScheme: theme })
  await expect(desk.page.locator('html')).toHaveAttribute('data-theme', theme)
}

async function clean(desk: Desk, name: string): Promise<void> {
  for (const theme of THEMES) {
    await paintIn(desk, theme)
    expect.soft(await axeFindings(desk.page), `${name}, ${theme}`).toEqual([])
  }
}

/** A window of the size that the three panes are made for. */
async function resize(desk: Desk, width: number, height: number): Promise<void> {
  await desk.app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height), { width, height })
  await expect.poll(() => desk.page.evaluate(() => window.innerWidth)).toBe(width)
}

const answerTo = (page: Page) => page.getByRole('log')

test('I-2 axe does look at the page: a planted nameless button is found, a checker that checks nothing would pass everything', async ({ launch }) => {
  const desk = await launch()
  await live(desk)
  await desk.page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')))
  expect((await axeFindings(desk.page)).join()).toContain('button-name')
})

for (const language of ['zh-CN', 'en-US']) {
  test(`I-1 axe finds nothing on any page of the desk in either theme (${language}): a control without a name, text too faint to read`, async ({ launch }) => {
    const desk = await launch({ args: [`--lang=${language}`] })
    const { chat } = await desk.ready()
    await live(desk)
    await clean(desk, 'empty')
    const customer = await openCustomer(chat, { language })
    try {
      await say(customer.page, language === 'zh-CN' ? '你们到底管不管!!!三天了没人理,骗子店' : 'This is the third time I write!!! Where is my refund, you scammers')
      await openConversation(desk, /骗子店|scammers/)
      await resize(desk, 1280, 800)
      await expect(desk.page.getByTestId('flag')).toBeVisible()
      await expect(composer(desk)).toBeFocused()
      await clean(desk, 'conversation')
      await desk.page.keyboard.press('Control+Comma')
      await expect(desk.page.getByRole('dialog')).toBeVisible()
      await clean(desk, 'settings')
      await desk.page.keyboard.press('Escape')
      await row(desk, /骗子店|scammers/).focus()
      await desk.page.keyboard.press('?')
      await expect(desk.page.getByRole('dialog')).toBeVisible()
      await clean(desk, 'help')
      await desk.page.keyboard.press('Escape')
      await desk.page.keyboard.press('Control+KeyK')
      await desk.page.getByTestId('search').fill(language === 'zh-CN' ? '退款' : 'refund')
      await expect(desk.page.getByTestId('palette-line').first()).toBeVisible()
      await clean(desk, 'palette')
      await desk.page.keyboard.press('Escape')
      await composer(desk).focus()
      await desk.page.keyboard.press('Alt+Slash')
      await expect(desk.page.getByTestId('phrase-hit').first()).toBeVisible()
      await clean(desk, 'phrases')
      await desk.page.getByTestId('phrase-list').getByRole('option').last().click()
      await expect(desk.page.getByTestId('phrase-row').first()).toBeVisible()
      await clean(desk, 'all phrases')
      await expect(answerTo(customer.page)).toBeVisible()
      expect.soft(await axeFindings(customer.page), 'web chat').toEqual([])
    } finally {
      await customer.close()
    }
  })
}
