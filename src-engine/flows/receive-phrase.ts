import type { SharedPhrase } from '../../src-shared/domain/phrase.ts'
import type { Engine } from './context.ts'

/** What windows show of phrases is no longer true. */
export function phrasesChanged(engine: Engine): void {
  engine.phrasesChanged()
  engine.publish({ kind: 'phrases' })
}

/** The log's word on a shared phrase. Must run inside a transaction. @returns what to do after the commit, or null. */
export function receivePhrase(engine: Engine, id: string, phrase: SharedPhrase | null): (() => void) | null {
  const { phrases } = engine.store
  // Our own newer word is on its way; its acknowledgement brings what the log holds then.
  if (phrases.waitingOf(id) !== null) return null
  if (JSON.stringify(phrases.get(id)) === JSON.stringify(phrase)) return null
  if (phrase) phrases.put(phrase, null)
  else phrases.remove(id, null)
  return () => phrasesChanged(engine)
}
