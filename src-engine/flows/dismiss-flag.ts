import type { Told } from '../../src-shared/domain/teaching.ts'
import { callsItWrong } from '../domain/quality/mood.ts'
import type { StoredMessage } from '../store/messages.ts'
import type { Engine } from './context.ts'
import { dropCorrection, keepCorrection } from './correct-message.ts'
import { publishRow, stateOf } from './inbox.ts'
import { fromLog, unknownConversation } from './thread.ts'

/**
 * The agent says the flag is wrong, or takes that back. It is a correction of the message that raised it as well, and
 * learned from like any other. @param by the person's name
 */
export function dismissFlag(engine: Engine, conversationId: string, dismissed: boolean, by: string): void {
  const { store } = engine
  const record = store.conversations.get(conversationId)
  if (!record) throw unknownConversation()
  const state = stateOf(record)
  const raised = state.flag && store.messages.get(state.flag.messageId)
  store.transaction(() => {
    if (raised) teach(engine, raised, dismissed, by)
    // The flag itself stays, so that it can be put back.
    store.conversations.saveState(conversationId, JSON.stringify({ ...state, flagDismissed: dismissed }))
    store.audit.add(engine.clock.now(), dismissed ? 'flag-dismissed' : 'flag-restored', conversationId)
  })
  const now = raised && store.messages.get(raised.message.id)
  if (now) engine.publish({ kind: 'message', message: fromLog(engine, now) })
  publishRow(engine, conversationId)
  engine.publish({ kind: 'context', conversationId })
  engine.publish({ kind: 'taught', refused: null })
  engine.wake('lessons')
}

function teach(engine: Engine, { message, verdict }: StoredMessage, dismissed: boolean, by: string): void {
  const { id: messageId, conversationId } = message
  const known = engine.store.corrections.of(messageId)
  if (dismissed) {
    for (const told of verdict ? callsItWrong(verdict) : []) keepCorrection(engine, { id: engine.newId(), conversationId, messageId, told }, by)
    return
  }
  const first = known[0]?.told
  const said = first ? callsItWrong(first) : []
  const same = (a: Told, b: Told): boolean => a.layer === b.layer && a.wrong === b.wrong && a.right === b.right
  for (const one of known) if (said.some((told) => same(told, one))) dropCorrection(engine, one.id)
}
