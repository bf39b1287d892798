import type { FrameLocator } from '@playwright/test'
import { v7 as newId } from 'uuid'
import { PLAIN_LOOK, PLAIN_WEB_CHAT } from '../../src-shared/domain/web-chat.ts'
import { expect, test } from './support/app.ts'
import { axeFindings } from './support/axe.ts'
import { openCustomer, type Customer } from './support/customer.ts'
import { live, openConversation, reply } from './support/desk.ts'
import { TestGateway } from './support/gateway.ts'
import { CookielessDoor, ShopSite } from './support/shop-site.ts'
import { connectSeat } from './support/team.ts'

const open: Customer[] = []
let site: ShopSite
test.beforeEach(async () => {
  site = new ShopSite()
  await site.start()
})
test.afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  await site.stop()
})
async function customer(url: string, options?: { language?: string }): Promise<Customer> {
  const one = await openCustomer(url, options)
  open.push(one)
  return one
}

const say = async (frame: FrameLocator, text: string) => {
  await frame.getByRole('textbox').fill(text)
  await frame.getByRole('textbox').press('Enter')
}

test('WC-11 an admin sets the chat up and copies one line; on the shop’s page it is opened by keys, talks to the desk, counts what came while it was closed and is the same after the next page; no other page gets the frame', async ({ launch }) => {
  const desk = await launch()
  await live(desk)
  await desk.page.keyboard.press('Control+Shift+KeyT')
  await desk.page.locator('[role=tab][data-page=channels]').click()
  await desk.page.getByTestId('web-chat-open').click()
  await expect(desk.page.locator('#web-chat-colour')).toBeFocused()
  await desk.page.locator('#web-chat-colour').fill('#ffcc00')
  await expect(desk.page.getByTestId('chat-preview').locator('.chat-preview-own').first()).toHaveCSS('background-color', 'rgb(255, 204, 0)')
  await desk.page.locator('#web-chat-origins').fill('https://shop.example/path')
  await desk.page.locator('#web-chat-origins').press('Control+Enter')
  await desk.page.getByTestId('web-chat-form').getByRole('button', { name: /^(保存|Save)$/ }).click()
  await expect(desk.page.getByTestId('web-chat-note')).toContainText('https://shop.example/path')
  expect(await axeFindings(desk.page)).toEqual([])
  await desk.page.locator('#web-chat-origins').fill(site.origin())
  await desk.page.getByTestId('web-chat-form').getByRole('button', { name: /^(保存|Save)$/ }).click()
  await expect(desk.page.getByTestId('web-chat-note')).toContainText(/已保存|Saved/)
  expect(await axeFindings(desk.page)).toEqual([])
  site.snippet = await desk.page.getByTestId('web-chat-snippet-text').textContent() ?? ''
  await desk.page.keyboard.press('Escape')
  const { chat: chatUrl } = await desk.ready()
  expect(site.snippet).toContain(chatUrl.replace(/\/$/, ''))
  site.scripts = chatUrl

  const one = await customer(site.origin())
  const launcher = one.page.getByRole('button', { name: '打开在线客服' })
  const frame = one.page.frameLocator('iframe')
  await expect(launcher).toHaveCSS('background-color', 'rgb(255, 204, 0)')
  expect(await axeFindings(one.page)).toEqual([])
  expect(one.page.frames()).toHaveLength(1)
  await launcher.focus()
  await one.page.keyboard.press('Enter')
  await expect(frame.getByRole('textbox')).toBeFocused()
  expect((await one.page.context().cookies()).map(({ name, sameSite, secure, partitionKey }) => [name, sameSite, secure, partitionKey !== undefined])).toEqual([['deskmate_frame', 'None', true, true]])
  await say(frame, '框里说的话')
  await openConversation(desk, '框里说的话')
  await reply(desk, '收到')
  await expect(frame.getByRole('log')).toContainText('收到')
  // Nothing holds the keyboard: Escape leads back to the launcher, Tab goes on in the page.
  await frame.getByRole('textbox').press('Escape')
  await expect(launcher).toBeFocused()
  await expect(launcher).toHaveAttribute('aria-expanded', 'false')
  await one.page.keyboard.press('Shift+Tab')
  await expect(one.page.locator('#after')).toBeFocused()
  await reply(desk, '还有一句')
  const counted = one.page.getByRole('button', { name: '打开在线客服，1 条新消息' })
  await expect(counted).toBeVisible()
  await one.page.reload()
  await expect(counted).toBeVisible()
  await counted.click()
  await expect(frame.getByRole('log')).toContainText('还有一句')
  await expect(frame.getByRole('log')).toContainText('框里说的话')
  await frame.getByRole('button', { name: '收起聊天' }).click()
  await expect(launcher).toBeFocused()

  const stranger = await customer(site.origin('127.0.0.1'))
  await stranger.page.getByRole('button', { name: '打开在线客服' }).click()
  await expect.poll(() => stranger.page.frames()[1]?.url()).toMatch(/^chrome-error:/)
})

test('WC-12 without cookies and without storage in the frame the chat works all the same; words left with an address are a conversation; it fits a phone', async () => {
  const gateway = new TestGateway()
  await gateway.start()
  const door = new CookielessDoor(gateway.chatPort)
  const seat = await connectSeat(gateway, 'e2e')
  try {
    const chatUrl = await door.start()
    await seat.call('webChat.put', { settings: { ...PLAIN_WEB_CHAT, origins: [site.origin()], publicUrl: chatUrl } })
    site.scripts = chatUrl
    site.snippet = `<script src="${chatUrl}/embed.js" data-shop="demo" async></script>`
    site.language = 'fr'

    const one = await customer('about:blank', { language: 'fr-FR' })
    await one.page.context().addInitScript(() => {
      if (self === top) return
      for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } })
    })
    await one.page.setViewportSize({ width: 375, height: 667 })
    await one.page.goto(site.origin())
    const frame = one.page.frameLocator('iframe')
    await one.page.getByRole('button', { name: 'Open the chat' }).click()
    await expect(frame.getByText('Nobody is here right now.')).toBeVisible()
    expect(await one.page.context().cookies()).toEqual([])
    await frame.getByRole('button', { name: 'Leave your contact' }).click()
    await expect(frame.getByLabel('Your name')).toBeFocused()
    await frame.getByLabel('Your name').fill('Ann')
    await frame.getByLabel('How can we help?').fill('Left with an address')
    await frame.getByLabel('How can we help?').press('Tab')
    await frame.getByRole('button', { name: 'Send' }).last().click()
    await expect(frame.getByLabel(/^E-mail/)).toBeFocused()
    await frame.getByLabel(/^E-mail/).fill('ann@customer.example')
    await expect(frame.getByText('cannot answer by mail')).toBeVisible()
    await frame.getByRole('button', { name: 'Send' }).last().click()
    await expect(frame.getByRole('log')).toContainText('Left with an address')
    await expect(frame.getByText('We have your message. Please look here')).toBeVisible()
    const wide = await frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
    expect(wide).toBe(0)
    const { events } = await seat.call('pull', { after: 0, limit: 1000 })
    expect(events.flatMap(({ change }) => (change.type === 'note' ? [change.note.text] : []))).toEqual(['Ann · ann@customer.example'])

    // Asked to rate: Escape puts the question away and nothing else, and it is still to be had.
    const asked = events.flatMap(({ change }) => (change.type === 'message' && change.message.text === 'Left with an address' ? [change.message] : []))[0]
    if (asked === undefined) throw new Error('the message is not in the feed')
    const { conversationId } = asked
    await seat.call('send', { id: newId(), conversationId, text: 'Come back any time', attachments: [], author: { kind: 'agent', name: 'Amy' }, basedOnSeq: asked.seq })
    await seat.call('status', { id: newId(), conversationId, status: 'resolved', disposition: 'solved', name: 'Amy' })
    const question = frame.getByRole('region', { name: 'How did we do?' })
    await expect(question).toBeVisible()
    await question.getByRole('radio').first().press('Escape')
    await expect(question).toBeHidden()
    await expect(frame.getByRole('button', { name: 'Rate this chat' })).toBeFocused()
    await frame.getByRole('button', { name: 'Rate this chat' }).press('Enter')
    await expect(question.getByRole('radio').first()).toBeFocused()
    await question.getByRole('radio').nth(3).check()
    await question.getByRole('button', { name: 'Send' }).click()
    await expect(frame.getByRole('button', { name: 'Rated. Change it' })).toBeFocused()
    expect(await frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0)
  } finally {
    seat.close()
    await door.stop()
    await gateway.dispose()
  }
})

test('WC-13 the page in the frame is clean in both themes and languages, in a colour that was not made for words', async () => {
  const gateway = new TestGateway()
  await gateway.start()
  const seat = await connectSeat(gateway, 'e2e')
  try {
    const chatUrl = gateway.chatUrl.replace(/\/$/, '')
    const { page } = await customer('about:blank')
    await page.setViewportSize({ width: 360, height: 600 })
    for (const [theme, language] of [['light', 'zh'], ['dark', 'en']] as const) {
      await seat.call('webChat.put', { settings: { ...PLAIN_WEB_CHAT, look: { ...PLAIN_LOOK, theme, colour: '#ffcc00', title: { zh: '很长的店名'.repeat(6), en: 'A shop with quite a long name' } } } })
      await page.goto(`${chatUrl}/embed?lang=${language}`)
      const leave = page.getByRole('button', { name: /^(留下联系方式|Leave your contact)$/ })
      await expect(leave).toBeVisible()
      expect([theme, await axeFindings(page)]).toEqual([theme, []])
      await leave.click()
      expect([theme, await axeFindings(page)]).toEqual([theme, []])
    }
  } finally {
    seat.close()
    await gateway.dispose()
  }
})
