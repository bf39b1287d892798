import type { Translation } from '../../src-shared/contract/writing.ts'
import { survival } from '../domain/writing/figures.ts'
import { translatePrompt } from '../domain/writing/prompts.ts'
import { askModel } from './ask-model.ts'
import type { Engine } from './context.ts'
import { unknownMessage } from './correct-message.ts'
import { deskLanguage } from './settings.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'

/** From here on the language that triage heard is told to the endpoint. */
const SURE = 0.5
/** So many go to the endpoint at once: a conversation that is read in another language has many. */
const AT_ONCE = 2

async function translate(engine: Engine, messageId: string, to: 'zh' | 'en'): Promise<Translation> {
  const stored = engine.store.messages.get(messageId)
  if (!stored || stored.message.recalledAt !== undefined || stored.message.text.trim() === '') throw unknownMessage()
  const { text, at, conversationId } = stored.message
  const heard = stored.verdict?.language
  const from = heard && heard.confidence >= SURE ? heard.code : null
  const shop = engine.store.settings.read('shop', { name: { zh: '', en: '' } }).name[to]
  const answer = await askModel(engine, { id: messageId, conversationId, make: (masker) => translatePrompt(engine.writing.translate, { text, from, to, shop }, masker, at) })
  const made: Translation = { ...answer, language: to, ...survival({ text, language: from ?? '' }, { text: answer.text, language: to }, new Date(at).toISOString(), SHOP_TIME_ZONE) }
  engine.store.translations.keep(messageId, to, made)
  return made
}

/**
 * Customers' messages in the language of the screen. Each is asked for once and then kept; a few at a time, in the order in which
 * they were wished for. The original is never changed.
 */
export function createTranslator(engine: Engine): (messageId: string) => Promise<Translation> {
  const running = new Map<string, Promise<Translation>>()
  const waiting: (() => void)[] = []
  let busy = 0
  const turn = (): Promise<void> => {
    if (busy < AT_ONCE) {
      busy += 1
      return Promise.resolve()
    }
    return new Promise((resolve) => waiting.push(resolve))
  }
  const done = (): void => {
    const next = waiting.shift()
    if (next) next()
    else busy -= 1
  }
  return (messageId) => {
    const to = deskLanguage(engine)
    const kept = engine.store.translations.of(messageId, to)
    if (kept) return Promise.resolve(kept)
    const key = `${messageId} ${to}`
    const now = running.get(key)
    if (now) return now
    const made = turn().then(() => translate(engine, messageId, to).finally(done)).finally(() => running.delete(key))
    running.set(key, made)
    return made
  }
}
