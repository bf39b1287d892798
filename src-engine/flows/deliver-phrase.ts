import { toAppError } from '../../src-shared/errors.ts'
import type { WaitingPhrase } from '../store/phrases.ts'
import type { Engine } from './context.ts'
import { phrasesChanged } from './receive-phrase.ts'

/**
 * Brings one word on a shared phrase to the gateway under its stored id, and takes what the log then holds.
 * @throws AppError when the gateway could not take it now; it waits on
 */
export async function deliverPhrase(engine: Engine, { call, phrase, removed }: WaitingPhrase): Promise<void> {
  const { store } = engine
  try {
    const answer = removed ? await engine.link.call('phrase.remove', { id: call, phraseId: phrase.id }) : await engine.link.call('phrase.put', { id: call, phrase })
    store.phrases.settle(phrase.id, call, answer.phrase)
  } catch (thrown) {
    const { retryable, code } = toAppError(thrown)
    if (retryable) throw thrown
    store.transaction(() => {
      store.phrases.settle(phrase.id, call, 'refused')
      store.audit.add(engine.clock.now(), 'phrase-refused', phrase.id, code)
    })
  }
  phrasesChanged(engine)
}
