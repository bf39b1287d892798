import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractText } from 'unpdf'
import { axeFindings } from './support/axe.ts'
import { expect, test, type Desk } from './support/app.ts'
import { live } from './support/desk.ts'
import { TestGateway } from './support/gateway.ts'

/** After-sale cases by keyboard, in the real desk at a real gateway, with the PDF that leaves the shop. */
let gateway: TestGateway

test.beforeEach(async () => {
  gateway = new TestGateway()
  await gateway.start()
})
test.afterEach(() => gateway.dispose())

const press = (desk: Desk, key: string) => desk.page.keyboard.press(key)
const line = (desk: Desk, no: string) => desk.page.locator(`[data-testid=case-row][data-no="${no}"]`)
const shown = (desk: Desk, no: string) => expect(desk.page.locator(`[data-testid=case-page][data-no="${no}"]`)).toBeVisible()

/** The person always saves here. */
const savesAt = (desk: Desk, path: string) => desk.app.evaluate(({ dialog }, filePath) => { dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath }) }, path)

test('CS-12 cases are opened, approved with a way back, refused with a reason and proof, and printed, by keyboard alone (a step without its reason, or a PDF that nobody can search)', async ({ launch, userData }) => {
  const desk = await launch({ env: { DESKMATE_GATEWAY_URL: gateway.seatUrl, DESKMATE_SEAT_TOKEN: gateway.token } })
  await live(desk)
  await press(desk, 'Control+Shift+KeyS')
  await expect(line(desk, 'DY7710093321')).toBeVisible()
  await expect(line(desk, 'DY7710093321').getByTestId('case-clock')).toHaveAttribute('data-tone', 'late')
  await shown(desk, 'DY7710093321')
  expect(await axeFindings(desk.page)).toEqual([])

  await press(desk, 'j')
  await shown(desk, 'TB20261128-0107')
  await press(desk, 'a')
  // On to the next by its deadline, and back again: nothing has left yet.
  await shown(desk, 'PDD-88210436')
  await press(desk, 'Alt+KeyZ')
  await shown(desk, 'TB20261128-0107')
  await expect(line(desk, 'TB20261128-0107')).toHaveAttribute('data-section', 'ours')
  await press(desk, 'a')
  await shown(desk, 'PDD-88210436')
  await expect(line(desk, 'TB20261128-0107')).toHaveAttribute('data-section', 'over', { timeout: 20_000 })

  await press(desk, 'x')
  await press(desk, 'Control+Enter')
  await expect(desk.page.getByRole('alert')).toBeVisible()
  await press(desk, 'ArrowDown')
  await press(desk, 'Tab')
  await press(desk, 'Space')
  expect(await axeFindings(desk.page)).toEqual([])
  await press(desk, 'Control+Enter')
  await expect(desk.page.locator('[data-testid=case-page][data-no="PDD-88210436"]')).toHaveCount(0)

  await line(desk, 'WEB-1043').click()
  await shown(desk, 'WEB-1043')
  // The insurer has paid all of it: nobody can pay it again.
  await expect(desk.page.getByTestId('case-page').locator('button[data-kind=primary]')).toBeDisabled()
  const file = join(userData, 'evidence.pdf')
  await savesAt(desk, file)
  await press(desk, 'e')
  await expect.poll(() => existsSync(file) && readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  await expect.poll(async () => (await extractText(new Uint8Array(readFileSync(file)), { mergePages: true })).text.replaceAll(/\s/gu, '')).toContain('2188340152236478')

  await expect(line(desk, 'PDD-88210436')).toHaveAttribute('data-section', 'over', { timeout: 20_000 })
  await press(desk, 'Control+Shift+KeyS')
  await expect(desk.page.getByTestId('case-page')).toHaveCount(0)
})
