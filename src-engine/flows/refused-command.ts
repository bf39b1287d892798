import type { SeatParams } from '../../src-shared/wire/seat.ts'
import type { WaitingCommand } from '../store/commands.ts'
import { commandDone } from './command-done.ts'
import type { Engine } from './context.ts'
import { refuseEffect } from './receive-effect.ts'
import { promiseOf, settlePromise } from './receive-promise.ts'

/**
 * The gateway will never take this (an older one that does not know the call, a conversation that it lost). Whatever words
 * were in it go back to where notes are written, so that nothing is lost.
 */
export function onRefused(engine: Engine, command: WaitingCommand, code: string): void {
  // Settled and forgotten in one transaction: a wish that waits for nothing would wait for ever.
  if (command.call === 'perform') return refuseEffect(engine, command, code)
  const { store } = engine
  const conversationId = String(command.params['conversationId'] ?? '')
  commandDone(engine, command, () => {
    store.audit.add(engine.clock.now(), 'command-refused', command.id, code)
    const words = wordsOf(engine, command)
    if (words === '') return
    const kept = store.notes.unsent(conversationId)
    store.notes.setUnsent(conversationId, kept === '' ? words : `${kept}\n${words}`)
  })
  // A promise stays on this desk, which is to keep it.
  if (promiseOf(command) !== null) settlePromise(engine, command, null)
  if (conversationId !== '') engine.publish({ kind: 'context', conversationId })
}

function wordsOf({ store }: Engine, { call, params }: WaitingCommand): string {
  if (call === 'ticket.comment') return (params as SeatParams<'ticket.comment'>).text
  if (call === 'markOrder') return (params as SeatParams<'markOrder'>).memo ?? ''
  if (call !== 'note') return ''
  const { noteId, text, deleted } = params as SeatParams<'note'>
  store.notes.forget(noteId)
  return deleted ? '' : text
}
