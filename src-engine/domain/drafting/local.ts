import { plainly } from './answers/context.ts'
import { hasOpenCase, isQuiet, parcelState, whereIsOrder } from './answers/logistics.ts'
import { chooseOrder } from './choose-order.ts'
import { matterOf, type Matter } from './matter.ts'
import { isFull, plan, TIME_ZONE } from './plan.ts'
import { speak, type Spoken } from './speak.ts'
import type { Bubble, DraftInput, LocalDraft, NoDraftReason } from './types.ts'

/**
 * Drafts a reply from order facts, released templates and customer articles alone; nothing is said that has no source.
 * Same input, same draft.
 */
export function draftLocally(input: DraftInput): LocalDraft {
  const matter = matterOf(input)
  if (matter.marks.has('spam_ad') && (matter.topics.length === 0 || !matter.verified)) return none(matter, 'spam')
  if (!input.templates.languages.has(matter.language)) return none(matter, 'language')
  const { bubbles, choice } = plan(input, matter)
  if (bubbles.length === 0) return none(matter, !isFull(matter.language) ? 'language' : input.openTopic !== null && matter.topics.length === 0 ? 'nothing-new' : 'no-source')
  const spoken = spokenOrAcknowledged(bubbles, input, matter)
  const order = { orderNo: choice?.order?.no ?? null, orderCertain: choice?.certain ?? false }
  if (spoken.matter) return ready(matter, spoken, order)
  if (!spoken.repeated && spoken.text === '') return none(matter, isFull(matter.language) ? 'no-source' : 'language')
  // All of the matter has been said; a customer who presses or is upset still deserves a word, if one is left.
  if (!matter.verified) return none(matter, 'nothing-new')
  if (!matter.acts.has('urge') && matter.emotion < 2 && !matter.asks) return none(matter, 'nothing-new')
  const [head = [], ...rest] = bubbles
  const tone = head.filter((line) => 'key' in line && line.key.includes('sorry'))
  const again = speak([[...tone, plainly('noNews')], ...rest.slice(-1)], matter.language, input.templates, input.history)
  return again.matter ? ready(matter, again, order) : none(matter, 'nothing-new')
}

/** A language that lacks the phrase for this case still has the one that says we look into it. */
function spokenOrAcknowledged(bubbles: readonly Bubble[], input: DraftInput, matter: Matter): Spoken {
  const spoken = speak(bubbles, matter.language, input.templates, input.history)
  return isFull(matter.language) || spoken.matter || spoken.repeated ? spoken : speak([[plainly('ack')]], matter.language, input.templates, input.history)
}

/** Topics that autopilot may answer with `routineReply`. */
export const ROUTINE_TOPICS: ReadonlySet<string> = new Set(['where_is_order', 'ship_when'])

/**
 * The answer to "where is my order" that may go out without a person: one order beyond doubt, every fact there, nothing
 * wrong with the parcel. null in every other case: not verified, several orders, no scan for three days, lost, returned,
 * shown as delivered, a passed promise, or no new word to say.
 */
export function routineReply(input: DraftInput): LocalDraft | null {
  const matter = matterOf(input)
  const [topic, ...others] = matter.topics
  if (!matter.verified || topic === undefined || others.length > 0 || !ROUTINE_TOPICS.has(topic) || !isFull(matter.language)) return null
  const orders = input.orders.filter((order) => order.customerId === input.customer?.id)
  const choice = chooseOrder({ text: matter.words, history: input.history, orders, topic, denied: matter.acts.has('deny_correct') })
  if (!choice.order || !choice.certain) return null
  if (hasOpenCase(choice.order)) return null
  const state = parcelState(choice.order, input.now)
  if (state !== 'moving' && state !== 'paid') return null
  if (state === 'moving' && isQuiet(choice.order, input.now)) return null
  const context = { input, matter, topic, choice, quote: null, language: matter.language, timeZone: input.timeZone ?? TIME_ZONE }
  const spoken = speak(whereIsOrder(context, choice.order), matter.language, input.templates, input.history)
  if (spoken.text === '' || spoken.repeated) return null
  return ready(matter, spoken, { orderNo: choice.order.no, orderCertain: true })
}

function ready(matter: Matter, spoken: Spoken, order: Pick<LocalDraft, 'orderNo' | 'orderCertain'>): LocalDraft {
  return { text: spoken.text, language: matter.language, citations: spoken.citations, factsUsed: spoken.factsUsed, ...order, state: 'ready', reason: null }
}

function none(matter: Matter, reason: NoDraftReason): LocalDraft {
  return { text: '', language: matter.language, citations: [], factsUsed: [], orderNo: null, orderCertain: false, state: 'none', reason }
}
