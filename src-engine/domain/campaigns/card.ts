import type { CampaignCard } from '../../../src-shared/contract/campaigns.ts'
import { isGreeting } from '../../../src-shared/domain/greeting-id.ts'

/** A message as far as it is counted; in the order of its conversation. */
export interface Counted { id: string; conversationId: string; by: 'customer' | 'agent' | 'autopilot' | 'system'; at: number }

/** The value that a part of them stays under; nearest rank. null: there are none. */
function quantile(values: readonly number[], part: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? null
}

/** Counts what was written in a span of time. @param messages all of that span, each conversation's oldest first */
export function campaignCard(messages: readonly Counted[], resolved: number): CampaignCard {
  const byConversation = grouped(messages)
  const card: CampaignCard = { conversations: 0, customerMessages: 0, byPeople: 0, byAutopilot: 0, greeted: 0, resolved, firstAnswerMedian: null, firstAnswerP90: null, unanswered: 0 }
  const waits: number[] = []
  for (const all of byConversation.values()) {
    const said = all.filter(({ id, conversationId }) => !isGreeting(id, conversationId))
    card.greeted += all.length - said.length
    card.byPeople += said.filter(({ by }) => by === 'agent').length
    card.byAutopilot += said.filter(({ by }) => by === 'autopilot').length
    const turns = said.filter(({ by }) => by !== 'system')
    const first = turns.findIndex(({ by }) => by === 'customer')
    if (first < 0) continue
    card.conversations += 1
    card.customerMessages += turns.filter(({ by }) => by === 'customer').length
    const answer = turns.slice(first).find(({ by }) => by !== 'customer')
    if (answer) waits.push(answer.at - (turns[first]?.at ?? answer.at))
    if (turns.at(-1)?.by === 'customer') card.unanswered += 1
  }
  return { ...card, firstAnswerMedian: quantile(waits, 0.5), firstAnswerP90: quantile(waits, 0.9) }
}

function grouped(messages: readonly Counted[]): Map<string, Counted[]> {
  const groups = new Map<string, Counted[]>()
  for (const message of messages) {
    const group = groups.get(message.conversationId)
    if (group) group.push(message)
    else groups.set(message.conversationId, [message])
  }
  return groups
}
