import { CHANNEL_ABILITIES } from '../../src-shared/domain/channel-abilities.ts'
import type { Engine } from './context.ts'
import { storedSettings } from './settings.ts'

/** Shall a reply written now go to the customer as several messages, one for each of its paragraphs? The gateway does that. */
export function wantsApart({ store }: Pick<Engine, 'store'>, conversationId: string): boolean {
  const channel = store.conversations.get(conversationId)?.conversation.channel
  return channel !== undefined && CHANNEL_ABILITIES[channel].apartWithin !== null && storedSettings({ store }).apart
}
