import { expect, type Desk } from './app.ts'

/** The queue's line of the conversation whose last words these are. */
export const row = (desk: Desk, text: string | RegExp) => desk.page.getByTestId('row').filter({ hasText: text })
export const composer = (desk: Desk) => desk.page.getByTestId('composer')

/** Opens a conversation by its last line and waits until its thread is painted. @param words something that stands in it */
export async function openConversation(desk: Desk, text: string | RegExp, words = text): Promise<void> {
  await row(desk, text).click()
  await expect(desk.page.getByTestId('thread').getByTestId('bubble').filter({ hasText: words })).toBeVisible()
}
export async function reply(desk: Desk, text: string): Promise<void> {
  await composer(desk).fill(text)
  await composer(desk).press('Control+Enter')
}
/** Opens the palette and types what is looked for. */
export async function search(desk: Desk, words: string): Promise<void> {
  if (!await desk.page.getByTestId('search').isVisible()) await desk.page.keyboard.press('Control+KeyK')
  await desk.page.getByTestId('search').fill(words)
}
/** Waits until the desk has caught up with its gateway. */
export const live = (desk: Desk) => expect(desk.page.getByTestId('truth')).toContainText(/在线|实时|已连接|live/i, { timeout: 30_000 })
/** After the desk moved on: the thread with these words is painted and keys are taken again, as a person sees before the next key. */
export async function arrived(desk: Desk, words: string | RegExp): Promise<void> {
  await expect(desk.page.getByTestId('thread').getByTestId('bubble').filter({ hasText: words }).first()).toBeVisible()
  await expect(desk.page.getByRole('main')).toHaveAttribute('aria-busy', 'false')
}
