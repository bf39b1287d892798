import { expect, test } from 'vitest'
import { greetingId } from '../../../src-shared/domain/greeting-id.ts'
import { campaignCard, type Counted } from './card.ts'

test('CP-9 the card counts what was written: a greeting is no answer, a wait ends with the first real one (a median of zero because a machine said hello)', () => {
  const [a, b, c] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const says = (conversationId: string, by: Counted['by'], at: number, id: string = crypto.randomUUID()): Counted => ({ id, conversationId, by, at })
  const card = campaignCard([
    says(a, 'customer', 0), says(a, 'autopilot', 1, greetingId(a, c)), says(a, 'customer', 5), says(a, 'agent', 60),
    says(b, 'customer', 0), says(b, 'autopilot', 10), says(b, 'customer', 20),
    says(c, 'agent', 0),
  ], 7)
  expect(card).toEqual({ conversations: 2, customerMessages: 4, byPeople: 2, byAutopilot: 1, greeted: 1, resolved: 7, firstAnswerMedian: 10, firstAnswerP90: 60, unanswered: 1 })
  expect(campaignCard([], 0)).toMatchObject({ conversations: 0, firstAnswerMedian: null, firstAnswerP90: null })
})
