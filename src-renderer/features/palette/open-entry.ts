import { flushSync } from 'react-dom'
import { setSettings } from '../../app/do.ts'
import { focusComposer } from '../../app/focus.ts'
import { moveOn, openSettings, patchScreen } from '../../app/screen.ts'
import { runAction } from '../../app/shortcuts.ts'
import type { Desk } from '../../bridge/desk.ts'
import { doWish } from '../demo/wishes.ts'
import type { RankedCommand } from './rank-commands.ts'
import type { Entry } from './entries.ts'

/** Closes first, so that the focus is back where it was before it goes where the entry leads. */
function close(): void {
  flushSync(() => patchScreen({ dialog: null }))
}

function openConversation(id: string): void {
  moveOn(id)
  focusComposer()
}

function doCommand(desk: Desk, { command, title }: RankedCommand): void {
  switch (command.kind) {
    case 'action': return runAction(desk, command.action, true)
    case 'demo': return doWish(desk, command.wish)
    case 'open': return openSettings(command.section)
    case 'set': return setSettings(desk, command.change, title)
  }
}

/** What Enter does on a line. @param words what was looked for, to be marked in the thread */
export function openEntry(desk: Desk, entry: Entry, words: string): void {
  if (entry.off) return
  close()
  switch (entry.kind) {
    case 'recent': return openConversation(entry.row.id)
    case 'person': return openConversation(entry.person.conversationId)
    case 'ended': return openConversation(entry.end.conversationId)
    case 'order': return openConversation(entry.order.conversationId)
    case 'message':
      openConversation(entry.hit.conversationId)
      return patchScreen({ found: { conversationId: entry.hit.conversationId, messageId: entry.hit.messageId, query: words } })
    case 'article': return patchScreen({ article: entry.article })
    case 'command': return doCommand(desk, entry.ranked)
  }
}
