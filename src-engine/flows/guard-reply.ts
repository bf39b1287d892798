import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import { matterOf } from '../domain/drafting/matter.ts'
import type { Engine } from './context.ts'
import { draftInput } from './draft-input.ts'
import { guardWords } from './guard-words.ts'

/** The guard on words that an agent typed. */
export function guardReply(engine: Engine, { conversationId, text }: CallParams<'reply.guard'>): CallResult<'reply.guard'> {
  if (text.trim() === '') return { findings: [] }
  const input = draftInput(engine, conversationId)
  return { findings: guardWords(engine, input, text, input ? matterOf(input).language : undefined) }
}
