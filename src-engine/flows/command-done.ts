import type { WaitingCommand } from '../store/commands.ts'
import type { Engine } from './context.ts'
import { publishRow } from './inbox.ts'
import { applyChange } from './receive.ts'

/**
 * The gateway has taken a waiting command or never will: what it said of the same thing meanwhile holds from now on.
 * @param also done in the same transaction
 */
export function commandDone(engine: Engine, { id, params }: WaitingCommand, also?: () => void): void {
  const { store } = engine
  const tell = store.transaction(() => {
    const heard = store.commands.heard(id)
    store.commands.remove(id)
    also?.()
    return heard && applyChange(engine, heard)
  })
  if (tell === null) return
  tell()
  if (typeof params['conversationId'] === 'string') publishRow(engine, params['conversationId'])
}
