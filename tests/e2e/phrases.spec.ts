import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, REPO, test, until, type Desk } from './support/app.ts'
import { chat, openCustomer, say, type Customer } from './support/customer.ts'
import { composer, live, openConversation } from './support/desk.ts'

/** Quick phrases as an agent uses them: brought in from 千牛, found by a few letters, filled, sent. */
let browser: Customer | null = null
test.afterEach(async () => {
  await browser?.close()
  browser = null
})

/** A parcel on its way, of resources/demo-shop. */
const ORDER = { no: '2188340610072265', last4: '0810', name: '林晓雯' }
const FILE = path.join(REPO, 'tests/fixtures/phrases/qianniu.gbk.csv')

const press = (desk: Desk, key: string) => desk.page.keyboard.press(key)
const list = (desk: Desk) => desk.page.getByTestId('phrase-list')
const hit = (desk: Desk, text: string) => list(desk).getByTestId('phrase-hit').filter({ hasText: text })
const ours = (desk: Desk) => desk.page.locator('[data-testid=bubble][data-author=agent]')

async function importFile(desk: Desk): Promise<void> {
  const manager = desk.page.getByTestId('phrases-manager')
  await press(desk, 'Alt+Slash')
  await list(desk).getByRole('option').last().click()
  await manager.getByRole('button', { name: /导入|Import/ }).click()
  await desk.page.getByTestId('import-file').setInputFiles(FILE)
  // Named with their lines: the row without words and the one whose quotes do not close.
  await expect(desk.page.getByTestId('import-preview')).toContainText(/(第|Line) 6/)
  await expect(desk.page.getByTestId('import-preview')).toContainText(/(第|Line) 7/)
  await desk.page.getByTestId('import-do').click()
  await expect(manager.getByTestId('phrase-row').filter({ hasText: '没有编码的一句' })).toBeVisible()
}

/** The file that the export makes, once the person has said where. */
async function exported(desk: Desk, file: string): Promise<string> {
  await desk.app.evaluate(({ session }, where) => void session.defaultSession.once('will-download', (_event, item) => item.setSavePath(where)), file)
  await desk.page.getByTestId('phrases-manager').getByRole('button', { name: /导出|Export/ }).click()
  return until(() => (existsSync(file) && readFileSync(file, 'utf8')) || null, 10_000, 'the exported file')
}

/** As an input method does: half-written pinyin is looked up, Enter belongs to the method, then the word is there. */
async function compose(desk: Desk, pinyin: string, word: string): Promise<void> {
  const devtools = await desk.page.context().newCDPSession(desk.page)
  await devtools.send('Input.imeSetComposition', { text: pinyin, selectionStart: pinyin.length, selectionEnd: pinyin.length })
  await expect(composer(desk)).toHaveValue(`/${pinyin}`)
  await expect(hit(desk, ORDER.no)).toHaveAttribute('aria-selected', 'true')
  const taken = await composer(desk).evaluate((field) => !field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })))
  expect(taken).toBe(false)
  await expect(composer(desk)).toHaveValue(`/${pinyin}`)
  await devtools.send('Input.insertText', { text: word })
  await expect(composer(desk)).toHaveValue(`/${word}`)
  await expect(hit(desk, ORDER.no)).toHaveAttribute('aria-selected', 'true')
}

test('H-14 a 千牛 file in GBK is brought in; / and pinyin initials insert a phrase with this customer\'s facts, which is sent, and with a gap is not', async ({ launch, userData }) => {
  const desk = await launch()
  const { chat: chatUrl } = await desk.ready()
  await live(desk)
  browser = await openCustomer(chatUrl)
  await say(browser.page, '在吗')
  await openConversation(desk, '在吗')
  await expect(composer(desk)).toBeFocused()
  await importFile(desk)
  const { violations } = await new AxeBuilder({ page: desk.page }).setLegacyMode().include('dialog').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  expect(await exported(desk, path.join(userData, 'phrases.csv'))).toMatch(/^\ufeffcode,.*\r\n[^]*"退货地址：\n杭州市/)
  await press(desk, 'Escape')
  await expect(composer(desk)).toBeFocused()

  // Nobody knows who the customer is yet: the gaps stay, the first is marked, and Ctrl+Enter does not send.
  await desk.page.keyboard.type('/nhnddd')
  await expect(hit(desk, '我马上查')).toHaveAttribute('aria-selected', 'true')
  await press(desk, 'Enter')
  await expect(composer(desk)).toHaveValue('{customer}您好，您的订单 {order} 我马上查。')
  await expect(list(desk)).toHaveCount(0)
  await press(desk, 'Control+Enter')
  await expect(desk.page.getByTestId('phrase-gaps')).toContainText('{order}')
  await expect(ours(desk)).toHaveCount(0)
  // The first gap is marked: typing replaces it. Undo brings back what was typed before the phrase.
  await desk.page.keyboard.type('亲')
  await expect(composer(desk)).toHaveValue('亲您好，您的订单 {order} 我马上查。')
  await composer(desk).fill('')

  await say(browser.page, `${ORDER.no} 尾号${ORDER.last4}`)
  await expect(desk.page.getByText(ORDER.name).first()).toBeVisible()
  await desk.page.keyboard.type('/cd')
  await expect(hit(desk, `${ORDER.name}您好，您的订单 ${ORDER.no}`)).toBeVisible()
  await press(desk, 'Escape')
  await expect(list(desk)).toHaveCount(0)
  await expect(composer(desk)).toHaveValue('/cd')
  await composer(desk).fill('')
  await desk.page.keyboard.type('/')
  await compose(desk, "cha'dan", '查单')
  await press(desk, 'Tab')
  const filled = `${ORDER.name}您好，您的订单 ${ORDER.no} 我马上查。`
  await expect(composer(desk)).toHaveValue(filled)
  await press(desk, 'Control+z')
  await expect(composer(desk)).toHaveValue('/查单')
  await press(desk, 'End')
  await expect(hit(desk, ORDER.no)).toHaveAttribute('aria-selected', 'true')
  await press(desk, 'Enter')
  await expect(composer(desk)).toHaveValue(filled)
  await press(desk, 'Control+Enter')
  await expect(chat(browser.page)).toContainText(filled)
})

test('H-19 a reply that was written becomes a phrase from the list, by keys alone; closing the form by mistake loses none of its words', async ({ launch }) => {
  const desk = await launch()
  const { chat: chatUrl } = await desk.ready()
  await live(desk)
  browser = await openCustomer(chatUrl)
  await say(browser.page, '在吗')
  await openConversation(desk, '在吗')
  await expect(composer(desk)).toBeFocused()
  await desk.page.keyboard.type('好的，我给您登记加急')
  await press(desk, 'Alt+Slash')
  await expect(list(desk).getByTestId('phrase-hit').first()).toBeVisible()
  // Upwards from the first the list goes on at its end: all phrases, then this reply.
  await press(desk, 'ArrowUp')
  await press(desk, 'ArrowUp')
  await press(desk, 'Enter')
  const words = desk.page.getByTestId('phrase-text-zh')
  await expect(words).toHaveValue('好的，我给您登记加急')
  await words.fill('好的，我给您登记加急，请留意物流')
  await press(desk, 'Escape')
  await expect(words).toHaveCount(0)
  await expect(composer(desk)).toHaveValue('好的，我给您登记加急')
  await press(desk, 'Alt+Slash')
  await expect(list(desk).getByTestId('phrase-hit').first()).toBeVisible()
  await press(desk, 'ArrowUp')
  await press(desk, 'Enter')
  await expect(words).toHaveValue('好的，我给您登记加急，请留意物流')
  await desk.page.getByTestId('phrases-manager').getByRole('button', { name: /保存|Save/ }).click()
  await expect(desk.page.getByTestId('phrase-row').filter({ hasText: '请留意物流' })).toBeVisible()
  await press(desk, 'Escape')
  await composer(desk).fill('')
  await desk.page.keyboard.type('/djjj')
  await expect(hit(desk, '请留意物流')).toBeVisible()
})

test('H-22 a reply with a picture becomes a phrase with it, and inserted it brings the picture to the customer: a phrase that sends half of what it shows', async ({ launch }) => {
  const desk = await launch()
  const { chat: chatUrl } = await desk.ready()
  await live(desk)
  browser = await openCustomer(chatUrl)
  await say(browser.page, '怎么打包')
  await openConversation(desk, '怎么打包')
  await expect(composer(desk)).toBeFocused()
  const tray = desk.page.getByTestId('picture-tray').locator('[data-kept]')
  await desk.page.getByTestId('picture-input').setInputFiles(path.join(REPO, 'resources/demo-shop/pictures/box-crushed.png'))
  await expect(tray).toHaveCount(1)
  await expect(composer(desk)).toBeFocused()
  await desk.page.keyboard.type('照图上这样打包')
  await press(desk, 'Alt+Slash')
  await expect(list(desk).getByTestId('phrase-hit').first()).toBeVisible()
  await press(desk, 'ArrowUp')
  await press(desk, 'ArrowUp')
  await press(desk, 'Enter')
  const form = desk.page.getByTestId('phrase-pictures')
  await expect(form.locator('[data-kept] img')).toHaveCount(1)
  await desk.page.getByTestId('phrase-picture-input').setInputFiles(path.join(REPO, 'resources/demo-shop/pictures/parcel-label.png'))
  await expect(form.locator('[data-kept] img')).toHaveCount(2)
  await form.getByRole('button', { name: /移除|Remove/ }).last().click()
  await expect(form.locator('[data-kept] img')).toHaveCount(1)
  const { violations } = await new AxeBuilder({ page: desk.page }).setLegacyMode().include('dialog').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await desk.page.getByTestId('phrases-manager').getByRole('button', { name: /保存|Save/ }).click()
  await expect(desk.page.getByTestId('phrase-row').filter({ hasText: '照图上这样打包' })).toBeVisible()
  await press(desk, 'Escape')
  await composer(desk).fill('')
  await desk.page.getByTestId('picture-tray').getByRole('button', { name: /移除|Remove/ }).click()
  await expect(tray).toHaveCount(0)
  await composer(desk).focus()
  await desk.page.keyboard.type('/ztszydb')
  await expect(hit(desk, '照图上这样打包')).toHaveAttribute('aria-selected', 'true')
  await press(desk, 'Enter')
  await expect(tray).toHaveCount(1)
  await press(desk, 'Control+Enter')
  await expect(chat(browser.page)).toContainText('照图上这样打包')
  await expect(chat(browser.page).locator('img')).toHaveCount(1)
})
