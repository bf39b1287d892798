import { addCounts, TOLD_DAYS } from '../../src-shared/domain/outcome-counts.ts'
import { SHOP_TIME_ZONE } from '../../src-shared/domain/shop-zone.ts'
import { calendarDay } from '../../src-shared/domain/wall.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import { LOG_ID } from '../log.ts'
import type { Actor } from '../seats/actor.ts'
import type { TopicCounts } from '../store/outcomes.ts'
import type { WriteTx } from '../store/store.ts'

/** Keeps a seat's counts of whole days in place of what it told of them before; days that nobody may see any more are forgotten. */
export async function tellOutcomes(tx: WriteTx, now: number, { seatId, account }: Actor, { days }: SeatParams<'outcomes.tell'>): Promise<void> {
  const [first, today] = [calendarDay(now, SHOP_TIME_ZONE, -TOLD_DAYS), calendarDay(now, SHOP_TIME_ZONE)]
  const logId = await tx.meta(LOG_ID) ?? ''
  for (const { day, topics } of days) {
    if (day < first || day > today) continue
    const told: TopicCounts = {}
    for (const { topic, counts } of topics) told[topic] = addCounts([told[topic] ?? {}, counts])
    const key = { logId, seatId, accountId: account.id, day }
    await tx.outcomes.putToldDay({ ...key, told, summed: (await tx.outcomes.toldDay(key))?.summed ?? {} })
  }
  await tx.outcomes.forgetOutcomes(first)
}
