import type { DraftingCalls } from '../src-shared/contract/drafting.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'
import { guardReply } from './flows/guard-reply.ts'
import { readHandover } from './flows/hand-over.ts'

/** What belongs to a reply before it is sent: its check, and what was said before. */
export function draftingHandlers(engine: Engine): Pick<Handlers, keyof DraftingCalls> {
  return {
    'conversation.handover': ({ conversationId }) => readHandover(engine, conversationId),
    'reply.guard': (params) => guardReply(engine, params),
  }
}
