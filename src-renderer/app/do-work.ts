import { flushSync } from 'react-dom'
import type { ThreadNote } from '../../src-shared/contract/desk.ts'
import type { Disposition } from '../../src-shared/domain/disposition.ts'
import type { OrderFlag } from '../../src-shared/domain/order.ts'
import { EMPTY_ROWS, keys } from '../bridge/cache.ts'
import { gatewayNow } from '../bridge/actions.ts'
import type { Desk } from '../bridge/desk.ts'
import type { Rows, ThreadView } from '../bridge/patches.ts'
import * as work from '../bridge/work.ts'
import { nextAfter } from '../features/inbox/next.ts'
import { isDone, report } from './do.ts'
import { focusComposer, focusNote, focusRow, inComposer, leaveField } from './focus.ts'
import { amendToast, moveOn, patchScreen, screen, toast } from './screen.ts'

const rowsOf = (desk: Desk): Rows => desk.cache.getQueryData<Rows>(keys.rows) ?? EMPTY_ROWS
const nameOf = (desk: Desk, id: string): string => rowsOf(desk).get(id)?.displayName ?? ''

/** Asks until when the conversation on the screen is to be put away. */
export function openSnooze(desk: Desk): void {
  const id = screen.get().selected
  if (!id) return
  if (isDone(rowsOf(desk).get(id)?.section)) return void toast('said.already-resolved')
  patchScreen({ menu: { kind: 'snooze', conversationId: id, name: nameOf(desk, id), wrote: inComposer() } })
}

/** The commonest snooze in one key: the shop's next morning. */
export function snoozeUntilTomorrow(desk: Desk): void {
  const id = screen.get().selected
  const wrote = inComposer()
  if (!id || isDone(rowsOf(desk).get(id)?.section)) return
  work.readSnoozeTimes(desk, '').then(({ choices }) => {
    const until = choices.find(({ kind }) => kind === 'tomorrow')?.until
    // Asked for the one who was open then; whoever is open by now stays.
    if (until !== undefined && screen.get().selected === id) snooze(desk, id, until, wrote)
  }, report)
}

/**
 * Brings a conversation back (null), or puts it away and goes on to the next.
 * @param until gateway time in milliseconds
 * @param wrote whether the person was writing when they asked for it: they write on to the next
 */
export function snooze(desk: Desk, id: string, until: number | null, wrote = false): void {
  const name = nameOf(desk, id)
  void work.snooze(desk, id, until).catch(report)
  if (until === null) return void toast('said.woken', { name })
  const back = () => {
    void work.snooze(desk, id, null).catch(report)
    moveOn(id)
    if (wrote || inComposer()) focusComposer()
    else focusRow()
  }
  toast('said.snoozed', { name, values: { time: until }, undo: back })
  const next = nextAfter(rowsOf(desk), id, gatewayNow(desk))
  moveOn(next)
  if (wrote && next) focusComposer()
  else focusRow()
}

/** Asks how the conversation on the screen ended if it is done, else the one that was resolved last. */
export function openDisposition(desk: Desk): void {
  const { selected, lastResolved } = screen.get()
  const target = selected && isDone(rowsOf(desk).get(selected)?.section) ? { id: selected, name: nameOf(desk, selected) } : lastResolved
  if (!target) return void toast('said.nothing-resolved')
  patchScreen({ menu: { kind: 'disposition', conversationId: target.id, name: target.name, wrote: inComposer() } })
}

/** @param end the disposition in words */
export function setDisposition(desk: Desk, conversationId: string, disposition: Disposition, end: string): void {
  work.setDisposition(desk, conversationId, disposition).then(() => {
    const standing = screen.get().toasts.find((t) => t.end?.conversationId === conversationId)
    if (standing) amendToast(standing.id, { end: { conversationId, disposition } })
    else toast('said.ended', { values: { end } })
  }, report)
}

export function openNote(conversationId: string): void {
  flushSync(() => patchScreen({ noteFor: conversationId }))
  focusNote()
}

/** Asks the customer whether autopilot may answer again; the engine says why not where it may not. */
export function handBack(desk: Desk, conversationId: string): void {
  work.handBack(desk, conversationId).then(() => toast('said.hand-back'), report)
}

export function deleteNote(desk: Desk, note: ThreadNote): void {
  work.deleteNote(desk, note).then(() => {
    toast('said.note-deleted', { undo: () => void work.saveNote(desk, note.conversationId, note.text, note.id).catch(report) })
  }, report)
}

/** The card of the order in question opens its flags and memo. */
export const orderMarkWishes = new EventTarget()

/** Flag, then memo, for the order that the conversation on the screen is about. */
export function openOrderMarks(desk: Desk): void {
  const { selected } = screen.get()
  if (!selected) return
  const orders = desk.cache.getQueryData<ThreadView>(keys.thread(selected))?.orders ?? []
  if (orders.length === 0) {
    toast('said.no-order', { tone: 'danger' })
    // Whoever goes on by habit would write the memo, and send it, to the customer.
    return leaveField()
  }
  orderMarkWishes.dispatchEvent(new Event('open'))
}

/** @param words the flag in words */
export function flagOrder(desk: Desk, conversationId: string, order: { no: string; flag: OrderFlag | null }, flag: OrderFlag | null, words: string): void {
  const set = (value: OrderFlag | null) => void work.markOrder(desk, conversationId, order.no, { flag: value }).catch(report)
  set(flag)
  toast(flag === null ? 'said.unflagged' : 'said.flagged', { values: { flag: words }, undo: () => set(order.flag) })
}
