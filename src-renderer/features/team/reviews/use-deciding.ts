import { useState } from 'react'
import { v7 as newId } from 'uuid'
import type { CallParams } from '../../../../src-shared/contract/calls.ts'
import type { ReviewItem } from '../../../../src-shared/contract/reviews.ts'
import { REVIEW_UNDO_MS } from '../../../../src-shared/domain/review.ts'
import { report } from '../../../app/do.ts'
import { toast } from '../../../app/screen.ts'
import { decideReview, undoReview } from '../../../bridge/reviews.ts'
import { useDesk } from '../../../bridge/hooks.ts'

type Decision = Omit<CallParams<'review.decide'>, 'id' | 'reviewId'>
const SAID = { approved: 'said.review-approved', edited: 'said.review-edited', rejected: 'said.review-rejected' } as const

/** Which review is on the screen, and what was said of the ones before: the next one stands there as soon as one is decided. */
export function useDeciding(open: readonly ReviewItem[]) {
  const desk = useDesk()
  const [chosen, choose] = useState<string | null>(null)
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const [last, setLast] = useState<{ id: string; until: number } | null>(null)
  const left = open.filter(({ review }) => !gone.has(review.id))
  const at = Math.max(0, left.findIndex(({ review }) => review.id === chosen))
  const item = left[at] ?? null
  const step = (by: 1 | -1): void => choose(left[Math.min(left.length - 1, Math.max(0, at + by))]?.review.id ?? null)
  const hide = (id: string, hidden: boolean): void => setGone((before) => {
    const after = new Set(before)
    if (hidden) after.add(id)
    else after.delete(id)
    return after
  })

  const decide = (decision: Decision): void => {
    if (!item) return
    const reviewId = item.review.id
    choose((left[at + 1] ?? left[at - 1])?.review.id ?? null)
    hide(reviewId, true)
    decideReview(desk, { ...decision, id: newId(), reviewId }).then(({ state, first }) => {
      const said = SAID[state as keyof typeof SAID]
      if (!first) return void toast('said.review-late')
      if (said) toast(said)
      setLast({ id: reviewId, until: Date.now() + REVIEW_UNDO_MS })
    }, (error: unknown) => {
      hide(reviewId, false)
      choose(reviewId)
      report(error)
    })
  }
  const undo = (): void => {
    if (!last) return
    const { id } = last
    setLast(null)
    undoReview(desk, id).then(({ undone }) => {
      if (!undone) return void toast('said.review-gone')
      hide(id, false)
      choose(id)
      toast('said.review-undone')
    }, report)
  }
  return { item, at, count: left.length, alike: item ? left.filter((other) => other !== item && other.review.why[0]?.rule === item.review.why[0]?.rule && other.review.subject.kind === item.review.subject.kind).length : 0, left, choose, step, decide, undo, last }
}
