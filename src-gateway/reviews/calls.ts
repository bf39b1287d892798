import type { REVIEW_SEAT_CALLS } from '../../src-shared/wire/seat-reviews.ts'
import type { Handlers } from '../answer.ts'
import type { Context } from '../context.ts'
import { authorise, type Actor } from '../seats/actor.ts'
import { askReview } from './ask.ts'
import { decideReview, undoReview, withdrawReview } from './decide.ts'

/** What a seat may call about reviews. */
export function reviewCalls({ store, clock }: Context, actor: Actor): Handlers<typeof REVIEW_SEAT_CALLS> {
  return {
    'review.ask': async (request) => {
      authorise(actor, 'answer')
      return store.write((tx) => askReview(tx, clock.now(), actor, request))
    },
    'review.decide': async (request) => {
      authorise(actor, 'lead')
      return store.write((tx) => decideReview(tx, clock.now(), actor, request))
    },
    'review.undo': async (request) => {
      authorise(actor, 'lead')
      return store.write((tx) => undoReview(tx, clock.now(), actor, request))
    },
    'review.withdraw': async (request) => {
      authorise(actor, 'answer')
      return store.write((tx) => withdrawReview(tx, clock.now(), actor, request))
    },
  }
}
