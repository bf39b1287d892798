import type { DraftingCalls } from '../src-shared/contract/drafting.ts'
import { LEAST_REPLIES } from './domain/drafting/voice.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'
import { guardReply } from './flows/guard-reply.ts'
import { readHandover } from './flows/hand-over.ts'
import { shopVoice } from './flows/shop-voice.ts'

/** What belongs to a reply before it is sent: its check, what was said before, and how the shop writes. */
export function draftingHandlers(engine: Engine): Pick<Handlers, keyof DraftingCalls> {
  return {
    'conversation.handover': ({ conversationId }) => readHandover(engine, conversationId),
    'reply.guard': (params) => guardReply(engine, params),
    'voice.read': () => ({ ...shopVoice(engine), least: LEAST_REPLIES }),
  }
}
