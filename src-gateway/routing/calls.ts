import type { ROUTING_SEAT_CALLS } from '../../src-shared/wire/seat-routing.ts'
import type { Handlers } from '../answer.ts'
import type { Context } from '../context.ts'
import { type Actor, authorise } from '../seats/actor.ts'
import { noteUnderstood } from './keep-routing.ts'
import { tellPresence } from './presence.ts'
import { readStaff } from './staff.ts'
import { answerOffer, takeOver, transfer, withdraw } from './transfer.ts'
import { whisper } from './whisper.ts'

/** What a seat's socket gives beside the log. */
export interface Colleagues {
  /** Names the connection, so that an old one's end does not speak for a newer one. */
  connection: string
  /** Somebody's presence may have changed. */
  changed(): void
  /** This seat types to a customer: the other live seats may know. */
  typing(conversationId: string): void
}

/** A seat that has none. */
export const ALONE: Colleagues = { connection: '', changed: () => undefined, typing: () => undefined }

/** Who is here, and whose a conversation is. */
export function routingSeatHandlers({ store, clock }: Context, actor: Actor, colleagues: Colleagues): Handlers<typeof ROUTING_SEAT_CALLS> {
  return {
    'presence.tell': async (request) => {
      authorise(actor, 'see')
      await store.write((tx) => tellPresence(tx, clock.now(), actor, colleagues.connection, request))
      colleagues.changed()
      return { seats: (await store.read((tx) => readStaff(tx, clock.now()))).seats }
    },
    'routing.note': async (request) => {
      authorise(actor, 'answer')
      return { n: await store.write((tx) => noteUnderstood(tx, clock.now(), request)) }
    },
    'routing.transfer': (request) => store.write((tx) => transfer(tx, clock.now(), actor, request)),
    'routing.answer': (request) => store.write((tx) => answerOffer(tx, clock.now(), actor, request)),
    'routing.withdraw': (request) => store.write((tx) => withdraw(tx, clock.now(), actor, request)),
    'routing.takeOver': (request) => store.write((tx) => takeOver(tx, clock.now(), actor, request)),
    whisper: async (request) => ({ n: await store.write((tx) => whisper(tx, clock.now(), actor, request)) }),
  }
}
