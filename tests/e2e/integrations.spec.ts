import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { axeFindings } from './support/axe.ts'
import { expect, test, type Desk } from './support/app.ts'
import { live } from './support/desk.ts'

let erp: Server
let url: string
let status: number
let received: { id: unknown; type: string }[]
test.beforeEach(async () => {
  received = []
  status = 204
  erp = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => { body += chunk.toString() })
    request.on('end', () => {
      received.push({ id: request.headers['webhook-id'], type: (JSON.parse(body) as { type: string }).type })
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((done) => { erp.listen(0, '127.0.0.1', done) })
  url = `http://127.0.0.1:${(erp.address() as AddressInfo).port}/deskmate`
})
test.afterEach(async () => {
  erp.closeAllConnections()
  await new Promise((done) => { erp.close(done) })
})

async function clean(desk: Desk, name: string, ...themes: ('light' | 'dark')[]): Promise<void> {
  for (const theme of themes) {
    await desk.page.emulateMedia({ colorScheme: theme })
    await expect(desk.page.locator('html')).toHaveAttribute('data-theme', theme)
    expect.soft(await axeFindings(desk.page), `${name}, ${theme}`).toEqual([])
  }
}

for (const language of ['zh-CN', 'en-US']) {
  test(`HA-20 a key is made, copied, used and revoked, and a webhook added, tested and removed, by the page alone; axe finds nothing (${language}) (a key that nobody can take back)`, async ({ launch }) => {
    const desk = await launch({ args: [`--lang=${language}`] })
    await live(desk)
    const { page } = desk
    await page.keyboard.press('Control+Shift+KeyT')
    await page.locator('[role=tab][data-page=integrations]').click()
    await expect(page.getByTestId('keys-none')).toBeVisible()
    await clean(desk, 'nothing yet', 'light')

    await page.getByTestId('key-add').press('Enter')
    await expect(page.locator('#key-name')).toBeFocused()
    await page.keyboard.type('ERP')
    await expect(page.getByTestId('key-make')).toBeDisabled()
    await page.locator('input[value="tickets:read"]').press('Space')
    await clean(desk, 'a new key', 'dark')
    await page.locator('#key-name').press('Enter')
    await expect(page.getByTestId('once-copy')).toBeFocused()
    await page.keyboard.press('Enter')
    const key = await page.locator('#once').inputValue()
    expect(key).toMatch(/^dmk_[\w-]{43}$/)
    await expect.poll(() => desk.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(key)
    await clean(desk, 'the key, once', 'light')
    await page.getByTestId('once-done').press('Enter')
    await expect(page.getByTestId('key-add')).toBeFocused()
    const api = await page.locator('#api-url').inputValue()
    const ask = () => fetch(`${api}/tickets`, { headers: { authorization: `Bearer ${key}` } }).then((answer) => answer.status)
    expect(await ask()).toBe(200)
    await expect(page.getByTestId('keys')).not.toContainText(key)

    await page.getByTestId('webhook-add').press('Enter')
    await page.locator('#webhook-name').fill('ERP')
    await page.locator('#webhook-url').fill(url)
    await page.locator('#webhook-url').press('Enter')
    await expect(page.getByTestId('webhook-form').getByRole('alert')).toBeVisible()
    await page.getByRole('checkbox', { name: /自己的网络|our own network/ }).check()
    await clean(desk, 'a new webhook', 'dark')
    await page.getByTestId('webhook-save').press('Enter')
    await expect(page.locator('#once')).toHaveValue(/^whsec_/)
    await page.getByTestId('once-done').press('Enter')
    await expect(page.getByTestId('webhook-add')).toBeFocused()
    await page.getByTestId('webhook-test').press('Enter')
    await expect(page.getByTestId('webhook-said')).toContainText(/收到了|It arrived/)
    expect(received).toEqual([{ id: expect.stringMatching(/^evt_test_/), type: 'webhook.test' }])
    status = 500
    await page.getByTestId('webhook-test').press('Enter')
    await expect(page.getByTestId('webhook-said')).toContainText('500')
    await clean(desk, 'a webhook', 'light', 'dark')
    await page.getByTestId('webhook-remove').press('Enter')
    await page.keyboard.press('Escape')
    await expect(page.getByTestId('webhook-remove')).toBeFocused()
    await page.keyboard.press('Enter')
    await page.getByTestId('webhook-remove-yes').press('Enter')
    await expect(page.getByTestId('webhooks-none')).toBeVisible()
    await expect(page.getByTestId('webhook-add')).toBeFocused()

    await page.getByTestId('key-revoke').press('Enter')
    await clean(desk, 'asked first', 'dark')
    await page.getByTestId('key-revoke-yes').press('Enter')
    await expect(page.getByTestId('keys-none')).toBeVisible()
    await expect(page.getByTestId('key-add')).toBeFocused()
    expect(await ask()).toBe(401)
  })
}
