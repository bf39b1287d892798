import type { OUTCOME_SEAT_CALLS } from '../../src-shared/wire/seat-outcomes.ts'
import type { Handlers } from '../answer.ts'
import type { Context } from '../context.ts'
import type { Actor } from '../seats/actor.ts'
import { readOutcomes } from './read.ts'
import { tellOutcomes } from './tell.ts'

/** What a seat may call about what became of drafts. */
export function outcomeCalls({ store, clock }: Context, actor: Actor): Handlers<typeof OUTCOME_SEAT_CALLS> {
  return {
    'outcomes.tell': async (request) => {
      await store.write((tx) => tellOutcomes(tx, clock.now(), actor, request))
      return {}
    },
    'outcomes.read': (request) => store.write((tx) => readOutcomes(tx, clock.now(), request)),
  }
}
