import type { ThreadMessage } from '../../../src-shared/contract/desk.ts'
import { bubblesOf } from '../../../src-shared/domain/bubbles.ts'
import { goesApart } from '../../../src-shared/domain/channel-abilities.ts'
import type { Channel } from '../../../src-shared/domain/conversation.ts'

/** As how many messages words go to a customer of this channel, after what was said since their last message. 1: as they stand. */
export function messageCount(channel: Channel, words: { text: string; attachments: readonly unknown[] }, thread: readonly ThreadMessage[]): number {
  const since = thread.slice(thread.findLastIndex(({ author }) => author.kind === 'customer') + 1)
  return goesApart(channel, words, since) ? bubblesOf(words.text).length : 1
}
