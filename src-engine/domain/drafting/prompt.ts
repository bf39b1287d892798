import type { Manner } from '../../../src-shared/domain/manner.ts'
import type { ModelPrompt } from './model-port.ts'
import type { Masker } from './masking/masker.ts'
import { needsOf, remember } from './dialogue/memory.ts'
import { summarise, summaryText } from './dialogue/summary.ts'
import { productFacts, productsMeant } from './goods-facts.ts'
import { allowedText, rememberedText } from './known-facts.ts'
import { mannersFor, mannerText } from './manner.ts'
import { matterOf, type Matter } from './matter.ts'
import { replyBy } from './reply-by.ts'
import { NO_VOICE, voiceText } from './voice.ts'
import { orderFacts, stamp } from './order-facts.ts'
import { TIME_ZONE } from './plan.ts'
import type { CitablePassage } from './tools.ts'
import type { DraftInput, Turn } from './types.ts'

export { parseCitations } from './citations.ts'
export { runTool, TOOLS, type CitablePassage, type ToolContext } from './tools.ts'

export const PROMPT_VERSION = 'draft.v3'
/** Before an incident's words, which come unasked. */
const HOLDS_NOW = '(an incident that touches this customer now: tell it unless it was told, promise nothing beyond it) '
/** Turns that the model reads. */
const LAST_TURNS = 10
const LANGUAGE_NAMES: Record<string, string> = { zh: 'Simplified Chinese', en: 'English', es: 'Spanish', de: 'German', fr: 'French', ja: 'Japanese', vi: 'Vietnamese', ru: 'Russian', ar: 'Arabic' }
const MOODS = ['calm', 'uneasy', 'unhappy', 'angry']

/** The rules about this customer that a model is told. */
export const toldManners = (input: DraftInput, matter: Matter): Manner[] =>
  mannersFor(matter.verified ? input.customer : null, input.orders, input.shownOrder ?? null, matter.language)

/**
 * Fills the prompt file with this customer's facts and the passages, and adds the last turns, all of it through the masker.
 * Of a customer who is not verified there are no order facts.
 */
export function buildPrompt(input: DraftInput & { passages: readonly CitablePassage[] }, promptText: string, masker: Masker): ModelPrompt {
  const matter = matterOf(input)
  const timeZone = input.timeZone ?? TIME_ZONE
  const values: Record<string, string> = {
    shop: matter.language === 'zh' ? input.shopName.zh : input.shopName.en,
    language: LANGUAGE_NAMES[matter.language] ?? `the language of the customer (ISO 639-1: ${matter.language})`,
    now: `${stamp(input.now, timeZone)} (${timeZone})`,
    topics: matter.topics.join(', ') || 'none',
    mood: MOODS[matter.emotion] ?? 'calm',
    voice: voiceText(input.voice ?? NO_VOICE), promise: promiseText(input, matter, timeZone),
    manner: mannerText(toldManners(input, matter)),
    ...soFar(input, matter, timeZone, masker),
    allowed: allowedText(input.allowed, matter.language), remembered: rememberedText(input, matter, timeZone, masker),
    facts: factsText(input, matter, timeZone, masker),
    passages: input.passages.map((passage, index) => `[${index + 1}] ${passage.kind === 'incident' ? HOLDS_NOW : ''}${masker.article(`${passage.title}\n${passage.text}`)}`).join('\n\n') || 'none',
  }
  // One pass, so that a value which looks like a placeholder stays a value.
  const system = promptText.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
  return { version: PROMPT_VERSION, system, messages: turns(input, masker) }
}

const promiseText = (input: DraftInput, matter: Matter, timeZone: string): string => {
  const by = input.hours ? replyBy(input.now, timeZone, input.hours, matter.language) : null
  return by === null ? 'nobody else gave stays unsaid' : `is ours: an answer ${by}`
}

/** What the turns that the model does not read hold, and what need not be asked for, in extracts. */
function soFar(input: DraftInput, matter: Matter, timeZone: string, masker: Masker): { summary: string; known: string } {
  const own = input.orders.filter((order) => matter.verified && order.customerId === input.customer?.id)
  const memory = remember(input.history, own, timeZone, input.shownOrder)
  const { given } = needsOf(memory, memory.focus.order?.no ?? null)
  const lines = input.history.length > LAST_TURNS ? summaryText(summarise(memory, matter.language)) : ''
  const whole = input.earlier?.length ? 'An earlier matter of this conversation has ended and is left out; nothing in it is asked now. All of the new one follows.' : 'The whole conversation follows.'
  return { summary: lines === '' ? whole : unframed(masker.said(lines, input.now, null)), known: [...given].join(', ') || 'nothing' }
}

function factsText(input: DraftInput, matter: Matter, timeZone: string, masker: Masker): string {
  const products = masker.articles(productsMeant(input, matter).map((product) => productFacts(product, input, matter)))
  const goods = products.length > 0 ? { products } : {}
  if (!matter.verified) return ['The customer is not verified. There are no facts about orders.', ...(products.length > 0 ? [JSON.stringify(goods, null, 1)] : [])].join('\n')
  const orders = input.orders.filter((order) => order.customerId === input.customer?.id)
  return JSON.stringify({ verified: true, orders: masker.facts(orders.map((order) => orderFacts(order, { language: matter.language, timeZone }))), ...goods }, null, 1)
}

/** User and assistant in turn, as strict servers want it, beginning and ending with the customer. */
function turns(input: DraftInput, masker: Masker): ModelPrompt['messages'] {
  const messages: ModelPrompt['messages'] = []
  let ours: string | null = null
  for (const turn of input.history.slice(-LAST_TURNS)) {
    const content = written(turn, masker.said(turn.text, turn.at, ours))
    if (turn.role !== 'customer') ours = turn.text
    const role = turn.role === 'customer' ? 'user' : 'assistant'
    const before = messages.at(-1)
    if (before?.role === role) before.content += `\n${content}`
    else messages.push({ role, content })
  }
  if (messages[0]?.role === 'assistant') messages.unshift({ role: 'user', content: '(earlier messages left out)' })
  if (messages.at(-1)?.role !== 'user') messages.push({ role: 'user', content: '(the customer waits; draft the next reply)' })
  return messages
}

/** Angle brackets of the customer become look-alikes, so that the frame cannot be closed from inside. */
const written = (turn: Turn, text: string): string =>
  turn.role === 'customer' ? `<customer_message>${unframed(text)}</customer_message>` : text
const unframed = (text: string): string => text.replace(/</g, '\u2039').replace(/>/g, '\u203a')
