import type { Page } from '@playwright/test'

export interface TabStop {
  /** The part of the desk; `dialog` inside one. */
  region: 'top' | 'queue' | 'conversation' | 'context' | 'dialog' | 'elsewhere'
  /** What a screen reader would call it, roughly. */
  name: string
  /** Is it drawn differently from a thing without focus: an outline, or a frame around it? */
  visible: boolean
  /** For messages of failed tests. */
  html: string
}

/** More stops than any page has. */
const MOST = 120

/** Walks with Tab from the first place of the page, or of the open dialog, until it comes round. */
export async function tabStops(page: Page): Promise<TabStop[]> {
  await page.evaluate(() => {
    const root = document.querySelector('dialog[open]') ?? document.querySelector('.top')
    root?.querySelector<HTMLElement>('button, input')?.focus()
    document.activeElement?.setAttribute('data-tab-start', '')
  })
  const stops: TabStop[] = []
  for (let n = 0; n < MOST; n++) {
    stops.push(await page.evaluate(look))
    await page.keyboard.press('Tab')
    // Between the last stop and the first the focus may rest on the page itself, as it would on the browser's own bar.
    if (await page.evaluate(() => document.activeElement === document.body)) await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.hasAttribute('data-tab-start'))) break
  }
  await page.evaluate(() => document.querySelector('[data-tab-start]')?.removeAttribute('data-tab-start'))
  return stops
}

/** Runs in the page: it may use nothing from here. */
function look(): TabStop {
  const element = document.activeElement
  if (!(element instanceof HTMLElement)) return { region: 'elsewhere', name: '', visible: false, html: String(element) }
  const regions = ['dialog', 'top', 'queue', 'conversation', 'context'] as const
  const framed = (one: Element | null): boolean => {
    if (!one) return false
    const style = getComputedStyle(one)
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || (one.matches(':focus-within') && style.boxShadow !== 'none')
  }
  const field = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement ? element : null
  const label = [...(field?.labels ?? [])].map((each) => each.textContent).join(' ')
  return {
    region: regions.find((region) => element.closest(region === 'dialog' ? 'dialog[open]' : `.${region}`)) ?? 'elsewhere',
    name: (element.getAttribute('aria-label') ?? (element.innerText.trim() || label || element.title)).trim(),
    visible: [element, element.parentElement, element.parentElement?.parentElement ?? null, element.nextElementSibling].some(framed),
    html: element.outerHTML.slice(0, 160),
  }
}
