import { plainly } from './answers/context.ts'
import { threatened } from './answers/fixed.ts'
import { hasOpenCase, isQuiet, parcelState, whereIsOrder } from './answers/logistics.ts'
import { chooseOrder } from './choose-order.ts'
import { matterOf, type Matter } from './matter.ts'
import { isFull, plan, TIME_ZONE } from './plan.ts'
import { longestBubble } from './bubbles.ts'
import { saidElsewhere, saidTo } from './repeats.ts'
import { replyBy } from './reply-by.ts'
import { sentences, speak, wasSaid, type Spoken } from './speak.ts'
import { inVoice, NO_VOICE } from './voice.ts'
import type { Bubble, DraftInput, LocalDraft, NoDraftReason } from './types.ts'

/**
 * Drafts a reply from order facts, released templates and customer articles alone; nothing is said that has no source.
 * Same input, same draft.
 */
export function draftLocally(input: DraftInput): LocalDraft {
  const matter = matterOf(input)
  if (matter.marks.has('spam_ad') && (matter.topics.length === 0 || !matter.verified)) return none(matter, 'spam')
  if (!input.templates.languages.has(matter.language)) return none(matter, 'language')
  const { bubbles, choice, manners } = plan(input, matter)
  if (bubbles.length === 0) return none(matter, !isFull(matter.language) ? 'language' : input.openTopic !== null && matter.topics.length === 0 ? 'nothing-new' : 'no-source')
  const spoken = spokenOrAcknowledged(bubbles, input, matter)
  const order = { orderNo: choice?.order?.no ?? null, orderCertain: choice?.certain ?? false, manners, input }
  if (spoken.matter) return ready(matter, spoken, order)
  if (!spoken.repeated && spoken.text === '') return none(matter, isFull(matter.language) ? 'no-source' : 'language')
  // All of the matter has been said; a customer who presses or is upset still deserves a word, if one is left.
  if (!matter.verified) return none(matter, 'nothing-new')
  if (!matter.acts.has('urge') && matter.emotion < 2 && !matter.asks) return none(matter, 'nothing-new')
  const [head = [], ...rest] = bubbles
  const tone = head.filter((line) => 'key' in line && line.key.includes('sorry'))
  const again = speak([[...tone, plainly('noNews')], ...rest.slice(-1)], matter.language, input.templates, input.history, sharedVars(input, matter))
  return again.matter ? ready(matter, again, order) : none(matter, 'nothing-new')
}

/** A language that lacks the phrase for this case still has the one that says we look into it. */
function spokenOrAcknowledged(bubbles: readonly Bubble[], input: DraftInput, matter: Matter): Spoken {
  const spoken = freshlySpoken(bubbles, input, matter.language, sharedVars(input, matter))
  return isFull(matter.language) || spoken.matter || spoken.repeated ? spoken : speak([[plainly('ack')]], matter.language, input.templates, input.history)
}

/**
 * In words that the customer has read from us in no conversation; where those would leave the matter out, in words that are
 * new in this matter: whoever asks again elsewhere or later is answered again.
 */
function freshlySpoken(bubbles: readonly Bubble[], input: DraftInput, language: string, shared: Readonly<Record<string, string>> = {}): Spoken {
  const elsewhere = saidElsewhere(input)
  const fresh = speak(bubbles, language, input.templates, input.history, shared, elsewhere)
  return elsewhere.length === 0 || fresh.matter ? fresh : speak(bubbles, language, input.templates, input.history, shared)
}

/** Topics that autopilot may answer with `routineReply`. */
export const ROUTINE_TOPICS: ReadonlySet<string> = new Set(['where_is_order', 'ship_when'])

/**
 * The answer to "where is my order" that may go out without a person: one order beyond doubt, every fact there, nothing
 * wrong with the parcel. null in every other case: not verified, several orders, no scan for three days, lost, returned,
 * shown as delivered, a passed promise, or no new word to say. In plain words: what is checked again before it goes must not
 * change with the shop's voice.
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
  // Facts are told again, whole, to who asks again in another conversation.
  const spoken = speak(whereIsOrder(context, choice.order), matter.language, input.templates, input.history)
  if (spoken.text === '' || spoken.repeated) return null
  return ready(matter, spoken, { orderNo: choice.order.no, orderCertain: true, manners: [], input: { ...input, voice: undefined } })
}

type Around = Pick<LocalDraft, 'orderNo' | 'orderCertain' | 'manners'> & { input: DraftInput }

function ready(matter: Matter, spoken: Spoken, { input, ...order }: Around): LocalDraft {
  const said = saidTo(input.history, saidElsewhere(input))
  const text = inVoice(spoken.text, input.voice ?? NO_VOICE, {
    language: matter.language, isHeavy: matter.emotion >= 2 || threatened(matter) || GRAVE.some((topic) => matter.topics.includes(topic)) || matter.marks.has('danger_person'),
    said: (sentence) => sentences(sentence).some((one) => wasSaid(one, said)), longest: longestBubble(matter.language),
  })
  return { text, language: matter.language, citations: spoken.citations, factsUsed: spoken.factsUsed, ...order, state: 'ready', reason: null }
}

/** Nothing cheerful stands beside these. */
const GRAVE = ['safety_incident', 'scam_check', 'damaged', 'quality_defect', 'parcel_lost', 'wrong_item', 'missing_item', 'service_complaint']

/** What any line may use: by when we answer, in words. */
export function sharedVars(input: DraftInput, matter: Pick<Matter, 'language'>): Record<string, string> {
  const by = input.hours ? replyBy(input.now, input.timeZone ?? TIME_ZONE, input.hours, matter.language) : null
  return by === null ? {} : { replyBy: by }
}

function none(matter: Matter, reason: NoDraftReason): LocalDraft {
  return { text: '', language: matter.language, citations: [], factsUsed: [], orderNo: null, orderCertain: false, manners: [], state: 'none', reason }
}
