import { useQuery } from '@tanstack/react-query'
import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import { keys } from './cache.ts'
import type { Desk } from './desk.ts'
import { useDesk } from './hooks.ts'

/** What waits for a supervisor and what was decided lately; `undefined` until the engine has answered. */
export function useReviews(): CallResult<'reviews.list'> | undefined {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.team, 'reviews'], queryFn: () => desk.client.call('reviews.list', {}), staleTime: 0 }).data
}

export const decideReview = (desk: Desk, params: CallParams<'review.decide'>): Promise<CallResult<'review.decide'>> => desk.client.call('review.decide', params)
export const undoReview = (desk: Desk, reviewId: string): Promise<CallResult<'review.undo'>> => desk.client.call('review.undo', { reviewId })
export const sendApproved = (desk: Desk, reviewId: string): Promise<unknown> => desk.client.call('review.send', { reviewId })
export const withdrawReview = (desk: Desk, reviewId: string): Promise<unknown> => desk.client.call('review.withdraw', { reviewId })
export const readReview = (desk: Desk, reviewId: string): Promise<unknown> => desk.client.call('review.seen', { reviewId })
export const setReviewPolicy = (desk: Desk, policy: CallParams<'review.policy'>['policy']): Promise<CallResult<'review.policy'>> => desk.client.call('review.policy', { policy })
