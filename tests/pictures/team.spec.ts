import { expect, test, type Desk } from '../e2e/support/app.ts'
import { TestGateway } from '../e2e/support/gateway.ts'
import { live } from '../e2e/support/desk.ts'
import { albumOf, LANGUAGES, windowOf } from './album.ts'
import { teamDay } from './team-day.ts'

const TABS = ['wall', 'reviews', 'tickets', 'people', 'channels', 'shops', 'record', 'me', 'figures'] as const
const SIZES = [{ width: 1280, height: 800 }, { width: 1024, height: 768 }]
/** Faster than people come, so that a wall is full soon. */
const SPEED = '60'

async function openTab({ page }: Desk, tab: (typeof TABS)[number]): Promise<void> {
  if (!await page.getByRole('tab').first().isVisible()) await page.keyboard.press('Control+Shift+KeyT')
  await page.locator(`[role=tab][data-page=${tab}]`).click()
  await expect(page.getByTestId(`team-${tab}`)).toBeVisible()
}

for (const language of LANGUAGES) {
  test(`the team's pages for whoever comes first (${language})`, async ({ launch }) => {
    const desk = await launch({ args: [`--lang=${language}`] })
    await live(desk)
    const take = albumOf(desk.page, language, windowOf(desk.app))
    for (const tab of TABS) {
      await openTab(desk, tab)
      await take(`team-empty-${tab}`, SIZES)
    }
  })

  test(`the team's pages at a busy hour (${language})`, async ({ launch }) => {
    const gateway = new TestGateway(SPEED)
    await gateway.start()
    try {
      const desk = await launch({ args: [`--lang=${language}`], env: { DESKMATE_GATEWAY_URL: gateway.seatUrl, DESKMATE_SEAT_TOKEN: gateway.token } })
      const { page } = desk
      await live(desk)
      const day = await teamDay(gateway, language)
      try {
        const take = albumOf(page, language, windowOf(desk.app))
        await openTab(desk, 'wall')
        await expect(page.getByTestId('seat-loads').getByRole('listitem')).toHaveCount(4)
        await expect(page.getByTestId('wall-line').filter({ hasText: '小雨' }).first()).toBeVisible()
        if (await page.getByTestId('wall-sort').isEnabled()) await page.getByTestId('wall-sort').click()
        await take('team-wall', SIZES)
        await openTab(desk, 'reviews')
        await expect(page.getByTestId('review')).toBeVisible()
        await take('team-reviews', SIZES)
        await openTab(desk, 'tickets')
        await page.getByTestId('tickets-all').click()
        await page.getByTestId('ticket').first().click()
        await expect(page.getByTestId('ticket-title')).toBeVisible()
        await take('team-tickets', SIZES)
        for (const tab of TABS.slice(3)) {
          await openTab(desk, tab)
          await take(`team-${tab}`, SIZES)
        }
        await openTab(desk, 'channels')
        await page.getByTestId('kind-email').click()
        await take('team-channel-form', SIZES)
        await openTab(desk, 'shops')
        await page.getByTestId('kind-doudian').click()
        await take('team-shop-form', SIZES)
      } finally {
        day.close()
      }
    } finally {
      await gateway.dispose()
    }
  })
}
