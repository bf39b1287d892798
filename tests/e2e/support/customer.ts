import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'

export interface Customer {
  page: Page
  browser: Browser
  close: () => Promise<void>
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** A browser that is on this machine. */
function browserPath(): string {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin']
  const found = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path))
  if (!found) throw new Error('the customer needs a browser: install the package chromium')
  return found
}

/** A customer with a real browser of their own on the shop's chat page. @param language of the browser, BCP 47 */
export async function openCustomer(chatUrl: string, { language = 'zh-CN' } = {}): Promise<Customer> {
  const browser = await chromium.launch({
    executablePath: browserPath(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking', '--disable-component-update',
      '--disable-sync', '--no-first-run', '--no-default-browser-check',
    ],
  })
  try {
    const page = await (await browser.newContext({ locale: language })).newPage()
    await page.goto(chatUrl)
    return { page, browser, close: () => browser.close() }
  } catch (error) {
    await browser.close()
    throw error
  }
}

/** The customer writes a message and sends it. */
export async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox').first().fill(text)
  await page.getByRole('textbox').first().press('Enter')
}

/** The conversation as the customer sees it. */
export const chat = (page: Page) => page.getByRole('log')
