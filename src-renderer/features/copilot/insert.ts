import { useEffect, useEffectEvent, type RefObject } from 'react'
import type { CopilotTurn } from '../../../src-shared/domain/copilot.ts'
import type { Finding } from '../../../src-shared/domain/draft.ts'
import { withoutNumbers } from '../../../src-shared/domain/copilot-text.ts'
import { gapsIn } from '../../../src-shared/domain/phrase-gaps.ts'
import { leaveCopilot } from './place.ts'
import { toast } from '../../app/screen.ts'
import { useDesk } from '../../bridge/hooks.ts'
import type { FieldHandle } from '../composer/GhostField.tsx'
import { changeWords } from '../composer/words.ts'

/** Words for the composer of a conversation, with what the guard found in them. */
export interface Insertion { conversationId: string; text: string; findings: readonly Finding[]; id: string }

/** The composer on the screen hears it, and says that it did by preventing the default. */
const insertWishes = new EventTarget()

/** An answer as it may stand in a reply: without the numbers of its sources, the guard's marks moved with their words. */
export function insertable(turn: Pick<CopilotTurn, 'text' | 'findings'>): Pick<Insertion, 'text' | 'findings'> {
  const points = [...turn.text]
  const plain = (end: number): number => [...points.slice(0, end).join('').replace(/[ \t]*\[\d{1,2}\]/g, '')].length
  const lead = plain(points.length) - [...turn.text.replace(/[ \t]*\[\d{1,2}\]/g, '').trimStart()].length
  return { text: withoutNumbers(turn.text), findings: turn.findings.map((finding) => ({ ...finding, start: plain(finding.start) - lead, end: plain(finding.end) - lead })) }
}

/** What is put at the caret, so that two Latin words do not run into one. */
export const joined = (before: string, words: string): string => (/[\p{Script=Latin}\p{N}.,!?]$/u.test(before) && /^[\p{Script=Latin}\p{N}]/u.test(words) ? ` ${words}` : words)

/** Puts words into the reply of this conversation at the caret; says so where there is no reply to be written. */
export function insertInto(insertion: Insertion): void {
  const event = new CustomEvent<Insertion>('insert', { detail: insertion, cancelable: true })
  insertWishes.dispatchEvent(event)
  if (event.defaultPrevented) leaveCopilot()
  else toast('said.copilot-nowhere', { tone: 'danger' })
}

/** For the composer: words come in behind what is selected, which stays; a variable that nobody filled is marked at once. */
export function useInsertions(conversationId: string, field: RefObject<FieldHandle | null>): void {
  const desk = useDesk()
  const put = useEffectEvent((event: Event) => {
    const { detail } = event as CustomEvent<Insertion>
    if (detail.conversationId !== conversationId || !field.current) return
    event.preventDefault()
    const [, at] = field.current.selection()
    const words = joined(field.current.textBefore(at), detail.text)
    const [gap] = gapsIn(words)
    field.current.replaceRange(at, at, words, gap)
    if (detail.findings.length > 0) changeWords(desk, conversationId, { type: 'inserted', checked: { id: detail.id, text: detail.text, findings: [...detail.findings] } })
  })
  useEffect(() => {
    const onInsert = (event: Event) => put(event)
    insertWishes.addEventListener('insert', onInsert)
    return () => insertWishes.removeEventListener('insert', onInsert)
  }, [])
}
