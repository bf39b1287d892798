import type { Phrase, PhraseWords } from '../../src-shared/domain/phrase.ts'
import { AppError } from '../../src-shared/errors.ts'
import { titleOf } from '../domain/phrases/search.ts'
import type { Engine } from './context.ts'
import { phrasesChanged } from './receive-phrase.ts'

/** Keeps a phrase here, and for the others as soon as the gateway is reached. Must run inside a transaction. */
export function keepPhrase(engine: Engine, words: PhraseWords): Phrase {
  const phrase: Phrase = { ...words, updatedAt: engine.clock.now() }
  engine.store.phrases.put(phrase, phrase.scope === 'personal' ? null : engine.newId())
  return phrase
}

function codeTaken(code: string, title: string): AppError {
  return new AppError({ code: 'phrase-code-taken', retryable: false, say: { zh: `编码“${code}”已经给了“${title}”，请换一个。`, en: `The code “${code}” belongs to “${title}” already. Please choose another.` } })
}

function phraseShared(): AppError {
  return new AppError({ code: 'phrase-shared', retryable: false, say: { zh: '同事也在用这条短语，不能改成只给自己用。可以另存一条个人短语。', en: 'Colleagues use this phrase too, so it cannot become yours alone. Save a personal one of your own instead.' } })
}

/**
 * Writes a new or changed phrase; the same words saved twice are one change.
 * @throws AppError `phrase-shared`, `phrase-code-taken`
 */
export function savePhrase(engine: Engine, words: PhraseWords): Phrase {
  const { store } = engine
  const known = store.phrases.get(words.id)
  if (known && JSON.stringify(known) === JSON.stringify({ ...words, updatedAt: known.updatedAt })) return known
  if (known && known.scope !== 'personal' && words.scope === 'personal') throw phraseShared()
  const code = words.code.toLowerCase()
  const holder = code === '' ? undefined : store.phrases.all().find((other) => other.id !== words.id && other.scope === words.scope && other.code.toLowerCase() === code)
  if (holder) throw codeTaken(words.code, titleOf(holder, words.text.zh ? 'zh' : 'en'))
  const saved = store.transaction(() => {
    store.audit.add(engine.clock.now(), 'phrase-saved', words.id, words.scope)
    return keepPhrase(engine, words)
  })
  phrasesChanged(engine)
  engine.wake('phrases')
  return saved
}

/** Removes a phrase here at once, for the others as soon as the gateway is reached. One that is gone stays gone. */
export function removePhrase(engine: Engine, id: string): void {
  const { store } = engine
  const phrase = store.phrases.get(id)
  if (!phrase) return
  store.transaction(() => {
    store.phrases.remove(id, phrase.scope === 'personal' ? null : engine.newId())
    store.audit.add(engine.clock.now(), 'phrase-removed', id, phrase.scope)
  })
  phrasesChanged(engine)
  engine.wake('phrases')
}
