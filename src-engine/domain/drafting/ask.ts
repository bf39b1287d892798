import { plainly } from './answers/context.ts'
import { ORDER_ANSWERS } from './answers/index.ts'
import { needsOf, remember } from './dialogue/memory.ts'
import { matterOf } from './matter.ts'
import { isFull, TIME_ZONE } from './plan.ts'
import { sharedVars } from './local.ts'
import { speak } from './speak.ts'
import type { DraftInput, LocalDraft } from './types.ts'

/**
 * A draft for where there would be none: the order number, where that is not known yet, else that a colleague who knows is
 * asked. It states nothing. Kept apart from the drafter, since a desk shows "no source" to its agent instead.
 */
export function withNeed(made: LocalDraft, input: DraftInput): LocalDraft {
  const matter = matterOf(input)
  if (made.state === 'ready' || made.reason === 'spam' || !isFull(matter.language)) return made
  const known = needsOf(remember(input.history, input.orders, input.timeZone ?? TIME_ZONE, input.shownOrder), null).given
  const needsOrder = matter.topics.some((topic) => ORDER_ANSWERS[topic])
  const key = needsOrder && !matter.verified && !known.has('order_no') ? 'need.order' : made.reason === 'nothing-new' ? 'need.wait' : 'need.look'
  const spoken = speak([[plainly(key)]], matter.language, input.templates, input.history, sharedVars(input, matter))
  return spoken.text === '' ? made : { ...made, text: spoken.text, state: 'ready', reason: null }
}
