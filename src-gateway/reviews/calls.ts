import type { REVIEW_SEAT_CALLS } from '../../src-shared/wire/seat-reviews.ts'
import type { Handlers } from '../answer.ts'
import type { Context } from '../context.ts'
import type { Actor } from '../seats/actor.ts'
import { askReview } from './ask.ts'
import { decideReview, undoReview, withdrawReview } from './decide.ts'

/** What a seat may call about reviews. */
export function reviewCalls({ store, clock }: Context, actor: Actor): Handlers<typeof REVIEW_SEAT_CALLS> {
  return {
    'review.ask': (request) => store.write((tx) => askReview(tx, clock.now(), actor, request)),
    'review.decide': (request) => store.write((tx) => decideReview(tx, clock.now(), actor, request)),
    'review.undo': (request) => store.write((tx) => undoReview(tx, clock.now(), actor, request)),
    'review.withdraw': (request) => store.write((tx) => withdrawReview(tx, clock.now(), actor, request)),
  }
}
