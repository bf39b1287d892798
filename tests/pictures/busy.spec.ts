import { join } from 'node:path'
import { expect, REPO, test, type Desk } from '../e2e/support/app.ts'
import { composer, reply } from '../e2e/support/desk.ts'
import { SECTIONS } from '../../src-renderer/features/settings/sections.ts'
import { albumOf, LANGUAGES, windowOf } from './album.ts'
import { busyDay, openAngry } from './day.ts'

const PHRASES = join(REPO, 'tests/fixtures/phrases/qianniu.gbk.csv')
const NARROW = { width: 1024, height: 768 }

async function closed(desk: Desk): Promise<void> {
  await desk.page.keyboard.press('Escape')
  await expect(desk.page.locator('dialog[open], .menu')).toHaveCount(0)
}

for (const language of LANGUAGES) {
  test(`the desk at its busiest, and all that opens over it (${language})`, async ({ launch }) => {
    const desk = await launch({ args: [`--lang=${language}`, '--speed', '60'] })
    const { page, app } = desk
    const take = albumOf(page, language, windowOf(app))
    await busyDay(desk)
    await openAngry(desk)
    await take('desk-busy')
    await take('desk-narrow', [NARROW])
    await page.keyboard.press('Alt+KeyI')
    await take('desk-narrow-drawer', [NARROW])
    await page.keyboard.press('Alt+KeyI')

    await page.getByTestId('demo').click()
    await take('demo-panel')
    await page.keyboard.press('Escape')

    await page.keyboard.press('Control+KeyK')
    await expect(page.getByTestId('search')).toBeFocused()
    await take('palette')
    await page.getByTestId('search').fill(language === 'zh-CN' ? '退款' : 'refund')
    await expect(page.getByTestId('search-hit').first()).toBeVisible()
    await take('palette-query')
    await page.getByTestId('search').fill('qqqxyz')
    await expect(page.getByTestId('search-hit')).toHaveCount(0)
    await take('palette-nothing')
    await closed(desk)

    await page.keyboard.press('Control+Comma')
    for (const { id } of SECTIONS) {
      await page.locator(`#settings-tab-${id}`).click()
      await expect(page.locator(`#settings-tab-${id}`)).toHaveAttribute('aria-selected', 'true')
      await take(`settings-${id}`)
    }
    await closed(desk)
    await page.getByTestId('help').click()
    await take('help')
    await closed(desk)

    await composer(desk).focus()
    await page.keyboard.press('Alt+Slash')
    await expect(page.getByTestId('phrase-hit').first()).toBeVisible()
    await take('phrases-list')
    await page.getByTestId('phrase-list').getByRole('option').last().click()
    const manager = page.getByTestId('phrases-manager')
    await expect(manager.getByTestId('phrase-row').first()).toBeVisible()
    await take('phrases-manager')
    await manager.getByRole('button', { name: /导入|Import/ }).click()
    await take('phrases-import')
    await page.getByTestId('import-file').setInputFiles(PHRASES)
    await expect(page.getByTestId('import-do')).toBeVisible()
    await take('phrases-import-preview')
    await closed(desk)
  })

  test(`the work on a conversation, pictures, the line cut (${language})`, async ({ launch }) => {
    const desk = await launch({ args: [`--lang=${language}`, '--speed', '60'] })
    const { page, app } = desk
    const take = albumOf(page, language, windowOf(app))
    await busyDay(desk)
    await openAngry(desk)

    await page.locator('.picture').first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await take('gallery')
    await closed(desk)
    await page.keyboard.press('Alt+KeyN')
    await page.getByTestId('note-field').fill(language === 'zh-CN' ? '已和仓库核对：周五发出，@小林 跟一下' : 'Checked with the warehouse: leaves on Friday. @Lin, please follow up')
    await take('note-written')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('note')).toBeVisible()
    await take('note')
    await page.keyboard.press('Alt+KeyM')
    await expect(page.getByTestId('snooze-typed')).toBeFocused()
    await take('snooze')
    await closed(desk)
    await page.getByTestId('flag-open').first().click()
    await take('order-flags')
    await page.getByTestId('flag-red').first().click()
    await page.getByTestId('memo-open').first().click()
    await page.getByTestId('memo-field').fill(language === 'zh-CN' ? '客户要求周六上午送，送前打电话' : 'Deliver on Saturday morning, call before')
    await page.getByTestId('memo-field').press('Enter')
    await expect(page.getByTestId('memo')).toBeVisible()
    await take('order-marked')

    const [own] = await Promise.all([app.waitForEvent('window'), page.getByTestId('other-window').click()])
    await expect(own.getByTestId('composer')).toBeVisible()
    const takeOwn = albumOf(own, language, windowOf(app, 'conversation='))
    await takeOwn('own-window', [{ width: 480, height: 640 }, { width: 900, height: 800 }])
    await own.close()

    await page.getByTestId('demo').click()
    await page.getByTestId('demo-network-stay').click()
    await expect(page.getByTestId('truth')).toHaveAttribute('data-link', 'offline')
    await page.keyboard.press('Escape')
    await openAngry(desk)
    await reply(desk, language === 'zh-CN' ? '非常抱歉，让您久等了，我马上给您查。' : 'I am very sorry about this, and I have read all of it.')
    await expect(page.locator('[data-testid=bubble][data-delivery=queued]')).toBeVisible()
    await take('desk-offline')
    await page.getByTestId('demo').click()
    await page.getByTestId('demo-network').click()
    await expect(page.locator('[data-testid=bubble][data-delivery=queued]')).toHaveCount(0)
    await page.keyboard.press('Escape')

    await composer(desk).focus()
    await page.keyboard.press('Alt+KeyE')
    await expect(page.getByTestId('toast-end')).toBeVisible()
    await take('resolved')
    await page.keyboard.press('Alt+KeyD')
    await expect(page.getByTestId('disposition-menu')).toBeVisible()
    await take('disposition')
    await closed(desk)
  })
}
