import { useEffect, useEffectEvent, useState, type KeyboardEvent, type RefObject } from 'react'
import { v7 as newId } from 'uuid'
import type { Written, WritingTask } from '../../../src-shared/contract/writing.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { toast } from '../../app/screen.ts'
import { CallError } from '../../bridge/call-error.ts'
import { keys } from '../../bridge/cache.ts'
import { useDesk, useDeskState } from '../../bridge/hooks.ts'
import type { Words } from '../composer/ghost.ts'
import type { FieldHandle } from '../composer/GhostField.tsx'
import type { Placed } from '../composer/guard/place.ts'
import { changeWords } from '../composer/words.ts'
import { CHOICES, menuKey, needsModel, type Choice } from './choices.ts'
import { afterReplacing } from './merge.ts'
import { rewriteWishes } from './wishes.ts'

/** What the person asked for, and what came of it so far. */
export interface Asked {
  /** Under this id the words come. */
  id: string
  choice: Exclude<Choice, 'check'>
  /** The words in the field at that moment, and the part that is meant; UTF-16 code units. */
  text: string
  from: number
  to: number
  written: Written | null
  /** Why nothing came: the endpoint, or another reason in the engine's words. */
  failed: 'model' | LocalText | null
}

interface Looked {
  id: string
  words: Words
  placed: readonly Placed[]
  field: RefObject<FieldHandle | null>
}

const taskOf = (choice: Asked['choice'], text: string): WritingTask =>
  choice === 'expand' || choice === 'translate' ? { kind: choice, text } : { kind: 'rewrite', style: choice, text }

/** The engine's words for an endpoint that fails are about drafts; these words have their own. */
const reasonOf = (error: unknown): Asked['failed'] => (error instanceof CallError && !error.shape.code.startsWith('model-') ? error.shape.say : 'model')

/** The menu, and the words that were asked for; the field's keys steer both. Nothing in the field changes until it is taken. */
export function useRewriting({ id, words, placed, field }: Looked) {
  const desk = useDesk()
  const { language } = useWords()
  const hasModel = (useDeskState()?.model.name ?? null) !== null
  const [menu, setMenu] = useState<number | null>(null)
  const [latest, setAsked] = useState<Asked | null>(null)
  // Other words stand there now (sent, another window's): what was asked for is about words that are gone.
  const asked = latest?.text === words.text ? latest : null
  const running = latest && !latest.written && !latest.failed ? latest.id : null
  const isWanted = asked !== null
  useEffect(() => {
    if (running === null || !isWanted) return
    // Also when the conversation leaves the screen, or another thing is asked for. What has ended is not stopped by it.
    return () => void desk.client.call('writing.stop', { id: running }).catch(() => undefined)
  }, [desk, running, isWanted])

  const range = (whole: boolean): [number, number] => {
    const [from, to] = field.current?.selection() ?? [0, 0]
    return whole || words.text.slice(from, to).trim() === '' ? [0, words.text.length] : [from, to]
  }
  const leave = () => {
    setMenu(null)
    setAsked(null)
  }
  const ask = (choice: Asked['choice'], text: string, [from, to]: [number, number]) => {
    const now: Asked = { id: newId(), choice, text, from, to, written: null, failed: null }
    const still = (change: Partial<Asked>) => setAsked((known) => (known?.id === now.id ? { ...known, ...change } : known))
    setAsked(now)
    desk.cache.setQueryData(keys.writing(now.id), '')
    desk.client.call('writing.ask', { id: now.id, conversationId: id, task: taskOf(choice, text.slice(from, to)) })
      .then((written) => still({ written }), (error: unknown) => still({ failed: reasonOf(error) }))
      .finally(() => desk.cache.removeQueries({ queryKey: keys.writing(now.id) }))
  }
  const check = () => {
    const text = words.text.trim()
    if (text === '') return void toast('said.rewrite-empty')
    field.current?.focus()
    desk.client.call('reply.check', { conversationId: id, text }).then(({ findings }) => {
      changeWords(desk, id, { type: 'looked', checked: { id: newId(), text, findings } })
      if (findings.length === 0) toast('said.check-clean')
    }, report)
  }
  const choose = (at: number) => {
    const choice = CHOICES[at]
    if (!choice || (needsModel(choice) && !hasModel)) return
    setMenu(null)
    if (choice === 'check') check()
    else ask(choice, words.text, range(choice === 'translate'))
  }
  const take = () => {
    const written = asked?.written
    if (!asked || !written || written.text === '' || !field.current) return
    const checked = afterReplacing({ ...asked, words: written.text }, placed, written.findings, asked.id)
    setAsked(null)
    field.current.replaceRange(asked.from, asked.to, written.text)
    changeWords(desk, id, { type: 'looked', checked })
    if (asked.choice === 'translate') changeWords(desk, id, { type: 'translated', ownWords: words.ownWords ?? { text: asked.text.trim(), language } })
  }
  const again = () => asked && ask(asked.choice, asked.text, [asked.from, asked.to])
  const open = useEffectEvent(() => {
    if (words.text.trim() === '') return void toast('said.rewrite-empty')
    field.current?.focus()
    if (menu !== null || asked) leave()
    else setMenu(0)
  })
  const onCheck = useEffectEvent(check)
  useEffect(() => {
    const hears = { rewrite: () => open(), 'check-reply': () => onCheck() }
    for (const [name, hear] of Object.entries(hears)) rewriteWishes.addEventListener(name, hear)
    return () => {
      for (const [name, hear] of Object.entries(hears)) rewriteWishes.removeEventListener(name, hear)
    }
  }, [])

  return {
    menu, asked, hasModel, choose, take, leave, again, point: setMenu,
    /** Is it a part of the words that the menu is about? */
    isPart: () => {
      const [from, to] = range(false)
      return to - from < words.text.length
    },
    /** @returns whether the key was for menu or suggestion. An input method's keys never come here. */
    onKey(event: KeyboardEvent): boolean {
      const modified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
      if (menu !== null && !modified) {
        const meant = event.key === 'Escape' ? 'leave' : menuKey(event.key, menu)
        if (meant === null) return false
        event.preventDefault()
        if (event.repeat) return true
        if (meant === 'leave') leave()
        else if ('take' in meant) choose(meant.take)
        else setMenu(meant.point)
        return true
      }
      // Also Ctrl+Enter: what is about to change must not be sent as it was.
      if (!asked || !(event.key === 'Enter' || (event.key === 'Escape' && !modified))) return false
      event.preventDefault()
      if (event.repeat) return true
      if (event.key === 'Escape') leave()
      else if (asked.failed || (asked.written?.text === '' && asked.written.problem !== null)) again()
      else take()
      return true
    },
    /** Somebody is elsewhere; a suggestion stays. */
    onBlur: () => setMenu(null),
    /** Somebody writes on: what was asked for is about other words now. */
    onText: () => (menu !== null || asked) && leave(),
  }
}
export type Rewriting = ReturnType<typeof useRewriting>
