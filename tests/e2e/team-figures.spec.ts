import type { ToldCounts, ToldTopic } from '../../src-shared/domain/outcome-counts.ts'
import { SHOP_TIME_ZONE } from '../../src-shared/domain/shop-zone.ts'
import { calendarDay } from '../../src-shared/domain/wall.ts'
import { axeFindings } from './support/axe.ts'
import { expect, test } from './support/app.ts'
import { live } from './support/desk.ts'
import { TestGateway } from './support/gateway.ts'
import { connectSeat, type Caller, type Joinable } from './support/team.ts'

/** What a desk tells of one day: most drafts of parcels are taken, those of damage seldom, and one topic has few. */
const DAY: { [topic in ToldTopic]?: ToldCounts } = {
  where_is_order: { unchanged: 14, light: 6, heavy: 2, 'none-late': 1, 'edit-0': 14, 'edit-10': 6, 'edit-40': 2 },
  damaged: { unchanged: 2, heavy: 4, refused: 5, 'none-no-source': 3, 'edit-0': 2, 'edit-40': 4, 'edit-100': 5 },
  invoice_fix: { light: 2, unread: 1, 'edit-10': 2, 'edit-0': 1 },
}
const ALL: readonly number[] = Array.from({ length: 21 }, (_, n) => n + 1)

for (const language of ['zh-CN', 'en-US']) {
  test(`DF-13 two desks’ figures are withheld with the reason; with a third they are shown by topic, with bounds, day by day, for 7 and 28 days by keys; axe finds nothing (${language}) (an agent’s figures on the supervisor’s screen)`, async ({ launch }) => {
    const gateway = new TestGateway()
    await gateway.start()
    const place: Joinable = { seatUrl: gateway.seatUrl, token: gateway.token }
    const seats: Caller[] = []
    /** A desk that was here for three weeks, up to yesterday. */
    const worked = async (seatId: string) => {
      const seat = await connectSeat(place, seatId)
      seats.push(seat)
      await seat.call('outcomes.tell', { days: ALL.map((ago) => ({ day: calendarDay(Date.now(), SHOP_TIME_ZONE, -ago), topics: Object.entries(DAY).map(([topic, counts]) => ({ topic: topic as ToldTopic, counts })) })) })
    }
    try {
      const desk = await launch({ args: [`--lang=${language}`], env: { DESKMATE_GATEWAY_URL: gateway.seatUrl, DESKMATE_SEAT_TOKEN: gateway.token } })
      await live(desk)
      const { page } = desk
      const none = page.getByTestId('figures-none')
      const period = page.getByRole('radio')
      const clean = async (...themes: ('light' | 'dark')[]) => {
        for (const theme of themes) {
          await page.emulateMedia({ colorScheme: theme })
          await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
          expect.soft(await axeFindings(page), theme).toEqual([])
        }
      }
      await page.keyboard.press('Control+Shift+KeyT')
      await page.locator('[role=tab][data-page=figures]').click()
      await expect(none).toHaveAttribute('data-why', 'none')
      await clean('light')

      // Of one person they are that person's own, which are one key away.
      await worked('one')
      await period.nth(0).focus()
      await page.keyboard.press('ArrowRight')
      await expect(none).toHaveAttribute('data-why', 'one')
      await page.keyboard.press('Tab')
      await expect(page.getByTestId('figures-own')).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page.getByTestId('learning-drafts')).toContainText(/主管只能看到全队合计|a supervisor sees sums of the whole team/)
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+Shift+KeyT')
      await page.locator('[role=tab][data-page=figures]').click()

      await worked('two')
      await period.nth(0).focus()
      await page.keyboard.press('ArrowRight')
      await expect(none).toHaveAttribute('data-why', 'two')
      await expect(page.getByTestId('days')).toHaveCount(0)
      await clean('dark')

      await worked('three')
      await page.keyboard.press('ArrowLeft')
      await expect(period.nth(0)).toBeChecked()
      await expect(page.getByTestId('team-taken')).toContainText(/\d+.*\d+/)
      await expect(page.getByTestId('days').getByRole('listitem')).toHaveCount(7)
      const lines = page.locator('.outcome-table tbody tr')
      await expect(lines.first()).toContainText(/物流到哪了|Where is/)
      await expect(lines.first()).toContainText(/8\d[–～]9\d/)
      // Three replies a day of each: the topic is counted over three days at a time.
      await expect(lines).toHaveCount(3)
      await clean('light', 'dark')
      await period.nth(0).focus()
      await page.keyboard.press('ArrowRight')
      await expect(page.getByTestId('days').getByRole('listitem')).toHaveCount(21)
      await expect(period.nth(1)).toBeFocused()

      // Without the gateway it says so and keeps what was shown; asked again, the focus is where it was.
      await gateway.kill()
      await expect(page.getByTestId('truth')).toHaveAttribute('data-link', 'offline')
      await page.keyboard.press('ArrowLeft')
      await expect(page.getByTestId('team-figures').getByRole('alert')).toBeVisible()
      await expect(page.getByTestId('team-taken')).toBeVisible()
      await gateway.start()
      await live(desk)
      await page.getByTestId('team-figures').getByRole('alert').getByRole('button').press('Enter')
      await expect(page.getByTestId('team-figures').getByRole('alert')).toHaveCount(0)
      await expect(period.nth(0)).toBeFocused()
    } finally {
      for (const seat of seats) seat.close()
      await gateway.dispose()
    }
  })
}
