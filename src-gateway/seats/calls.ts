import { PROTOCOL_VERSION } from '../../src-shared/wire/protocol.ts'
import type { SeatCalls } from '../../src-shared/wire/seat.ts'
import type { Handlers } from '../answer.ts'
import type { Context, Typing } from '../context.ts'
import { changeStatus, pauseAutopilot } from '../desk-changes.ts'
import { askLease } from '../leases.ts'
import { catchUpMode, snapshotPage } from '../log.ts'
import { putPhrase, removePhrase } from '../phrases.ts'
import { sendReply } from '../reply.ts'
import type { LivePush } from './live-push.ts'

/** What one connected seat may call; each writing call is one transaction at one reading of the clock. */
export function seatHandlers(context: Context, typing: Typing, seatId: string, push: LivePush): Handlers<SeatCalls> {
  const { store, clock } = context
  return {
    hello: async (seat) => {
      const { logId, head, mode } = await store.read((tx) => catchUpMode(tx, seat))
      return { protocol: PROTOCOL_VERSION, logId, head, mode, now: clock.now() }
    },
    snapshot: ({ page }) => store.read((tx) => snapshotPage(tx, page)),
    pull: ({ after, limit }) => store.read(async (tx) => ({ events: await tx.eventsAfter(after, limit), head: await tx.head() })),
    live: async () => {
      const head = await store.read((tx) => tx.head())
      push.start(head)
      return { head }
    },
    send: (reply) => store.write((tx) => sendReply(tx, clock.now(), seatId, reply)),
    lease: ({ conversationId, want }) => store.write((tx) => askLease(tx, clock.now(), seatId, conversationId, want)),
    status: async (request) => ({ n: await store.write((tx) => changeStatus(tx, clock.now(), request)) }),
    pauseAutopilot: async ({ paused }) => ({ n: await store.write((tx) => pauseAutopilot(tx, clock.now(), seatId, paused)) }),
    'phrase.put': (request) => store.write((tx) => putPhrase(tx, clock.now(), request)),
    'phrase.remove': (request) => store.write((tx) => removePhrase(tx, clock.now(), request)),
    typing: async ({ conversationId }) => {
      typing.toCustomer(conversationId)
      return {}
    },
  }
}
