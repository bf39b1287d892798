import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'

export interface Customer {
  page: Page
  /** Somebody else on the same machine: other cookies, other storage. Closed with the first. */
  another: () => Promise<Page>
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

let shared: Promise<Browser> | null = null

/** The browser of this worker; it ends with the worker. Customers do not share cookies or storage, so one program serves them all. */
async function ourBrowser(): Promise<Browser> {
  const known = await shared?.catch(() => null)
  if (known?.isConnected()) return known
  return shared = chromium.launch({
    executablePath: browserPath(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking', '--disable-component-update',
      '--disable-sync', '--no-first-run', '--no-default-browser-check',
    ],
  })
}

/** A customer with a real browser on the shop's chat page. @param language of the browser, BCP 47 */
export async function openCustomer(chatUrl: string, { language = 'zh-CN' } = {}): Promise<Customer> {
  const browser = await ourBrowser()
  const contexts: BrowserContext[] = []
  const another = async () => {
    const context = await browser.newContext({ locale: language })
    contexts.push(context)
    return context.newPage()
  }
  const close = async () => { for (const context of contexts) await context.close() }
  try {
    const page = await another()
    await page.goto(chatUrl)
    return { page, another, close }
  } catch (error) {
    await close()
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
