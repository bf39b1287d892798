import type { DeskLanguage } from '../../src-shared/domain/text.ts'
import type { CustomerRecords } from '../domain/copilot/records.ts'
import { matterOf } from '../domain/drafting/matter.ts'
import { phraseValues, type PhraseValues } from '../domain/phrases/values.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { Engine } from './context.ts'
import { draftInput } from './draft-input.ts'
import { stateOf } from './inbox.ts'
import { madePromises } from './made-promises.ts'
import { deskLanguage, storedSettings } from './settings.ts'
import { unknownConversation } from './thread.ts'

/** Messages of one conversation that are looked through for moods, and turns for the matter. */
const MOODS = 60
const TURNS = 12

export function recordOf(engine: Engine, conversationId: string): ConversationRecord {
  const record = engine.store.conversations.get(conversationId)
  if (!record) throw unknownConversation()
  return record
}

/** When the conversation was last resolved and stayed so; 0: never. What the copilot was asked before is closed. */
export const closedAt = (engine: Engine, conversationId: string): number => engine.store.resolutions.of(conversationId).at(-1)?.at ?? 0

/** The customer's conversations; of somebody unverified this one alone. */
function conversationsOf(engine: Engine, { conversation }: ConversationRecord): string[] {
  const { customerId, verification, id } = conversation
  return customerId !== null && verification !== 'none' ? engine.store.conversations.ofCustomer(customerId) : [id]
}

/** What this desk's records say of the customer; of somebody unverified no orders. */
export function readRecords(engine: Engine, record: ConversationRecord): CustomerRecords {
  const { store } = engine
  const { customerId, verification, id } = record.conversation
  const known = customerId !== null && verification !== 'none' ? customerId : null
  const ids = conversationsOf(engine, record)
  const began = store.cases.turns(id, closedAt(engine, id), Number.MAX_SAFE_INTEGER, 200)[0]?.at ?? record.conversation.createdAt
  const last = store.cases.lastOfCustomer(ids, began)
  return {
    customer: known ? store.shop.customer(known) : null,
    orders: known ? store.shop.orders(known).filter((order) => order.customerId === known).sort((a, b) => b.placedAt - a.placedAt) : [],
    conversations: ids.length,
    lastContact: last && { at: last.at, text: last.text, conversationId: last.conversationId, messageId: last.id },
    promises: madePromises(engine, ids), moods: ids.flatMap((one) => store.messages.moods(one, MOODS)).sort((a, b) => a.at - b.at),
  }
}

/** What the present conversation is about, for whoever looks for others like it. */
export interface Matter { words: string; topics: string[]; productIds: string[] }

export function presentMatter(engine: Engine, record: ConversationRecord, productIds: string[]): Matter {
  const state = stateOf(record)
  const turns = engine.store.messages.turns(record.conversation.id, Number.MAX_SAFE_INTEGER, TURNS).filter(({ role }) => role === 'customer')
  return { words: turns.slice(-3).map(({ text }) => text).join('\n'), topics: [...new Set([...(state.openTopic ? [state.openTopic] : []), ...state.topics])], productIds }
}

/** Topics of words that an agent typed, likeliest first, as triage reads a customer's. */
export function topicsIn(engine: Engine, words: string): string[] {
  return engine.triage({ text: words, at: engine.clock.now(), attachments: 0, history: [], products: engine.products() }).topics.map(({ label }) => label)
}

/** What goes into a reply of this conversation: its language, and the values of variables as quick phrases have them. */
export function replyPlace(engine: Engine, record: ConversationRecord): { language: DeskLanguage; values: Record<DeskLanguage, PhraseValues> } {
  const input = draftInput(engine, record.conversation.id)
  const speaker = { agentName: storedSettings(engine).agentName, shopName: engine.store.settings.read('shop', { name: { zh: '', en: '' } }).name }
  return {
    language: input ? (matterOf(input).language === 'zh' ? 'zh' : 'en') : deskLanguage(engine),
    values: { zh: phraseValues(input, speaker, 'zh'), en: phraseValues(input, speaker, 'en') },
  }
}
