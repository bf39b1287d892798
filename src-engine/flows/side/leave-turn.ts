import type { LooseConversation } from '../../store/loose.ts'
import type { Engine } from '../context.ts'

/** The newest turn goes elsewhere: what it leaves goes on without it, and its draft answered words that are another's. Must run inside a transaction. */
export function leaveTurn({ store }: Engine, from: LooseConversation): void {
  const rest = from.turns.slice(0, -1)
  if (rest.length > 0) store.loose.put({ ...from, turns: rest, draft: null, options: [], before: null })
  else store.loose.remove(from.id)
}
