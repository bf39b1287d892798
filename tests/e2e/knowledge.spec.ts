import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './support/app.ts'
import { openCustomer, say, type Customer } from './support/customer.ts'
import { composer, live, openConversation } from './support/desk.ts'

/** One page with one line. */
const PDF = `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >> endobj
4 0 obj << /Length 55 >> stream
BT /F1 10 Tf 50 780 Td (Cups hold 300 millilitres.) Tj ET
endstream endobj
5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
trailer << /Size 6 /Root 1 0 R >>
%%EOF`

/** What the shop knows, brought in and edited by the people who answer. */
let browser: Customer | null = null
test.afterEach(async () => {
  await browser?.close()
  browser = null
})

test('KI-10 a folder with a broken file is brought in by keys and its good file answers; edited on the page, the next draft says the new words; removed by a slip, it comes back', async ({ launch, userData }) => {
  const folder = path.join(userData, '手册')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, '刻字.md'), '# 刻字\n\n## 杯子刻字要几天\n\n杯子刻字要7天，刻好就寄出。\n')
  writeFileSync(path.join(folder, '坏了.docx'), 'no zip at all')
  writeFileSync(path.join(folder, 'engraving.pdf'), PDF)
  const desk = await launch()
  const { chat } = await desk.ready()
  await live(desk)
  browser = await openCustomer(chat)
  await say(browser.page, '在吗')
  await openConversation(desk, '在吗')
  await expect(composer(desk)).toBeFocused()
  const page = desk.page.getByTestId('knowledge')
  const row = page.getByTestId('article-row').filter({ hasText: '杯子刻字要几天' })
  const clean = async () => {
    const { violations } = await new AxeBuilder({ page: desk.page }).setLegacyMode().include('dialog').analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }

  await desk.page.keyboard.press('Control+Shift+E')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await clean()
  await page.getByRole('button', { name: /^(导入|Bring in)/ }).click()
  await desk.page.getByTestId('knowledge-folder').setInputFiles(folder)
  const outcomes = desk.page.getByTestId('knowledge-outcomes')
  await expect(outcomes).toContainText(/坏了\.docx.*(读不出来|cannot be read)/)
  await expect(outcomes).toContainText(/新增 2 篇|2 new/)
  await clean()
  await page.getByRole('button', { name: /^(返回|Back)$/ }).click()
  await page.getByRole('searchbox').fill('杯子刻字要几天')
  await row.getByRole('button').first().click()
  await expect(desk.page.getByTestId('article-body-zh')).toHaveValue('杯子刻字要7天，刻好就寄出。')
  await clean()
  await desk.page.getByTestId('article-body-zh').fill('杯子刻字要15天，刻好就寄出。')
  // Closed by mistake: the words wait.
  await desk.page.keyboard.press('Escape')
  await expect(composer(desk)).toBeFocused()
  await desk.page.keyboard.press('Control+Shift+E')
  await expect(desk.page.getByTestId('article-body-zh')).toHaveValue('杯子刻字要15天，刻好就寄出。')
  await desk.page.getByTestId('article-save').click()
  await page.getByRole('searchbox').fill('杯子刻字要几天')
  await row.getByRole('button').last().click()
  await expect(row).toHaveCount(0)
  await desk.page.keyboard.press('Alt+z')
  await expect(row).toHaveCount(1)
  await desk.page.keyboard.press('Escape')

  await say(browser.page, '杯子刻字要几天')
  await expect(desk.page.getByTestId('thread').getByTestId('bubble').filter({ hasText: '杯子刻字要几天' })).toBeVisible()
  await expect(desk.page.getByTestId('draft-by')).toHaveAttribute('data-state', 'ready')
  await expect(composer(desk)).toBeFocused()
  await desk.page.keyboard.press('Tab')
  await expect(composer(desk)).toHaveValue(/刻字要15天/)
})

test('KI-12 by keys the list shows what has expired, and the palette leads there with a chip that says so (a rule of last year would be quoted)', async ({ launch }) => {
  const desk = await launch()
  await desk.ready()
  await live(desk)
  const page = desk.page.getByTestId('knowledge')
  await desk.page.keyboard.press('Control+Shift+E')
  await page.getByRole('button', { name: /^(写一篇|New article|写文章|新文章|New)/ }).first().click()
  await desk.page.getByTestId('article-title-zh').fill('去年的刻字优惠')
  await desk.page.getByTestId('article-body-zh').fill('刻字每件减5元。')
  await page.locator('input[type="date"]').last().fill('2020-01-01')
  await desk.page.getByTestId('article-save').click()
  await page.getByTestId('article-holds').focus()
  await desk.page.keyboard.press('End')
  const rows = page.getByTestId('article-row')
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(/去年的刻字优惠.*(已过期|Expired)/)
  const { violations } = await new AxeBuilder({ page: desk.page }).setLegacyMode().include('dialog').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await desk.page.keyboard.press('Escape')
  await desk.page.keyboard.press('Control+k')
  await desk.page.keyboard.type('去年的刻字优惠')
  const line = desk.page.getByRole('option').filter({ hasText: '去年的刻字优惠' })
  await expect(line).toContainText(/已过期|Expired/)
  await line.click()
  await expect(desk.page.getByTestId('article-not-now')).toBeVisible()
})

test('KI-13 an article on the page leads by Enter to one that belongs to it, with the reason; the list stands behind all that is written, and words not saved stay', async ({ launch }) => {
  const desk = await launch()
  await desk.ready()
  await live(desk)
  const page = desk.page.getByTestId('knowledge')
  const title = desk.page.getByTestId('article-title-zh')
  await desk.page.keyboard.press('Control+Shift+E')
  await page.getByRole('searchbox').fill('预售：定金和尾款怎么付')
  await page.getByTestId('article-row').filter({ hasText: /^(预售：定金和尾款怎么付|Pre-sale: deposit and balance)/ }).getByRole('button').first().click()
  await expect(title).toHaveValue('预售：定金和尾款怎么付')
  const related = page.locator('.related button')
  await expect(related.first()).toContainText(/(因为：|because: )/)
  // They stand behind everything that is written.
  const [words, list] = [await desk.page.getByTestId('article-body-zh').boundingBox(), await page.locator('.related').boundingBox()]
  expect((list?.y ?? 0) - (words?.y ?? 0)).toBeGreaterThan(words?.height ?? 0)
  const { violations } = await new AxeBuilder({ page: desk.page }).setLegacyMode().include('dialog').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await title.fill('预售：定金和尾款怎么付？')
  const unsold = related.filter({ hasText: /定金退不退|cancelling and the deposit/ })
  await unsold.press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(title).toHaveValue('预售：定金和尾款怎么付？')
  await page.getByRole('button', { name: /^(取消|Cancel)$/ }).click()
  await page.getByRole('searchbox').fill('预售：定金和尾款怎么付')
  await page.getByTestId('article-row').filter({ hasText: /^(预售：定金和尾款怎么付|Pre-sale: deposit and balance)/ }).getByRole('button').first().click()
  await unsold.press('Enter')
  await expect(title).toHaveValue('预售：不想要了、定金退不退')
  await expect(page.locator('[data-testid^="article-title-"]:focus')).toHaveCount(1)
})
