import type { Phrase } from '../../src-shared/domain/phrase.ts'
import { toAppError } from '../../src-shared/errors.ts'
import type { WaitingPhrase } from '../store/phrases.ts'
import { bringPictures } from './bring-pictures.ts'
import type { Engine } from './context.ts'

/**
 * Brings one word on a shared phrase to the gateway under its stored id, its pictures first, and takes what the log then holds. The caller tells
 * the windows, once for many.
 * @throws AppError when the gateway could not take it now; it waits on
 */
export async function deliverPhrase(engine: Engine, { call, phrase, removed }: WaitingPhrase): Promise<void> {
  const { store } = engine
  try {
    const answer = removed
      ? await engine.link.call('phrase.remove', { id: call, phraseId: phrase.id })
      : await engine.link.call('phrase.put', { id: call, phrase: { ...phrase, pictures: await bringPictures(engine, phrase.pictures) } })
    store.phrases.settle(phrase.id, call, answer.phrase)
    // The gateway's time alone is nothing to search by: an import of thousands keeps the index.
    if (removed ? answer.phrase !== null : !sameWords(phrase, answer.phrase)) engine.phrasesChanged()
  } catch (thrown) {
    const { retryable, code } = toAppError(thrown)
    if (retryable) throw thrown
    store.transaction(() => {
      store.phrases.settle(phrase.id, call, 'refused')
      store.audit.add(engine.clock.now(), 'phrase-refused', phrase.id, code)
    })
    engine.phrasesChanged()
  }
}

const sameWords = (a: Phrase, b: Phrase | null): boolean => b !== null && JSON.stringify({ ...a, updatedAt: 0 }) === JSON.stringify({ ...b, updatedAt: 0 })
