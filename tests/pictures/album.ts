import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { axeFindings } from '../e2e/support/axe.ts'
import { expect, REPO } from '../e2e/support/app.ts'

/** Where the pictures lie. */
const FOLDER = join(REPO, 'out', 'pictures')

export const LANGUAGES = ['zh-CN', 'en-US'] as const
export type Language = (typeof LANGUAGES)[number]

/** In CSS pixels. */
export interface Size { width: number; height: number }
/** The smallest screen that the three panes are made for, and a large one. */
export const SIZES: readonly Size[] = [{ width: 1280, height: 800 }, { width: 1920, height: 1080 }]
const THEMES = ['light', 'dark'] as const

/** Gives a page its size. */
export type Resize = (size: Size) => Promise<unknown>

/** Resizes the window whose page has this in its address. */
export const windowOf = (app: ElectronApplication, part = ''): Resize => (size) => app.evaluate(({ BrowserWindow }, { part, size }) => {
  BrowserWindow.getAllWindows().find((each) => part === '' ? !each.webContents.getURL().includes('conversation=') : each.webContents.getURL().includes(part))
    ?.setContentSize(size.width, size.height)
}, { part, size })

/** Takes pictures of one page in one language: each size in each theme, with what axe finds there. */
export function albumOf(page: Page, language: Language, resize: Resize) {
  mkdirSync(FOLDER, { recursive: true })
  /** @param name of the picture, such as `desk-busy` */
  return async (name: string, sizes: readonly Size[] = SIZES): Promise<void> => {
    for (const size of sizes) {
      await resize(size)
      await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(size.width)
      for (const theme of THEMES) {
        await page.emulateMedia({ colorScheme: theme })
        await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toContain(theme)
        const file = `${name}.${language.slice(0, 2)}.${theme}.${size.width}.png`
        expect.soft(await axeFindings(page), file).toEqual([])
        await page.screenshot({ path: join(FOLDER, file), animations: 'disabled' })
      }
    }
  }
}
