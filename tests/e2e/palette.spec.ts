import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Desk } from './support/app.ts'
import { openCustomer, say, type Customer } from './support/customer.ts'
import { arrived, composer, live, row, search } from './support/desk.ts'

/** The palette, the settings and keys of one's own, by keyboard alone, on the embedded gateway with the demo shop. */
let one: Customer | null = null
test.afterEach(async () => {
  await one?.close()
  one = null
})

async function withCustomer(desk: Desk, words: string): Promise<void> {
  const { chat } = await desk.ready()
  await live(desk)
  one = await openCustomer(chat)
  await say(one.page, words)
  await expect(row(desk, words)).toBeVisible()
}
const press = (desk: Desk, key: string) => desk.page.keyboard.press(key)
const root = (desk: Desk) => desk.page.locator('html')
/** Chooses what the words lead to in the palette. */
async function choose(desk: Desk, words: string): Promise<void> {
  await search(desk, words)
  await press(desk, 'Enter')
  await expect(desk.page.getByTestId('search')).toHaveCount(0)
}

test('Z-3 the last four digits of an order open the conversation of the customer whose order it is', async ({ launch }) => {
  const desk = await launch()
  // Number and phone together verify the customer, before the message is there.
  await withCustomer(desk, '订单2188340610072265，手机尾号0810，帮我看看')
  await press(desk, 'Control+KeyK')
  await desk.page.keyboard.type('2265')
  await expect(desk.page.locator('[data-testid=palette-line][data-kind=order]')).toContainText('2188340610072265')
  await press(desk, 'Enter')
  await arrived(desk, '帮我看看')
  await expect(composer(desk)).toBeFocused()
  await expect(desk.page.getByRole('complementary').getByText('2188340610072265').first()).toBeVisible()
})

test('Z-6 a key of one\'s own is recorded by pressing it, works at once, is told in the tooltip, and a taken one is named', async ({ launch }) => {
  const desk = await launch()
  await withCustomer(desk, '请问怎么开发票')
  await press(desk, 'Alt+KeyJ')
  await arrived(desk, '怎么开发票')
  await expect(composer(desk)).toBeFocused()
  await press(desk, 'Control+Comma')
  for (let i = 0; i < 4; i++) await press(desk, 'ArrowDown')
  const shortcut = desk.page.locator('[data-testid=shortcut][data-action=resolve]')
  await shortcut.getByTestId('shortcut-key').focus()
  await press(desk, 'Enter')
  await press(desk, 'Alt+KeyP')
  await expect(shortcut).toContainText(/Alt P (现在是|belongs to)/)
  await press(desk, 'Alt+KeyX')
  await expect(shortcut.getByTestId('shortcut-key')).toContainText('Alt X')
  await press(desk, 'Escape')
  await expect(composer(desk)).toBeFocused()
  await expect(desk.page.getByTestId('resolve')).toHaveAttribute('title', /Alt X$/)
  await press(desk, 'Alt+KeyE')
  await expect(desk.page.locator('.toast')).toHaveCount(0)
  await expect(composer(desk)).toBeFocused()
  await press(desk, 'Alt+KeyX')
  await expect(desk.page.locator('.toast')).toContainText(/已完结|Resolved/)
})

test('Z-16 theme and density by the palette alone, taken back by a key; palette, settings and help are clean for axe in both themes', async ({ launch }) => {
  const desk = await launch()
  await live(desk)
  const clean = async () => {
    const { violations } = await new AxeBuilder({ page: desk.page }).setLegacyMode(true).include('dialog').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
  }
  await choose(desk, 'compact')
  await expect(root(desk)).toHaveAttribute('data-density', 'compact')
  await press(desk, 'Alt+KeyZ')
  await expect(root(desk)).toHaveAttribute('data-density', 'comfortable')
  for (const theme of ['dark', 'light']) {
    await choose(desk, theme)
    await expect(root(desk)).toHaveAttribute('data-theme', theme)
    await search(desk, '>')
    await expect(desk.page.getByRole('dialog').getByRole('option').first()).toBeVisible()
    await clean()
    await press(desk, 'Escape')
    for (const section of ['model', 'autopilot', 'shortcuts']) {
      // The palette's own answer to the word is the page about autopilot.
      await choose(desk, section === 'autopilot' ? '>settings' : `>${section}`)
      await expect(desk.page.locator('.dialog[data-look=settings]')).toBeVisible()
      await desk.page.locator(`#settings-tab-${section}`).click()
      await clean()
      await press(desk, 'Escape')
    }
    await choose(desk, '>autopilot')
    await expect(desk.page.locator('.dialog[data-look=autopilot]')).toBeVisible()
    await clean()
    await press(desk, 'Escape')
    await desk.page.getByTestId('help').click()
    await clean()
    await press(desk, 'Escape')
  }
})

test('Z-18 a closer list and larger letters hold at once, behind the open settings: rows that keep their old places, or lines that run into each other', async ({ launch }) => {
  const desk = await launch()
  const { page } = desk
  await withCustomer(desk, '请问怎么开发票')
  const another = await openCustomer((await desk.ready()).chat)
  try {
    await say(another.page, '杯子能用洗碗机洗吗')
    await expect(page.getByTestId('row')).toHaveCount(2)
    const tops = () => page.getByTestId('row').evaluateAll((rows) => rows.map((each) => Math.round(new DOMMatrix(getComputedStyle(each).transform).m42)).sort((a, b) => a - b))
    const step = async () => tops().then(([first = 0, second = 0]) => second - first)
    await expect.poll(step).toBe(64)
    await press(desk, 'Control+Comma')
    await page.getByRole('tab').nth(1).click()
    await page.getByRole('radio', { name: /^(紧凑|Compact)$/ }).click()
    await expect.poll(step).toBe(48)
    await page.getByRole('radio', { name: '150 %' }).click()
    await expect.poll(step).toBe(72)
    const overlap = await page.getByTestId('row').first().evaluate((each) => {
      const [name, line] = [...each.querySelectorAll('.row-lines')].map((part) => part.getBoundingClientRect())
      return name && line ? name.bottom - line.top : Number.NaN
    })
    expect(overlap).toBeLessThanOrEqual(1)
  } finally {
    await another.close()
  }
})
