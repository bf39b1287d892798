import type { ModelPrompt } from './model-port.ts'
import type { Masker } from './masking/masker.ts'
import { matterOf, type Matter } from './matter.ts'
import { orderFacts, stamp } from './order-facts.ts'
import { TIME_ZONE } from './plan.ts'
import type { CitablePassage } from './tools.ts'
import type { DraftInput, Turn } from './types.ts'

export { parseCitations } from './citations.ts'
export { runTool, TOOLS, type CitablePassage, type ToolContext } from './tools.ts'

export const PROMPT_VERSION = 'draft.v1'
/** Turns that the model reads. */
const LAST_TURNS = 10
const LANGUAGE_NAMES: Record<string, string> = { zh: 'Simplified Chinese', en: 'English', es: 'Spanish', de: 'German', fr: 'French', ja: 'Japanese', vi: 'Vietnamese', ru: 'Russian', ar: 'Arabic' }
const MOODS = ['calm', 'uneasy', 'unhappy', 'angry']

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
    facts: factsText(input, matter, timeZone, masker),
    passages: input.passages.map((passage, index) => `[${index + 1}] ${masker.article(`${passage.title}\n${passage.text}`)}`).join('\n\n') || 'none',
  }
  // One pass, so that a value which looks like a placeholder stays a value.
  const system = promptText.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
  return { version: PROMPT_VERSION, system, messages: turns(input, masker) }
}

function factsText(input: DraftInput, matter: Matter, timeZone: string, masker: Masker): string {
  if (!matter.verified) return 'The customer is not verified. There are no facts about orders.'
  const orders = input.orders.filter((order) => order.customerId === input.customer?.id)
  return JSON.stringify({ verified: true, orders: masker.facts(orders.map((order) => orderFacts(order, { language: matter.language, timeZone }))) }, null, 1)
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
  turn.role === 'customer' ? `<customer_message>${text.replace(/</g, '\u2039').replace(/>/g, '\u203a')}</customer_message>` : text
