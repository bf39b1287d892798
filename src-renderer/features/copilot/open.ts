import type { CopilotSource } from '../../../src-shared/domain/copilot.ts'
import { focusComposer, toggleContext } from '../../app/focus.ts'
import { report } from '../../app/do.ts'
import { moveOn, patchScreen, screen, toast } from '../../app/screen.ts'
import { EMPTY_ROWS, keys } from '../../bridge/cache.ts'
import { readArticle } from '../../bridge/copilot.ts'
import type { Desk } from '../../bridge/desk.ts'
import type { Rows } from '../../bridge/patches.ts'
import type { Line } from './lines.ts'
import { showTab } from './place.ts'

/** Goes to another conversation, and says so: whoever writes on must know to whom. One key leads back. */
function goTo(desk: Desk, conversationId: string, name: string): void {
  const { selected: from, alone } = screen.get()
  if (conversationId === from) return
  if (alone) return void toast('said.desk-only')
  const known = desk.cache.getQueryData<Rows>(keys.rows) ?? EMPTY_ROWS
  moveOn(conversationId)
  focusComposer()
  const back = () => {
    moveOn(from)
    focusComposer()
  }
  toast('said.copilot-went', { name: known.get(conversationId)?.displayName ?? name, undo: from ? back : null })
}

/** Customer and orders, with this order's card in sight. */
function showOrder(no: string): void {
  showTab('context')
  toggleContext()
  requestAnimationFrame(() => document.querySelector(`[data-order="${CSS.escape(no)}"]`)?.scrollIntoView({ block: 'nearest' }))
}

/** To the message in its conversation. */
function showMessage(desk: Desk, conversationId: string, messageId: string): void {
  goTo(desk, conversationId, '')
  patchScreen({ found: { conversationId, messageId, query: '' } })
}

export function openSource(desk: Desk, source: CopilotSource): void {
  switch (source.kind) {
    case 'article': return void readArticle(desk, source.id).then((article) => (article ? patchScreen({ article }) : void toast('said.copilot-gone'))).catch(report)
    case 'order': return showOrder(source.id)
    case 'case': return goTo(desk, source.id, '')
    case 'history': return source.messageId ? showMessage(desk, source.id, source.messageId) : goTo(desk, source.id, '')
    case 'customer':
      showTab('context')
      return toggleContext()
  }
}

/** What Enter does on a line that is not the question. @returns false where there is nothing to open */
export function openLine(desk: Desk, line: Line): boolean {
  switch (line.kind) {
    case 'article': case 'beside': patchScreen({ article: line.passage.article }); return true
    case 'case': goTo(desk, line.past.conversationId, ''); return true
    case 'order':
      if (line.order.own) showOrder(line.order.no)
      else goTo(desk, line.order.conversationId, line.order.displayName)
      return true
    case 'phrase': case 'ask': return false
  }
}
