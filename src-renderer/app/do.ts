import { changeSettings, dismissFlag, gatewayNow, pauseAutopilot, releaseReply, setStatus, takeBackReply, undoAutopilot } from '../bridge/actions.ts'
import { CallError } from '../bridge/call-error.ts'
import { EMPTY_ROWS, keys } from '../bridge/cache.ts'
import type { Desk } from '../bridge/desk.ts'
import type { Rows, ThreadView } from '../bridge/patches.ts'
import type { AutopilotRun } from '../../src-shared/domain/run.ts'
import type { CallParams } from '../../src-shared/contract/calls.ts'
import type { InboxRow, Settings, ThreadMessage } from '../../src-shared/contract/desk.ts'
import { addParts } from '../features/composer/parts.ts'
import { addWords, wordsOf } from '../features/composer/words.ts'
import type { FlagKind } from '../features/context/flag-kind.ts'
import { lastCustomerSeq, waitsToGo } from '../features/conversation/timeline.ts'
import { nextAfter } from '../features/inbox/next.ts'
import { focusComposer, focusOn, focusRow, inComposer } from './focus.ts'
import { amendToast, moveOn, patchScreen, screen, toast } from './screen.ts'

/** Tells the person what went wrong, in the engine's words where it has some. */
export function report(error: unknown): void {
  toast(error instanceof CallError ? error.shape.say : 'said.failed', { tone: 'danger' })
}

export const isDone = (section: InboxRow['section'] | undefined): boolean => section === 'done' || section === 'past'

/**
 * Resolves the conversation on the screen and goes on to the next that needs a person; the focus stays in composer or list.
 * @param asked it was asked before: whether the person wrote then, and what its undo brings back beside the conversation
 */
export function resolve(desk: Desk, asked?: { wrote: boolean; alsoBack: () => void }): void {
  const id = screen.get().selected
  const rows = desk.cache.getQueryData<Rows>(keys.rows) ?? EMPTY_ROWS
  if (!id) return
  if (isDone(rows.get(id)?.section)) return void toast('said.already-resolved')
  if (waitsToGo(desk.cache.getQueryData<ThreadView>(keys.thread(id))?.messages ?? [])) return void toast('said.unsent', { tone: 'danger' })
  const before = rows.get(id)
  const snoozed = before?.section === 'snoozed' ? before.snooze?.until : undefined
  const next = nextAfter(rows, id, gatewayNow(desk))
  const wrote = asked?.wrote ?? inComposer()
  const back = () => {
    const writes = wrote || inComposer()
    void setStatus(desk, id, 'open', snoozed).catch(report)
    asked?.alsoBack()
    patchScreen({ menu: null, lastResolved: null })
    moveOn(id)
    if (writes) focusComposer()
    else focusRow()
  }
  const name = before?.displayName ?? ''
  const said = toast(wordsOf(desk, id).get().text.trim() === '' ? 'said.resolved' : 'said.resolved-words', { name, undo: back })
  patchScreen({ lastResolved: { id, name } })
  setStatus(desk, id, 'resolved').then((disposition) => amendToast(said, { end: { conversationId: id, disposition } }), report)
  moveOn(next)
  if (wrote && next) focusComposer()
  else focusRow()
}

export function reopen(desk: Desk, id: string): void {
  void setStatus(desk, id, 'open').catch(report)
}

export function pause(desk: Desk, paused: boolean): void {
  void pauseAutopilot(desk, paused).then(() => toast(paused ? 'said.paused' : 'said.resumed', { undo: () => void pauseAutopilot(desk, !paused).catch(report) })).catch(report)
}

/** Whether whoever sits here takes new customers, and whether this desk may make itself heard. */
export function setPresence(desk: Desk, presence: Settings['presence']): void {
  const before = desk.cache.getQueryData<Settings>(keys.settings)?.presence ?? 'available'
  void changeSettings(desk, { presence }).catch(report)
  toast(`said.${presence}`, { undo: () => void changeSettings(desk, { presence: before }).catch(report) })
}

/** What would bring the settings that `change` changes back to what they are now. */
export function settingsBefore(desk: Desk, change: CallParams<'settings.set'>): CallParams<'settings.set'> {
  const now = desk.cache.getQueryData<Settings>(keys.settings)
  return Object.fromEntries(Object.entries(now ?? {}).filter(([field]) => field !== 'model' && field in change))
}

/** Changes settings from outside the settings' own page. @param name what changed, in the language of the screen */
export function setSettings(desk: Desk, change: CallParams<'settings.set'>, name: string): void {
  const before = settingsBefore(desk, change)
  void changeSettings(desk, change).catch(report)
  toast('said.changed', { name, undo: () => void changeSettings(desk, before).catch(report) })
}

/** Stops the automatic reply of the conversation on the screen, if one can still be stopped. */
export function stopAutopilot(desk: Desk, conversationId: string | null): void {
  const run = conversationId ? desk.cache.getQueryData<AutopilotRun | null>(keys.run(conversationId)) : null
  if (run?.state !== 'undo') return void toast('said.stop-none')
  undoAutopilot(desk, run.id).then(() => {
    toast('said.stopped')
    if (screen.get().selected === conversationId) focusComposer()
  }, report)
}

/** The flag is wrong: neither angry nor a risk. */
export function dropFlag(desk: Desk, conversationId: string, kind: FlagKind): void {
  const set = (dismissed: boolean) => {
    void dismissFlag(desk, conversationId, dismissed).catch(report)
    if (screen.get().selected === conversationId) focusOn()
  }
  set(true)
  toast(kind === 'angry' ? 'said.calm' : 'said.safe', { undo: () => set(false) })
}

export function sendHeld(desk: Desk, message: ThreadMessage): void {
  const view = desk.cache.getQueryData<ThreadView>(keys.thread(message.conversationId))
  void releaseReply(desk, message, lastCustomerSeq(view?.messages ?? [])).catch(report)
  focusComposer()
}

/** @param onSent instead of the refusal, where it turns out that the reply went out a moment ago */
export function takeBack(desk: Desk, message: ThreadMessage, onSent?: () => void): void {
  takeBackReply(desk, message).then(({ text, ...parts }) => {
    if (text !== '') addWords(desk, message.conversationId, text)
    addParts(desk, message.conversationId, parts)
    focusComposer()
  }, (error: unknown) => {
    if (onSent && error instanceof CallError && error.shape.code === 'already-sent') onSent()
    else report(error)
  })
}
