import { createHmac } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { axeFindings } from './support/axe.ts'
import { expect as soon, test, type Desk } from './support/app.ts'
import { live, openConversation } from './support/desk.ts'
import { TestGateway } from './support/gateway.ts'
import { connectSeat } from './support/team.ts'

/** A gateway, a desk and another system share one machine here: each has time. */
const expect = soon.configure({ timeout: 30_000 })
const SECRET = 'a-signing-secret-of-one-test'
let gateway: TestGateway
let hookUrl = ''

test.beforeEach(async () => {
  gateway = new TestGateway()
  await gateway.start()
  const seat = await connectSeat(gateway, 'seat-admin')
  await seat.call('channels.save', { id: newId(), kind: 'hook', name: 'CRM', values: { url: 'http://127.0.0.1:9/replies', secret: SECRET }, enabled: true })
  hookUrl = (await seat.call('channels.list', {})).connectors[0]?.hookUrl ?? ''
  seat.close()
})
test.afterEach(() => gateway.dispose())

/** Another system brings a message. @returns the status */
async function post(body: string): Promise<number> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = `sha256=${createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex')}`
  return (await fetch(hookUrl, { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-deskmate-timestamp': timestamp, 'x-deskmate-signature': signature } })).status
}

/** The person saves here, and answers a warning so; each warning is kept. */
const person = (desk: Desk, filePath: string, yes: boolean) => desk.app.evaluate(({ dialog, shell }, { filePath: to, yes: agrees }) => {
  const seen = globalThis as unknown as { warned: string[]; opened: number }
  seen.warned ??= []
  seen.opened ??= 0
  dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: to })
  dialog.showMessageBox = ((_window: unknown, options: { message: string }) => {
    seen.warned.push(options.message)
    return Promise.resolve({ response: agrees ? 1 : 0, checkboxChecked: false })
  }) as typeof dialog.showMessageBox
  shell.openPath = () => {
    seen.opened += 1
    return Promise.resolve('')
  }
}, { filePath, yes })
const seen = (desk: Desk) => desk.app.evaluate(() => {
  const { warned, opened } = globalThis as unknown as { warned: string[]; opened: number }
  return { warned: warned.length, opened }
})

test('CN-35 a file is saved by keys where the person says, one that could run only after a yes, none is opened, and saved once it is there without a line (a program that comes as an invoice)', async ({ launch, userData }) => {
  const desk = await launch({ args: ['--lang=zh-CN'], env: { DESKMATE_GATEWAY_URL: gateway.seatUrl, DESKMATE_SEAT_TOKEN: gateway.token } })
  const { page } = desk
  await live(desk)
  const paper = Buffer.from('%PDF-1.7 an invoice')
  const attachments = [['发票 2026-11.pdf', 'application/pdf', paper], ['invoice.pdf.exe', 'application/pdf', Buffer.from('MZ program')], ['later.txt', 'text/plain', Buffer.from('not fetched')]] as const
  const body = { id: 'm-1', thread: 't-1', sender: { id: 'c-1', name: '王芳' }, text: '请看附件', attachments: attachments.map(([name, type, bytes]) => ({ name, type, base64: bytes.toString('base64') })) }
  expect(await post(JSON.stringify(body))).toBe(200)
  await openConversation(desk, '请看附件')
  const file = (name: string) => page.getByTestId('message-file').filter({ hasText: name })
  await expect(file('later.txt')).toBeVisible()
  await expect(page.getByTestId('bubble').filter({ hasText: '请看附件' }).locator('.bubble-text')).toHaveText('请看附件')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeFindings(page)).toEqual([])
  }

  const to = join(userData, 'saved.pdf')
  await person(desk, to, false)
  await file('发票').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/已保存 发票|Saved 发票/)).toBeVisible()
  expect(readFileSync(to).equals(paper)).toBe(true)
  if (process.platform !== 'win32') expect(statSync(to).mode & 0o111).toBe(0)
  await expect(file('发票')).toBeFocused()

  const program = join(userData, 'program.exe')
  await person(desk, program, false)
  await file('invoice.pdf.exe').focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => seen(desk)).toEqual({ warned: 1, opened: 0 })
  await expect(file('invoice.pdf.exe')).toHaveAttribute('aria-busy', 'false')
  expect(existsSync(program)).toBe(false)
  await person(desk, program, true)
  await page.keyboard.press('Enter')
  await expect.poll(() => existsSync(program)).toBe(true)

  await gateway.kill()
  const again = join(userData, 'again.pdf')
  await person(desk, again, false)
  await file('发票').focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => existsSync(again)).toBe(true)
  await file('later.txt').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/还没取到这台电脑上|not on this computer yet/)).toBeVisible()
  expect(await seen(desk)).toEqual({ warned: 2, opened: 0 })
})
