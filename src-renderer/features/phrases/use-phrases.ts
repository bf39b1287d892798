import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { PhraseHit } from '../../../src-shared/contract/phrases.ts'
import { gapsIn } from '../../../src-shared/domain/phrase-gaps.ts'
import { report } from '../../app/do.ts'
import { phraseWishes } from '../../app/shortcuts.ts'
import { useDesk } from '../../bridge/hooks.ts'
import type { Words } from '../composer/ghost.ts'
import type { FieldHandle } from '../composer/GhostField.tsx'
import { partsOf, readyPictures } from '../composer/parts.ts'
import { askedFor, NO_WISH, wishAfter } from './asked.ts'
import { keepAsPhrase, openPhrases } from './manager.ts'
import { takePictures } from './take-pictures.ts'
import { findNow, usePhraseHits } from './use-hits.ts'

export const LIST_ID = 'phrase-list'
export const optionId = (at: number): string => `phrase-${at}`

/** What stands below the phrases in the list. */
export type ListAction = 'manage' | 'keep'

/** The list of phrases above the composer: what opens it, what its keys do, and how a phrase gets into the field. */
export function usePhrases(id: string, words: Words, field: RefObject<FieldHandle | null>) {
  const desk = useDesk()
  const [wish, setWish] = useState(NO_WISH)
  const [caret, setCaret] = useState(0)
  const [writing, setWriting] = useState(false)
  const [at, setAt] = useState<number | null>(null)
  /** Words for which Enter was pressed before their phrases were there. */
  const entered = useRef<string | null>(null)
  const asked = writing ? askedFor(words.text, caret, words.composing, wish) : null
  const { found, busy } = usePhraseHits(id, asked?.query ?? null)
  const hits = found?.hits ?? []
  const rest = asked ? words.text.slice(0, asked.from) + words.text.slice(caret) : ''
  const actions: ListAction[] = rest.trim() === '' ? ['manage'] : ['keep', 'manage']
  const last = hits.length + actions.length - 1
  // Without a phrase nothing is chosen, so that Enter goes on meaning what it means in the field.
  const chosen = Math.min(at ?? (hits.length > 0 ? 0 : -1), last)

  useEffect(() => {
    const open = () => {
      const place = field.current?.caret() ?? 0
      setCaret(place)
      setWish((now) => (now.opened === null ? { closed: null, opened: place } : NO_WISH))
    }
    phraseWishes.addEventListener('open', open)
    return () => phraseWishes.removeEventListener('open', open)
  }, [field])

  const close = () => {
    entered.current = null
    setAt(null)
    setWish({ opened: null, closed: asked && wish.opened === null ? asked.from : null })
  }
  const insert = (hit: PhraseHit) => {
    if (!asked || !field.current) return
    close()
    field.current.replaceRange(asked.from, Math.max(asked.from, field.current.caret()), hit.text, gapsIn(hit.text)[0])
    void desk.client.call('phrase.used', { id: hit.id, at: Date.now() }).catch(report)
    takePictures(desk, id, hit)
  }
  const act = (action: ListAction) => {
    close()
    if (action === 'keep') keepAsPhrase(rest.trim(), readyPictures(partsOf(desk, id).get()))
    else openPhrases()
  }
  /** Inserts what fits the words that stand there, never what fitted those before. */
  const choose = async () => {
    if (at !== null || !busy) {
      const hit = hits[chosen]
      const action = actions[chosen - hits.length]
      return hit ? insert(hit) : action && act(action)
    }
    const query = asked?.query ?? ''
    entered.current = query
    const [first] = (await findNow(desk, id, query)).hits
    if (first && entered.current === query) insert(first)
  }

  return {
    asked, found, busy, chosen, actions, insert, act, point: setAt,
    /** @returns whether the key was the list's. An input method's keys never come here. */
    onKey(event: KeyboardEvent): boolean {
      if (!asked || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step) setAt(chosen + step > last ? 0 : chosen + step < 0 ? last : chosen + step)
      else if (event.key === 'Escape') close()
      else if ((event.key === 'Enter' || event.key === 'Tab') && (chosen >= 0 || busy)) void choose().catch(report)
      else return false
      event.preventDefault()
      return true
    },
    onText(text: string, place: number) {
      entered.current = null
      setAt(null)
      setCaret(place)
      setWish((now) => wishAfter(now, text, place))
    },
    onCaret: setCaret,
    onFocus: () => setWriting(true),
    onBlur() {
      entered.current = null
      setWriting(false)
      setWish((now) => (now.opened === null ? now : NO_WISH))
    },
    /** For the field: the list that its keys steer. */
    list: asked ? { id: LIST_ID, active: chosen >= 0 ? optionId(chosen) : undefined } : undefined,
  }
}
export type Phrases = ReturnType<typeof usePhrases>
