import type { Page } from '@playwright/test'
import { expect, type Desk } from './app.ts'

/** Puts words on the clipboard, as another program does. */
export const copyElsewhere = (desk: Desk, text: string) => desk.app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text)

export const onClipboard = (desk: Desk) => desk.app.evaluate(({ clipboard }) => clipboard.readText())

/** The panel's key cannot be pressed where no window manager runs: the same word comes by a second start of the program. */
const pressKey = (desk: Desk) => desk.app.evaluate(({ app }) => void app.emit('second-instance', {}, ['deskmate', '--side'], ''))

/** Presses the panel's key for the first time. @returns its window's page */
export async function openSide(desk: Desk): Promise<Page> {
  const [page] = await Promise.all([desk.app.waitForEvent('window'), pressKey(desk)])
  await expect(page.locator('.side')).toBeVisible()
  return page
}

/** Copies words in another program and presses the panel's key. */
export async function capture(desk: Desk, text: string): Promise<void> {
  await copyElsewhere(desk, text)
  await pressKey(desk)
}
