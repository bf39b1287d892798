import { PLAIN_WEB_CHAT } from '../../src-shared/domain/web-chat.ts'
import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { ChannelCalls } from '../../src-shared/contract/channels.ts'

type Fake = { [C in keyof ChannelCalls]: (params: CallParams<C>) => CallResult<C> }

/** No line to anywhere. */
export const fakeChannels: Fake = {
  'channels.list': () => ({ kinds: [], connectors: [], publicUrl: null, openUrl: 'http://127.0.0.1:4712' }),
  'channels.save': () => ({}), 'channels.test': () => ({ trouble: null }), 'channels.enable': () => ({}), 'channels.remove': () => ({}), 'channels.publicUrl': () => ({}),
  'channels.letters': () => ({ letters: [] }), 'channels.takeAgain': () => ({ trouble: null }), 'channels.dropLetter': () => ({}),
  'delivery.again': () => ({}), 'delivery.giveUp': () => ({}),
  'webChat.read': () => ({ settings: PLAIN_WEB_CHAT, shopId: 'demo', chatUrl: 'http://127.0.0.1:4711', identitySince: null, mailName: null }),
  'webChat.put': () => ({}), 'webChat.newSecret': () => ({ secret: 'secret' }), 'webChat.dropSecret': () => ({}),
}
