import { z } from 'zod'
import { ApiKey } from '../../../src-shared/domain/integration.ts'
import { type Review, ReviewState } from '../../../src-shared/domain/review.ts'
import { Millis } from '../../../src-shared/domain/text.ts'
import { presentRows } from '../../routing/presence.ts'
import { allRoutings } from '../../routing/routing-state.ts'
import { tellEvents, ToldEvent } from '../../webhooks/told-events.ts'
import { toInfo } from '../keys.ts'
import { Next, pageOf, Paging, placeOf } from '../page.ts'
import { reading, type Route } from '../route.ts'
import { AuditView, reviewView, ReviewView, SeatView } from '../views.ts'

const Nothing = z.strictObject({})
const After = z.coerce.number().int().nonnegative().default(0)
const Limit = z.coerce.number().int().min(1).max(500).default(100)

export const WORK_ROUTES: readonly Route[] = [
  reading({ id: 'getKey', path: '/me', scope: null, summary: 'The key that asks', params: Nothing, query: Nothing, result: z.object({ key: ApiKey }), read: async (_tx, { key }) => ({ key: toInfo(key) }) }),
  reading({
    id: 'listReviews', path: '/reviews', scope: 'reviews:read', summary: 'What waits for a supervisor, or did', params: Nothing, query: z.strictObject({ state: ReviewState.optional(), ...Paging }),
    result: z.object({ reviews: z.array(ReviewView), next: Next }),
    async read(tx, { query: { state, cursor, limit } }) {
      const rows = (await tx.integrations.statesWhere('review', state === undefined ? null : { field: 'state', value: state }, placeOf(z.string(), cursor) ?? '', limit + 1)) as { review: Review }[]
      const { page, next } = pageOf(rows.map(({ review }) => review), limit, ({ id }) => id)
      return { reviews: page.map(reviewView), next }
    },
  }),
  reading({
    id: 'getQueue', path: '/queue', scope: 'queue:read', summary: 'How the queue stands now, and who is here', params: Nothing, query: Nothing,
    result: z.object({
      waiting: z.number().int().describe('Open conversations in which the customer has the last word.'), oldestWaitMs: z.number().int().nullable(), openReviews: z.number().int(),
      routed: z.object({ queued: z.number().int(), offered: z.number().int(), taken: z.number().int() }), seats: z.array(SeatView), at: Millis,
    }),
    async read(tx, { now }) {
      const { waiting, oldestWaitingAt, openReviews } = await tx.integrations.figures()
      const routings = await allRoutings(tx)
      const count = (state: string): number => routings.filter((one) => one.state === state).length
      const heldBy = (seatId: string): number => routings.filter(({ state, to }) => state === 'taken' && to?.id === seatId).length
      const seats = (await presentRows(tx, now)).map(({ name, state, seatId }) => ({ name, state, held: heldBy(seatId) }))
      return { waiting, oldestWaitMs: oldestWaitingAt === null ? null : Math.max(0, now - oldestWaitingAt), openReviews, routed: { queued: count('queued'), offered: count('offered'), taken: count('taken') }, seats, at: now }
    },
  }),
  reading({
    id: 'listEvents', path: '/events', scope: 'events:read', summary: 'What happened, in the order of the gateway\'s log',
    about: 'The same events, with the same ids, as webhooks tell. Go on with `after` = `cursor`; you have caught up when it equals `head`. Customers\' words go along where the key may read conversations too.',
    params: Nothing, query: z.strictObject({ after: After.describe('Number in the log after which to go on.'), limit: Limit.describe('So much of the log is looked through; fewer events may come of it.') }),
    result: z.object({ events: z.array(ToldEvent), cursor: z.number().int(), head: z.number().int() }),
    async read(tx, { key, query: { after, limit } }) {
      const log = await tx.eventsAfter(after, limit)
      return { events: await tellEvents(tx, log, key.scopes.includes('conversations:read')) as never, cursor: log.at(-1)?.n ?? after, head: await tx.head() }
    },
  }),
  reading({
    id: 'listAudit', path: '/audit', scope: 'audit:read', summary: 'The record of who did what, oldest first', about: '`hash` binds each line to the one before; docs/team.md tells how.',
    params: Nothing, query: z.strictObject({ after: After.describe('Only lines after this one.'), limit: Limit }), result: z.object({ entries: z.array(AuditView) }),
    read: async (tx, { query: { after, limit } }) => ({ entries: await tx.people.auditAfter(after, limit) }),
  }),
]
