import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { DraftingCalls } from '../../src-shared/contract/drafting.ts'

type Fake = { [C in keyof DraftingCalls]: (params: CallParams<C>) => CallResult<C> }

/** A desk whose guard finds nothing, whose conversations are all short and whose shop has a voice. */
export const fakeDrafting: Fake = {
  'reply.guard': () => ({ findings: [] }), 'conversation.handover': () => ({ lines: [], takenOver: false }),
  'voice.read': () => ({ replies: 240, least: 20, address: '您', greeting: '亲', particle: '哦', emoji: null, signOff: '有问题随时找我。' }),
}
