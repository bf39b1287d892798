import { useEffect, useMemo, useState, type RefObject } from 'react'
import type { StandsBy } from '../../../../src-shared/contract/stands-by.ts'
import type { Draft } from '../../../../src-shared/domain/draft.ts'
import { gapsIn } from '../../../../src-shared/domain/phrase-gaps.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { checkedOf, type Words } from '../ghost.ts'
import type { FieldHandle } from '../GhostField.tsx'
import { changeWords, wordsOf } from '../words.ts'
import { fieldMarks } from './correct.ts'
import { placeFindings } from './place.ts'
import { useTypedCheck } from './use-typed-check.ts'

interface Looked {
  id: string
  words: Words
  draft: Draft | null
  ghost: string
  field: RefObject<FieldHandle | null>
}

/** The guard's findings in the composer, and what comes before a reply leaves with an error among them: a question, or where it must not leave the ways on. */
export function useGuard({ id, words, draft, ghost, field }: Looked, send: (standsBy?: StandsBy) => void) {
  const desk = useDesk()
  const ofDraft = checkedOf(words, draft)
  const isOfDraft = words.text === '' || (ofDraft !== null && ofDraft.text.startsWith(words.text))
  const { typed, check } = useTypedCheck(id, words.text, !isOfDraft && !words.composing)
  const checked = typed ?? ofDraft
  const placed = useMemo(() => (checked ? placeFindings(words.text + ghost, checked) : []), [words.text, ghost, checked])
  // The guard speaks when a draft is complete, which may be after its words were taken.
  useEffect(() => {
    if (draft?.state === 'ready') changeWords(desk, id, { type: 'checked', draft })
  }, [desk, id, draft, words.takenFrom])
  const length = [...words.text].length
  /** Those in the agent's own words, not in the ghost. */
  const own = placed.filter((p) => p.end <= length)
  const errors = own.filter((p) => p.finding.severity === 'error')
  /** Those with which the words do not leave. */
  const stopped = own.filter((p) => p.finding.protects !== undefined)
  // The words that the question was about; others make it void.
  const [doubted, setDoubted] = useState<string | null>(null)
  return {
    placed, own, errors, stopped,
    isAsking: errors.length > 0 && doubted === words.text,
    /** Sends, or asks first. */
    trySend: () => {
      // A phrase's gap is shown at once: a mark that came after the look would stand in what was typed meanwhile.
      if (!words.composing && gapsIn(words.text).length > 0) return send()
      if (words.composing || isOfDraft || typed?.text === words.text) return errors.length > 0 && !words.composing ? setDoubted(words.text) : send()
      // Not looked at yet: a few milliseconds. What was typed meanwhile goes along, so it is looked at too.
      const look = async (): Promise<void> => {
        const { text, findings } = await check(wordsOf(desk, id).get().text)
        if (wordsOf(desk, id).get().text !== text) return look()
        if (findings.some(({ severity }) => severity === 'error')) setDoubted(text)
        else send()
      }
      void look()
    },
    /** @param standsBy with words that are stopped */
    sendAnyway: (standsBy?: StandsBy) => {
      setDoubted(null)
      send(standsBy)
      field.current?.focus()
    },
    /** Puts what may stand there in the place of all that is stopped, as if typed; nothing is sent by it. */
    putIn: () => {
      setDoubted(null)
      field.current?.focus()
      for (const { from, to, placed: { finding } } of fieldMarks(words.text, stopped).toReversed()) {
        if (finding.expected === undefined) continue
        field.current?.select(from, to)
        field.current?.put(finding.expected)
      }
    },
    checkFirst: () => {
      setDoubted(null)
      field.current?.focus()
      const [first] = fieldMarks(words.text, stopped.length > 0 ? stopped : errors)
      if (first) field.current?.select(first.from, first.to)
    },
  }
}
