import type { ChannelSeatCalls } from '../../../src-shared/wire/seat-channels.ts'
import type { Handlers } from '../../answer.ts'
import type { Context } from '../../context.ts'
import type { Channels } from '../host/channels.ts'
import { mailLine } from './mail-line.ts'
import { dropIdentitySecret, newIdentitySecret, putWebChat, readIdentitySecret, readWebChat } from './settings.ts'

/** Calls of seat-web-chat.ts. */
export function webChatHandlers({ store, clock, shopId }: Context, channels: Channels): Pick<Handlers<ChannelSeatCalls>, `webChat.${'read' | 'put' | 'newSecret' | 'dropSecret'}`> {
  return {
    'webChat.read': () => store.read(async (tx) => ({
      settings: await readWebChat(tx), shopId, chatUrl: channels.chatUrl,
      identitySince: (await readIdentitySecret(tx))?.since ?? null, mailName: (await mailLine(tx))?.name ?? null,
    })),
    'webChat.put': ({ settings }) => store.write(async (tx) => {
      await putWebChat(tx, settings)
      return {}
    }),
    'webChat.newSecret': () => store.write(async (tx) => ({ secret: await newIdentitySecret(tx, clock.now()) })),
    'webChat.dropSecret': () => store.write(async (tx) => {
      await dropIdentitySecret(tx)
      return {}
    }),
  }
}
