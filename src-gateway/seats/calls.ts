import { PROTOCOL_VERSION } from '../../src-shared/wire/protocol.ts'
import type { SeatCalls } from '../../src-shared/wire/seat.ts'
import type { Handlers } from '../answer.ts'
import { channelHandlers } from '../channels/calls.ts'
import type { DemoPlayer } from '../channels/demo/player.ts'
import type { Channels } from '../channels/host/channels.ts'
import type { Context, Typing } from '../context.ts'
import { shopHandlers } from '../commerce/shops/calls.ts'
import { changeStatus, pauseAutopilot, snooze } from '../desk-changes.ts'
import { changeFollowUp, makeFollowUp } from '../follow-ups.ts'
import { askLease } from '../leases.ts'
import { catchUpMode, snapshotPage } from '../log.ts'
import { writeNote } from '../notes.ts'
import { findOrders } from '../find-orders.ts'
import { markOrder } from '../order-marks.ts'
import { watchCustomer } from '../watch-customer.ts'
import { putPhrase, removePhrase } from '../phrases.ts'
import { putHold } from '../holds.ts'
import { noteSeat } from '../known-seats.ts'
import { peopleHandlers, type PeoplePort } from '../people/calls.ts'
import { noteSession } from '../people/sessions.ts'
import { policyHistory } from '../policies.ts'
import { putWorkflow, useWorkflow } from '../workflows.ts'
import { decideProposal, putOrPropose } from '../proposals.ts'
import { recallReply } from '../recall.ts'
import { noSuchDemo } from '../refusals.ts'
import { sendReply } from '../reply.ts'
import { ALONE, type Colleagues, routingSeatHandlers } from '../routing/calls.ts'
import { changeDisposition } from '../resolutions.ts'
import { outcomeCalls } from '../outcomes/calls.ts'
import { reviewCalls } from '../reviews/calls.ts'
import { putShopRules } from '../shop-rules/shop-rules.ts'
import { shiftCalls } from '../shifts/calls.ts'
import { campaignCalls } from '../campaigns/calls.ts'
import { incidentCalls } from '../incidents/calls.ts'
import { ticketCalls } from '../tickets/calls.ts'
import { integrationHandlers } from '../webhooks/calls.ts'
import type { Webhooks } from '../webhooks/webhooks.ts'
import type { Actor } from './actor.ts'
import type { LivePush } from './live-push.ts'
import { eventsFor, visibleTo } from './visible-to.ts'

/** What runs beside the store and answers to seats. */
export interface SeatParts { typing: Typing; demo: DemoPlayer | null; channels: Channels; webhooks: Webhooks; people: PeoplePort }

/** What one connected seat may call; each writing call is one transaction at one reading of the clock. */
export function seatHandlers(context: Context, { typing, demo, channels, webhooks, people }: SeatParts, actor: Actor, push: LivePush, colleagues: Colleagues = ALONE): Handlers<SeatCalls> {
  const { store, clock } = context
  const { seatId } = actor
  return {
    hello: async (seat) => {
      await noteSeat(store, seatId, clock.now())
      await noteSession(store, clock.now(), actor.sessionId)
      const { logId, head, mode } = await store.read((tx) => catchUpMode(tx, seat))
      return { protocol: PROTOCOL_VERSION, logId, head, mode, now: clock.now(), me: { accountId: actor.account.id, signedIn: actor.sessionId !== null } }
    },
    snapshot: async ({ page }) => {
      const { changes, ...rest } = await store.read((tx) => snapshotPage(tx, page))
      return { ...rest, changes: changes.map((change) => visibleTo(seatId, change)) }
    },
    pull: ({ after, limit }) => store.read(async (tx) => ({ events: eventsFor(seatId, await tx.eventsAfter(after, limit)), head: await tx.head() })),
    live: async () => {
      const head = await store.read((tx) => tx.head())
      push.start(head)
      return { head, demo: demo === null ? null : await demo.state() }
    },
    send: (reply) => store.write((tx) => sendReply(tx, clock.now(), seatId, reply)),
    recall: ({ id }) => store.write((tx) => recallReply(tx, clock.now(), seatId, id)),
    lease: ({ conversationId, want }) => store.write((tx) => askLease(tx, clock.now(), seatId, conversationId, want)),
    status: async (request) => ({ n: await store.write((tx) => changeStatus(tx, clock.now(), seatId, request)) }),
    disposition: async (request) => ({ n: await store.write((tx) => changeDisposition(tx, clock.now(), request)) }),
    snooze: async (request) => ({ n: await store.write((tx) => snooze(tx, clock.now(), request)) }),
    note: async (request) => ({ n: await store.write((tx) => writeNote(tx, clock.now(), seatId, request)) }),
    markOrder: async (request) => ({ n: await store.write((tx) => markOrder(tx, clock.now(), request)) }),
    followUp: (request) => store.write((tx) => makeFollowUp(tx, clock.now(), request)),
    changeFollowUp: (request) => store.write((tx) => changeFollowUp(tx, clock.now(), seatId, request)),
    perform: (request) => context.shops.perform(seatId, request, store),
    'policy.put': (request) => store.write((tx) => putOrPropose(tx, clock.now(), actor, request)),
    'policy.decide': (request) => store.write((tx) => decideProposal(tx, clock.now(), actor, request)),
    'workflow.put': (request) => store.write((tx) => putWorkflow(tx, clock.now(), seatId, request)),
    'workflow.use': (request) => store.write((tx) => useWorkflow(tx, clock.now(), seatId, request)),
    ...shopHandlers(context, context.shops),
    'autopilot.hold': async (request) => ({ n: await store.write((tx) => putHold(tx, clock.now(), seatId, request)) }),
    'customer.watch': async (request) => ({ n: await store.write((tx) => watchCustomer(tx, clock.now(), request)) }),
    'policy.history': ({ policyId }) => store.read((tx) => policyHistory(tx, policyId)),
    'case.act': (request) => context.shops.actOnCase(seatId, request, store),
    pauseAutopilot: async ({ paused }) => ({ n: await store.write((tx) => pauseAutopilot(tx, clock.now(), seatId, paused)) }),
    'phrase.put': (request) => store.write((tx) => putPhrase(tx, clock.now(), request)),
    'phrase.remove': (request) => store.write((tx) => removePhrase(tx, clock.now(), request)),
    'orders.find': ({ orderNos }) => store.read((tx) => findOrders(tx, orderNos)),
    ...channelHandlers(context, channels),
    ...integrationHandlers(context, actor, webhooks, channels),
    typing: async ({ conversationId }) => {
      typing.toCustomer(conversationId)
      colleagues.typing(conversationId)
      return {}
    },
    demo: async (action) => {
      if (demo === null) throw noSuchDemo()
      return demo.control(action)
    },
    ...peopleHandlers(context, actor, people),
    ...routingSeatHandlers(context, actor, colleagues),
    ...reviewCalls(context, actor),
    ...ticketCalls(context, actor),
    ...shiftCalls(context, actor),
    'shopRules.put': (request) => store.write((tx) => putShopRules(tx, clock.now(), actor, request)),
    ...incidentCalls(context, actor),
    ...campaignCalls(context, actor),
    ...outcomeCalls(context, actor),
  }
}
