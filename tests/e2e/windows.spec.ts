import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { deskEnvironment, expect, runDesk, test, until, type Desk } from './support/app.ts'
import { chat, openCustomer, say } from './support/customer.ts'
import { composer, openConversation } from './support/desk.ts'

/** Opens another window by `act` and waits until its thread is painted. */
async function ownWindow(desk: Desk, act: () => Promise<unknown>, words: string): Promise<Page> {
  const [page] = await Promise.all([desk.app.waitForEvent('window'), act()])
  await expect(page.getByTestId('thread').getByTestId('bubble').filter({ hasText: words })).toBeVisible()
  return page
}
/** Title and place of the window that shows one conversation alone. */
const ownPlace = (desk: Desk) => desk.app.evaluate(({ BrowserWindow }) => {
  const window = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL().includes('conversation='))
  return window ? { title: window.getTitle(), bounds: window.getNormalBounds() } : null
})

test('S-31 a conversation has its own window: named after customer and shop, one with the desk in words and replies, there again after a restart, back on the desk when closed', async ({ launch }) => {
  const desk = await launch()
  const { chat: url } = await desk.ready()
  const customer = await openCustomer(url)
  try {
    await say(customer.page, '杯子能用洗碗机洗吗')
    await openConversation(desk, '洗碗机')
    await composer(desk).fill('您好，')
    const own = await ownWindow(desk, () => desk.page.keyboard.press('Control+Shift+O'), '洗碗机')
    await expect(own.getByTestId('row')).toHaveCount(0)
    await expect(own.getByTestId('composer')).toHaveValue('您好，')
    await expect.poll(async () => (await ownPlace(desk))?.title).toMatch(/^\S.* · \S/)

    expect((await new AxeBuilder({ page: own }).setLegacyMode().analyze()).violations.map((each) => each.id)).toEqual([])

    // What is typed in one stands in the other; what is sent from one is sent in both.
    await own.getByTestId('composer').press('End')
    await own.getByTestId('composer').pressSequentially('可以的')
    await expect(composer(desk)).toHaveValue('您好，可以的')
    await own.getByTestId('composer').press('Control+Enter')
    await expect(chat(customer.page)).toContainText('您好，可以的')
    await expect(desk.page.getByTestId('thread').getByTestId('bubble').filter({ hasText: '您好，可以的' })).toHaveCount(1)
    await expect(composer(desk)).toHaveValue('')

    // Another start continues with both, and with the words.
    await own.getByTestId('composer').fill('还有别的吗')
    await expect(composer(desk)).toHaveValue('还有别的吗')
    await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find((each) => each.webContents.getURL().includes('conversation='))?.setBounds({ x: 60, y: 40, width: 520, height: 640 }))
    await expect.poll(async () => readFileSync(join(desk.userData, 'own-windows.json'), 'utf8')).toContain('"width":520')
    await desk.close()
    const again = await launch()
    await again.ready()
    const back = await until(() => again.app.windows().find((each) => each.url().includes('conversation=')), 10_000, 'the window that was open')
    await expect(back.getByTestId('composer')).toHaveValue('还有别的吗')
    expect((await ownPlace(again))?.bounds).toMatchObject({ width: 520, height: 640 })

    // Closed, it is on the desk, whatever was open there.
    const main = again.app.windows().find((each) => !each.url().includes('conversation='))
    await back.close()
    await expect(main?.getByTestId('thread').getByTestId('bubble').filter({ hasText: '洗碗机' }) ?? back.locator('none')).toBeVisible()
    await expect.poll(() => readFileSync(join(again.userData, 'own-windows.json'), 'utf8')).toContain('"open":[]')
  } finally {
    await customer.close()
  }
})

test('S-34 the third function opens our own page for a conversation, as closed in as the desk, and nothing else; closing the desk closes it, too', async ({ launch }) => {
  const desk = await launch()
  await desk.ready()
  const call = (id: string) => desk.page.evaluate((each) => (globalThis as unknown as { deskmate: { otherWindow: (id: string) => void } }).deskmate.otherWindow(each), id)
  for (const bad of ['https://example.invalid/', '../x', '', '0198a000']) await call(bad)
  const [own] = await Promise.all([desk.app.waitForEvent('window'), call('0198a000-0000-7000-8000-000000000001')])
  expect(own.url()).toBe('app://desk/index.html?conversation=0198a000-0000-7000-8000-000000000001')
  // A conversation that nobody knows says so, instead of an empty window.
  await expect(own.getByRole('alert')).toBeVisible()
  const preferences = await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => (window.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }).getLastWebPreferences()))
  expect(preferences).toHaveLength(2)
  for (const each of preferences) expect(each).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false })
  // Without the desk nobody could reach what lives on.
  const ended = new Promise<number | null>((resolve) => desk.app.process().once('exit', (code) => resolve(code)))
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find((each) => !each.webContents.getURL().includes('conversation='))?.close())
  expect(await ended).toBe(0)
})

test('S-29 with "keep running" the closed window is only hidden, the next start shows it again, and quitting still ends everything', async ({ launch, userData }) => {
  writeFileSync(join(userData, 'window.json'), JSON.stringify({ keepRunning: true }))
  const desk = await launch()
  await desk.ready()
  const isVisible = () => desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(isVisible).toEqual([false])
  expect((await runDesk([], deskEnvironment(userData))).code).toBe(0)
  await expect.poll(isVisible).toEqual([true])
  const engine = await desk.pidOf('deskmate-engine')
  const ended = new Promise<number | null>((resolve) => desk.app.process().once('exit', (code) => resolve(code)))
  await desk.app.evaluate(({ app }) => app.quit())
  expect(await ended).toBe(0)
  await expect.poll(() => existsSync(`/proc/${engine}`)).toBe(false)
})
