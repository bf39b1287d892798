import { v7 as newId } from 'uuid'
import type { ThreadMessage } from '../../src-shared/contract/desk.ts'
import type { Lesson, Told } from '../../src-shared/domain/teaching.ts'
import { keys } from '../bridge/cache.ts'
import type { Desk } from '../bridge/desk.ts'
import type { ThreadView } from '../bridge/patches.ts'
import { correct, takeBackCorrection } from '../bridge/teach.ts'
import { report } from './do.ts'
import { inComposer } from './focus.ts'
import { patchScreen, screen, toast } from './screen.ts'

/** Letters of an example that a toast has room for. */
const EXAMPLE_SHOWN = 40

/** Asks what a customer's message really is; without one, the last that the customer wrote in the open conversation. */
export function openTeach(desk: Desk, message?: ThreadMessage): void {
  const { selected } = screen.get()
  const conversationId = message?.conversationId ?? selected
  if (!conversationId) return
  const messages = desk.cache.getQueryData<ThreadView>(keys.thread(conversationId))?.messages ?? []
  const about = message ?? messages.findLast((one) => one.verdict !== null)
  if (!about) return void toast('said.teach-none')
  patchScreen({ menu: { kind: 'teach', conversationId, messageId: about.id, name: '', wrote: inComposer() } })
}

/** @param words what the message is, in the language of the screen */
export function teach(desk: Desk, message: ThreadMessage, told: Told, words: string): void {
  const id = newId()
  void correct(desk, id, message, told).catch(report)
  toast('said.taught', { name: words, undo: () => void takeBackCorrection(desk, id).catch(report) })
}

/** One was noted and not learned: what would have gone wrong, and the way back. @param label what the example is, in words */
export function sayRefused(desk: Desk, { id, refusal }: Lesson, label: string): void {
  const undo = () => void takeBackCorrection(desk, id).catch(report)
  if (!refusal || refusal.of === 'no-words') return void toast('said.not-learned.words', { undo })
  const points = [...refusal.example]
  const example = points.length > EXAMPLE_SHOWN ? `${points.slice(0, EXAMPLE_SHOWN).join('')}…` : refusal.example
  toast('said.not-learned', { name: example, values: { end: label }, undo })
}
