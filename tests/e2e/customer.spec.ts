import fs from 'node:fs'
import path from 'node:path'
import { deskEnvironment, expect, runDesk, test, until } from './support/app.ts'
import { axeFindings } from './support/axe.ts'
import { chat, openCustomer, say, type Customer } from './support/customer.ts'
import { composer, live, openConversation, reply } from './support/desk.ts'

/** The embedded gateway with the demo shop, as `npm start` has it, and one real customer. */
const open: Customer[] = []
test.afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})
async function customer(chatUrl: string): Promise<Customer> {
  const one = await openCustomer(chatUrl)
  open.push(one)
  return one
}

/** A parcel on its way, of resources/demo-shop. */
const ORDER = { no: '2188340610072265', last4: '0810', name: '林晓雯' }

async function verify(one: Customer, last4: string): Promise<void> {
  await one.page.getByRole('button', { name: '我的订单' }).click()
  await one.page.getByLabel('订单编号').fill(ORDER.no)
  await one.page.getByLabel('手机号后四位').fill(last4)
  await one.page.getByRole('button', { name: '核对', exact: true }).click()
}

test('X-7 unverified: no order on the desk; verified: the order is there and autopilot answers once, labelled, after the undo window', async ({ launch }) => {
  const desk = await launch()
  const { chat: chatUrl } = await desk.ready()
  await live(desk)
  const one = await customer(chatUrl)
  await say(one.page, '您好')
  await openConversation(desk, '您好')
  await verify(one, '9999')
  await expect(one.page.getByText('没有对上')).toBeVisible()
  expect(await desk.page.getByText(ORDER.no).count()).toBe(0)
  await one.page.getByLabel('手机号后四位').fill(ORDER.last4)
  await one.page.getByRole('button', { name: '核对', exact: true }).click()
  await expect(desk.page.getByText(ORDER.no).first()).toBeVisible()
  await one.page.keyboard.press('Escape')

  await say(one.page, '我的快递到哪了')
  const waiting = desk.page.getByTestId('bubble').and(desk.page.locator('[data-author=autopilot]'))
  await expect(waiting).toHaveAttribute('data-delivery', 'undo')
  await expect(desk.page.getByTestId('undo')).toBeVisible()
  expect(await chat(one.page).getByText('自动回复').count()).toBe(0)
  await expect(chat(one.page).getByText('自动回复').first()).toBeVisible({ timeout: 20_000 })
  await expect(waiting).toHaveAttribute('data-delivery', 'sent')
  await expect(waiting).toHaveCount(1)
})

test('EA-12 by keys a supervisor puts a customer on the watch list and takes them off again; meanwhile autopilot answers nothing, and the focus is never lost', async ({ launch }) => {
  const desk = await launch()
  const { chat: chatUrl } = await desk.ready()
  await live(desk)
  const one = await customer(chatUrl)
  await say(one.page, '您好')
  await verify(one, ORDER.last4)
  await one.page.keyboard.press('Escape')
  await openConversation(desk, '您好')
  const { page } = desk
  await page.getByTestId('watch-open').press('Enter')
  await expect(page.getByTestId('watch-reason')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('watch-open')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByTestId('watch-reason').fill('三次空包退货')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('watch')).toContainText('三次空包退货')
  await expect(page.getByTestId('watch-off')).toBeFocused()
  expect.soft(await axeFindings(page)).toEqual([])
  await say(one.page, '我的快递到哪了')
  await expect(page.getByTestId('bubble').filter({ hasText: '我的快递到哪了' })).toBeVisible()
  await expect(page.locator('#composer-draft')).toContainText('中通', { timeout: 20_000 })
  await expect(page.getByTestId('bubble').and(page.locator('[data-author=autopilot]'))).toHaveCount(0)
  await page.getByTestId('watch-off').press('Enter')
  await expect(page.getByTestId('watch-open')).toBeFocused()
  await expect(page.getByTestId('watch')).not.toContainText('三次空包退货')
})

test('X-8 undo and kill switch: what autopilot wanted to say never reaches the customer', async ({ launch }) => {
  const desk = await launch()
  const { chat: chatUrl } = await desk.ready()
  await live(desk)
  const one = await customer(chatUrl)
  await verify(one, ORDER.last4)
  await one.page.keyboard.press('Escape')
  await say(one.page, '我的快递到哪了')
  await openConversation(desk, '快递到哪了')
  await desk.page.getByTestId('undo').click()
  const waiting = desk.page.getByTestId('bubble').and(desk.page.locator('[data-author=autopilot]'))
  await expect(waiting).toHaveCount(0)

  await desk.page.getByTestId('kill-switch').click()
  await say(one.page, '物流到哪里了呀')
  await expect(desk.page.getByTestId('bubble').filter({ hasText: '物流到哪里了呀' })).toBeVisible()
  // The draft is there for the person, and stays there: longer than the undo window nothing leaves.
  await expect(desk.page.getByTestId('ghost')).not.toBeEmpty()
  await desk.page.waitForTimeout(10_000)
  await expect(waiting).toHaveCount(0)
  expect(await chat(one.page).getByText('自动回复').count()).toBe(0)
})

test('X-9 nothing that people wrote can be read on the disk, or stands in what the programs print', async ({ launch, userData }) => {
  const desk = await launch({ userData })
  const { chat: chatUrl } = await desk.ready()
  await live(desk)
  const one = await customer(chatUrl)
  await say(one.page, '客户密语CANARY7f3a 张伟 13800138000')
  await openConversation(desk, 'CANARY7f3a')
  await reply(desk, '客服密语CANARY9b2c')
  await expect(chat(one.page)).toContainText('CANARY9b2c')
  await desk.page.getByTestId('composer').fill('半句CANARY5d1e')
  await desk.page.waitForTimeout(600) // the composer saves what is typed every 300 ms
  await desk.close()
  const found: string[] = []
  for (const file of fs.readdirSync(userData, { recursive: true, encoding: 'utf8' })) {
    const full = path.join(userData, file)
    // The picture of the window is what a headless run is asked to keep.
    if (!fs.statSync(full).isFile() || file.startsWith('pictures')) continue
    const bytes = fs.readFileSync(full)
    for (const canary of ['CANARY7f3a', 'CANARY9b2c', 'CANARY5d1e', '13800138000']) {
      if (bytes.includes(canary) || bytes.includes(Buffer.from(canary, 'utf16le'))) found.push(`${file}: ${canary}`)
    }
  }
  expect(found).toEqual([])
  expect(desk.stdout() + desk.stderr()).not.toMatch(/CANARY|13800138000/)
})

test('X-10 a picture of the customer opens on the desk, and only there', async ({ launch }) => {
  const desk = await launch()
  const { chat: chatUrl } = await desk.ready()
  await live(desk)
  const one = await customer(chatUrl)
  await say(one.page, '杯子裂了')
  const [name] = fs.readdirSync('resources/demo-shop/pictures').filter((f) => f.endsWith('.png'))
  await one.page.locator('input[type=file]').setInputFiles(path.join('resources/demo-shop/pictures', name as string))
  await expect.poll(() => one.page.locator('img').count()).toBeGreaterThan(0)
  await one.page.getByRole('button', { name: '发送', exact: true }).click()
  await openConversation(desk, /\[图片\]|\[Picture\]/, '杯子裂了')
  const picture = desk.page.getByTestId('thread').locator('img').first()
  await expect(picture).toBeVisible()
  await until(() => picture.evaluate((img) => ((img as HTMLImageElement).naturalWidth > 0 ? true : null)), 10_000, 'the picture to be drawn')
  const url = (await chat(one.page).locator('img').first().getAttribute('src')) as string
  const stranger = await customer(chatUrl)
  const answer = await stranger.page.request.get(new URL(url, chatUrl).href)
  expect(answer.status()).toBeGreaterThanOrEqual(400)
})

test('X-11 the demo plays the half-hour, works it by itself, and both ends’ logs agree: nothing lost, nothing doubled, the angry raised', async ({ userData }) => {
  test.setTimeout(150_000)
  const { code, stdout, stderr } = await runDesk(['--demo', '30'], deskEnvironment(userData), 140_000)
  const summary = JSON.parse(/^summary (\{.*\})$/m.exec(stdout)?.[1] ?? 'null') as Record<string, number> | null
  expect(summary, stderr).not.toBeNull()
  expect(summary).toMatchObject({ lost: 0, duplicated: 0 })
  expect(summary?.['messagesIn']).toBeGreaterThan(80)
  expect(summary?.['answered']).toBeGreaterThan(40)
  expect(summary?.['automatic']).toBeGreaterThan(0)
  // Some turn angry only in answer to a reply, which they may not get in so short a play.
  expect(summary?.['angryRaised']).toBeGreaterThanOrEqual((summary?.['angryExpected'] ?? 0) - 2)
  expect(code).toBe(0)
})

test('HB-6 a person answers, hands back by one key with words half written, the customer agrees in their browser and is answered by autopilot; the desk says who answers, and since when', async ({ launch }) => {
  const desk = await launch()
  const { chat: chatUrl } = await desk.ready()
  await live(desk)
  const { page } = desk
  const one = await customer(chatUrl)
  await say(one.page, '您好')
  await verify(one, ORDER.last4)
  await expect(one.page.getByText('没有对上')).toHaveCount(0)
  await one.page.keyboard.press('Escape')
  await openConversation(desk, '您好')
  await expect(page.getByTestId('hand-back')).toHaveCount(0)
  await reply(desk, '您好，请问有什么可以帮您')
  await expect(chat(one.page).getByText('请问有什么可以帮您')).toBeVisible()
  await expect(page.getByTestId('hand-back')).toBeVisible()

  await composer(desk).fill('还没写完')
  await page.keyboard.press('Control+Shift+KeyM')
  await expect(chat(one.page).getByText('接下来由自动助手先为您答复')).toBeVisible()
  await expect(page.getByTestId('answers')).toContainText(/已征求客户同意|Asked .* whether autopilot may answer/)
  await expect(composer(desk)).toHaveValue('还没写完')
  await page.keyboard.press('Control+Shift+KeyM')
  await expect(page.getByText(/已经问过客户|has been asked already/)).toBeVisible()
  expect(await axeFindings(page)).toEqual([])

  await composer(desk).fill('')
  await say(one.page, '可以')
  await expect(page.getByTestId('answers')).toContainText(/客户 .* 已同意|the customer agreed/)
  await expect(page.getByTestId('hand-back')).toHaveCount(0)
  await say(one.page, '我的快递到哪了')
  await expect(chat(one.page).getByText('自动回复').first()).toBeVisible({ timeout: 30_000 })
  await expect(page.getByTestId('bubble').and(page.locator('[data-author=autopilot]'))).toHaveCount(1)
})
