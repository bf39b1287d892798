import { DEMO_DAY, type DemoConversation } from '../../../src-shared/domain/demo-shop.ts'

/** The conversations that begin in the day's peak window, timed from the window's beginning as the player counts. */
export function peakOf(conversations: readonly DemoConversation[]): DemoConversation[] {
  const { from, to } = DEMO_DAY.peakWindow
  return conversations.filter(({ steps: [first] }) => first?.at !== undefined && first.at >= from && first.at <= to)
    .map((conversation) => ({
      ...conversation, steps: conversation.steps.map((step) => (step.at === undefined ? step : { ...step, at: step.at - from })),
    }))
}
