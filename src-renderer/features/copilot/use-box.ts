import { useRef, useState, type KeyboardEvent } from 'react'
import type { CopilotTurn } from '../../../src-shared/domain/copilot.ts'
import { report } from '../../app/do.ts'
import { actionOf } from '../../app/keymap.ts'
import { bindingsOf } from '../../app/bindings.ts'
import { OWN_KEYS } from '../../app/use-keys.ts'
import { ask, findNow, stop, useFound } from '../../bridge/copilot.ts'
import { useDesk, useSettings } from '../../bridge/hooks.ts'
import { insertable, insertInto } from './insert.ts'
import { chosenOf, groupsOf, insertOf, linesOf, NOTHING, stepFrom, type Line } from './lines.ts'
import { openLine } from './open.ts'
import { leaveCopilot } from './place.ts'
import { typedOf } from './typed.ts'
import { useStore } from '../../ui/store.ts'

/** The box of one conversation: what is typed, what that finds, and what its keys do. */
export function useBox(conversationId: string, turns: readonly CopilotTurn[]) {
  const desk = useDesk()
  const shortcuts = useSettings()?.shortcuts ?? OWN_KEYS
  const typedStore = typedOf(desk, conversationId)
  const typed = useStore(typedStore, (now) => now)
  const [at, setAt] = useState<string | null>(null)
  const { found, busy, failed } = useFound(conversationId, typed)
  const groups = groupsOf(found ?? NOTHING, typed)
  const lines = linesOf(groups)
  const chosen = chosenOf(lines, at)
  /** Words for which Enter was pressed before what answers them was there. */
  const entered = useRef<string | null>(null)
  const newest = turns.at(-1)

  const type = (text: string): void => {
    entered.current = null
    setAt(null)
    typedStore.set(text)
  }
  const askNow = (): void => {
    const question = typed.trim()
    if (question === '') return
    type('')
    ask(desk, conversationId, question).catch((error: unknown) => {
      typedStore.set((now) => (now === '' ? question : now))
      report(error)
    })
  }
  const insert = (line: Line): void => {
    const text = insertOf(line)
    if (text !== null) insertInto({ conversationId, id: line.id, text, findings: [] })
  }
  const enter = (line: Line): void => {
    if (line.kind === 'ask') askNow()
    else if (!openLine(desk, line)) insert(line)
  }
  /** Does it with what answers the words in the box, never with what answered those before. */
  const withChosen = async (act: (line: Line) => void): Promise<void> => {
    if (!busy && chosen) return act(chosen)
    const words = typed.trim()
    if (words === '') return
    entered.current = words
    const fresh = chosenOf(linesOf(groupsOf(await findNow(desk, conversationId, words), words)), null)
    if (fresh && entered.current === words) act(fresh)
  }
  const insertNewest = (): void => {
    if (newest && newest.state !== 'streaming' && newest.text !== '') insertInto({ conversationId, id: newest.id, ...insertable(newest) })
  }
  const escape = (): void => {
    if (newest?.state === 'streaming') void stop(desk, conversationId).catch(report)
    else if (typed !== '') type('')
    else leaveCopilot()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // An input method's keys are its own: Enter ends the composition, and asks nothing.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined
    if (step && lines.length > 0 && !event.ctrlKey && !event.altKey && !event.metaKey) setAt(stepFrom(lines, chosen?.id ?? null, step))
    else if (event.key === 'Enter' && event.shiftKey) {
      if (!event.repeat) {
        if (typed.trim() === '') insertNewest()
        else withChosen(insert).catch(report)
      }
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (!event.repeat) askNow()
    } else if (event.key === 'Enter' && !event.altKey) {
      if (!event.repeat) withChosen(enter).catch(report)
    } else if (event.key === 'Escape') escape()
    else if (actionOf(event.nativeEvent, 'typing', bindingsOf(shortcuts)) === 'copilot') leaveCopilot()
    else return
    event.preventDefault()
  }
  return { typed, type, groups, chosen, busy, failed, found: found !== undefined, point: setAt, onKeyDown, escape, enter, insert, askWords: (question: string) => void ask(desk, conversationId, question).catch(report) }
}
