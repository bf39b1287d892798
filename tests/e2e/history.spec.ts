import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, type Desk } from './support/app.ts'
import { axeFindings } from './support/axe.ts'
import { live } from './support/desk.ts'

/** Yesterday's chats are brought in, and the limits of autopilot tried on them, in the real desk. */
const HEADER = '会话号,发送方,发送时间,说了什么,订单状态'
const ANSWERS = ['快递已经在派送了，今天能到', '包裹到转运中心了，预计明天送到', '麻烦您提供一下订单号，我帮您查物流', '物流停了不好意思，给您补偿10元，今天到账']

function chats(count: number): string {
  const rows = Array.from({ length: count }, (_, n) => [
    `${n},顾客,2026-03-01 10:${String(n % 60).padStart(2, '0')}:00,我的快递到哪了,已发货`,
    `${n},客服,2026-03-01 10:${String(n % 60).padStart(2, '0')}:40,"${ANSWERS[n % ANSWERS.length] ?? ''}",已发货`,
  ])
  return [HEADER, ...rows.flat(), `${count},顾客,昨天,这行的时间坏了,已发货`].join('\n')
}

async function clean(desk: Desk, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await desk.page.emulateMedia({ colorScheme: theme })
    await expect(desk.page.locator('html')).toHaveAttribute('data-theme', theme)
    expect.soft(await axeFindings(desk.page), `${name}, ${theme}`).toEqual([])
  }
}

test('HI-21 an export is brought in with its broken row named; the back-test shows what autopilot would have done, other limits change it at once, and the cases are read by keyboard', async ({ launch, userData }) => {
  const folder = path.join(userData, '导出')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, '飞鸽三月.csv')
  writeFileSync(file, chats(40))
  const desk = await launch({ args: ['--lang=zh-CN'] })
  await live(desk)
  const { page } = desk
  const tab = (name: string) => page.getByRole('tab', { name })

  await page.keyboard.press('Control+Shift+A')
  await expect(tab('放权')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(tab('历史聊天')).toBeFocused()
  await page.getByTestId('chats-files').setInputFiles(file)
  const words = page.getByLabel('“说了什么”这一列是')
  await expect(words).toHaveValue('text')
  await clean(desk, 'mapping')
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await expect(page.getByText('飞鸽三月.csv：40 段会话，80 条消息')).toBeVisible()
  await expect(page.getByText('1 行的时间读不出来：第 82 行')).toBeVisible()
  await clean(desk, 'imported')

  await tab('历史聊天').focus()
  await page.keyboard.press('ArrowRight')
  const summary = page.getByTestId('backtest-summary')
  await expect(summary).toContainText('40 次里，它会自己回 40 次')
  await expect(page.getByRole('button', { name: /到哪了.*与人工一致 20，不一致 20/ }).or(page.getByRole('button', { name: /与人工一致 20，不一致 20/ }))).toBeVisible()
  await clean(desk, 'back-test')
  const cases = page.getByRole('listbox', { name: '先看这些' })
  await cases.focus()
  await expect(cases.getByRole('option', { selected: true })).toContainText('给了钱')
  await page.keyboard.press('End')
  await expect(cases.getByRole('option', { selected: true })).toContainText('先反问了')
  await expect(page.getByRole('list', { name: '会话' })).toContainText('麻烦您提供一下订单号')

  await page.getByLabel('可以').selectOption('suggest')
  await expect(summary).toContainText('自己回 0 次')
  await page.getByRole('button', { name: '回到正在用的设置' }).click()
  await expect(summary).toContainText('自己回 40 次')

  await tab('历史聊天').click()
  await page.getByRole('button', { name: '删除', exact: true }).click()
  await page.getByRole('alert').getByRole('button', { name: '删除' }).click()
  await expect(page.getByText('还没有历史聊天')).toBeVisible()
})
