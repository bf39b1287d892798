import { expect, test, type Desk } from './support/app.ts'
import { chat, openCustomer, say, type Customer } from './support/customer.ts'
import { arrived, composer, live, openConversation, row } from './support/desk.ts'

/** What a tired person's fingers do: keys held down, pressed twice, pressed too early. */
let customers: Customer[] = []
test.afterEach(async () => {
  for (const customer of customers) await customer.close()
  customers = []
})
async function customer(chatUrl: string, words: string): Promise<Customer> {
  const one = await openCustomer(chatUrl)
  customers.push(one)
  await say(one.page, words)
  return one
}
const press = (desk: Desk, key: string) => desk.page.keyboard.press(key)
/** A key that is held down: the press, then repeats of it. */
async function held(desk: Desk, key: string): Promise<void> {
  for (let n = 0; n < 5; n++) await desk.page.keyboard.down(key)
  await desk.page.keyboard.up(key)
}

test('W-50 W-51 a held Alt+E settles one customer, a held Tab stays in the field, and a key with nothing to do says so beside the composer (three customers were resolved by one press)', async ({ launch }) => {
  const desk = await launch()
  await live(desk)
  const { chat: url } = await desk.ready()
  for (const words of ['怎么开发票呀', '发票抬头怎么改']) await customer(url, words)
  for (const words of ['怎么开发票呀', '发票抬头怎么改']) await expect(row(desk, words)).toBeVisible()
  await openConversation(desk, '怎么开发票呀')

  await expect(desk.page.getByTestId('ghost')).not.toBeEmpty()
  await held(desk, 'Tab')
  await expect(composer(desk)).not.toHaveValue('')
  await expect(composer(desk)).toBeFocused()

  await desk.page.keyboard.down('Alt')
  await desk.page.keyboard.down('e')
  await arrived(desk, '发票抬头怎么改')
  await held(desk, 'e')
  await desk.page.keyboard.up('Alt')
  await expect(desk.page.locator('.toast').filter({ hasText: /没发的字|did not send/ })).toHaveCount(1)
  const [toasts, field] = await Promise.all([desk.page.locator('.toasts').boundingBox(), desk.page.locator('.composer').boundingBox()])
  expect((toasts?.x ?? 0) + (toasts?.width ?? 9999)).toBeLessThanOrEqual(field?.x ?? 0)
  await press(desk, 'Alt+KeyU')
  await expect(desk.page.locator('.toast').last()).toHaveText(/没有等着发出的自动回复|No automatic reply/)
  await arrived(desk, '发票抬头怎么改')
})

test('W-53 an early Enter takes the time that was typed and leads on to the next composer (the time before the last key was taken, and the next words were shortcuts)', async ({ launch }) => {
  const desk = await launch()
  await live(desk)
  const { chat: url } = await desk.ready()
  for (const words of ['发票抬头怎么改', '保修多久呢']) await customer(url, words)
  for (const words of ['发票抬头怎么改', '保修多久呢']) await expect(row(desk, words)).toBeVisible()
  await openConversation(desk, '发票抬头怎么改')

  await expect(composer(desk)).toBeFocused()
  await press(desk, 'Alt+KeyM')
  await expect(desk.page.getByTestId('snooze-time').first()).toBeVisible()
  await desk.page.keyboard.insertText('45分钟')
  await press(desk, 'Enter')
  await arrived(desk, '保修多久呢')
  await expect(composer(desk)).toBeFocused()
  await expect(row(desk, '发票抬头怎么改').getByTestId('row-snoozed')).not.toContainText('09:00')
})

test('W-54 W-52 words typed into a question, and a memo reached by keys and entered twice (letters became shortcuts, the memo was written twice)', async ({ launch }) => {
  const desk = await launch()
  await live(desk)
  const { chat: url } = await desk.ready()
  const one = await customer(url, '我的订单 2188340610072265 0810 想改地址')
  await openConversation(desk, '想改地址')
  await composer(desk).fill('好')
  await press(desk, 'Enter')
  await expect(desk.page.getByTestId('send-key-question')).toBeVisible()
  await desk.page.keyboard.type('hdzp')
  await expect(composer(desk)).toHaveValue('好hdzp')
  await expect(composer(desk)).toBeFocused()
  await expect(desk.page.getByTestId('send-key-question')).toHaveCount(0)
  await press(desk, 'Enter')
  await expect(desk.page.getByTestId('send-key-question')).toBeVisible()
  await press(desk, 'Escape')
  await expect(composer(desk)).toBeFocused()
  await press(desk, 'Control+Enter')
  await expect(chat(one.page)).toContainText('好hdzp')

  const card = desk.page.getByTestId('order').filter({ hasText: '2188340610072265' })
  await press(desk, 'Alt+KeyI')
  await expect(desk.page.locator('[data-focus="context"]')).toBeFocused()
  await press(desk, 'Escape')
  await expect(composer(desk)).toBeFocused()
  await press(desk, 'Alt+KeyI')
  await expect(desk.page.locator('[data-focus="context"]')).toBeFocused()
  for (let n = 0; n < 9 && !await card.getByTestId('memo-open').evaluate((button) => button === document.activeElement); n++) await press(desk, 'Tab')
  await press(desk, 'Enter')
  await desk.page.keyboard.type('周六送')
  await press(desk, 'Escape')
  await expect(card.getByTestId('memo-open')).toBeFocused()
  await press(desk, 'Enter')
  await expect(card.getByTestId('memo-field')).toHaveValue('周六送')
  // A message that comes must not draw the focus back into the memo.
  await composer(desk).focus()
  await say(one.page, '还在吗')
  await expect(desk.page.getByTestId('bubble').filter({ hasText: '还在吗' })).toBeVisible()
  await expect(composer(desk)).toBeFocused()
  await card.getByTestId('memo-field').focus()
  await press(desk, 'Enter')
  await press(desk, 'Enter')
  await press(desk, 'Escape')
  await expect(card.getByTestId('memo')).toHaveText(/^周六送 \([^()]*\)$/)
})

test('W-59 the first letter after Alt+N stands in the note, and a conversation\'s own window knows its keys (the letter went into the reply to the customer, and the keys did nothing)', async ({ launch }) => {
  const desk = await launch()
  await live(desk)
  const { chat: url } = await desk.ready()
  await customer(url, '怎么开发票呀')
  await openConversation(desk, '怎么开发票呀')
  await expect(composer(desk)).toBeFocused()
  await press(desk, 'Alt+KeyN')
  await desk.page.keyboard.type('kehu')
  await expect(desk.page.getByTestId('note-field')).toHaveValue('kehu')
  await press(desk, 'Enter')
  await desk.page.keyboard.type('hd')
  await expect(composer(desk)).toHaveValue('hd')
  await expect(desk.page.getByTestId('note')).toContainText('kehu')

  const [own] = await Promise.all([desk.app.waitForEvent('window'), press(desk, 'Control+Shift+KeyO')])
  await expect(own.getByTestId('composer')).toHaveValue('hd')
  await own.getByTestId('composer').focus()
  await own.keyboard.press('Alt+KeyM')
  await expect(own.getByTestId('snooze-typed')).toBeFocused()
  await own.keyboard.press('Escape')
  await expect(own.getByTestId('composer')).toBeFocused()
  await own.keyboard.press('Control+KeyK')
  await expect(own.locator('.toast')).toHaveText(/工作台|desk/)
  const [toast, field] = await Promise.all([own.locator('.toasts').boundingBox(), own.getByTestId('composer').boundingBox()])
  expect((toast?.y ?? 0) + (toast?.height ?? 9999)).toBeLessThanOrEqual(field?.y ?? 0)
})

test('W-55 a part over the desk that cannot be drawn leaves the desk as it is (the whole window went blank, with the words in it)', async ({ launch }) => {
  const desk = await launch()
  await live(desk)
  await desk.page.evaluate(() => { HTMLDialogElement.prototype.showModal = () => { throw new Error('planted') } })
  await press(desk, 'Control+KeyK')
  await expect(desk.page.getByRole('alert')).toBeVisible()
  await expect(desk.page.getByTestId('truth')).toBeVisible()
  await desk.page.getByRole('alert').getByRole('button').click()
  await expect(desk.page.getByRole('alert')).toHaveCount(0)
})
