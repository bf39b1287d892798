import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import { matterOf } from '../domain/drafting/matter.ts'
import { ownLanguage } from '../domain/writing/local/index.ts'
import { checkTone } from '../domain/writing/tone/index.ts'
import type { Engine } from './context.ts'
import { draftInput } from './draft-input.ts'
import { guardWords } from './guard-words.ts'
import { deskLanguage } from './settings.ts'

/** Guard and tone on words that an agent typed, in reading order. Where both speak of the same words the guard does. */
export function checkReply(engine: Engine, { conversationId, text }: CallParams<'reply.check'>): CallResult<'reply.check'> {
  const input = draftInput(engine, conversationId)
  const language = ownLanguage(text) ?? (input ? matterOf(input).language : deskLanguage(engine))
  const customers = input ? matterOf(input).language : language
  const guarded = guardWords(engine, input, text, customers)
  const tone = checkTone(text, { language, asked: input?.history.at(-1)?.role === 'customer', name: input?.customer?.name ?? input?.conversation.displayName ?? '' })
  const advice = tone.filter((one) => one.kind === 'tone-long' || !guarded.some((other) => other.start < one.end && one.start < other.end))
  return { findings: [...guarded, ...advice].sort((a, b) => a.start - b.start) }
}
