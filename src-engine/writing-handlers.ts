import type { Written, WritingCalls } from '../src-shared/contract/writing.ts'
import type { Handlers } from './door.ts'
import { stopAsking } from './flows/ask-model.ts'
import { checkReply } from './flows/check-reply.ts'
import type { Engine } from './flows/context.ts'
import { createTranslator } from './flows/translate-message.ts'
import { writeWords } from './flows/write-words.ts'

/** What the window may ask for while an agent writes. */
export function writingHandlers(engine: Engine): Pick<Handlers, keyof WritingCalls> {
  const running = new Map<string, Promise<Written>>()
  const translate = createTranslator(engine)
  return {
    'writing.ask': (params) => {
      const now = running.get(params.id)
      if (now) return now
      const made = writeWords(engine, params).finally(() => running.delete(params.id))
      running.set(params.id, made)
      return made
    },
    'writing.stop': ({ id }) => {
      stopAsking(engine, id)
      return {}
    },
    'message.translate': ({ messageId }) => translate(messageId),
    'reply.check': (params) => checkReply(engine, params),
  }
}
