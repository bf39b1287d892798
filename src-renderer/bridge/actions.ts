import { v7 as newId } from 'uuid'
import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { DeskState, InboxRow, Settings, ThreadMessage } from '../../src-shared/contract/desk.ts'
import type { Attachment } from '../../src-shared/domain/attachment.ts'
import type { ConversationStatus } from '../../src-shared/domain/conversation.ts'
import type { Disposition } from '../../src-shared/domain/disposition.ts'
import type { PromiseAdjustment } from '../../src-shared/contract/promises.ts'
import type { StandsBy } from '../../src-shared/contract/stands-by.ts'
import type { Writing } from '../../src-shared/domain/learning.ts'
import type { Quote } from '../../src-shared/domain/message.ts'
import type { OwnWords } from '../../src-shared/contract/writing.ts'
import { EMPTY_ROWS, keys } from './cache.ts'
import type { Desk } from './desk.ts'
import { withMessage, withoutMessage, withRows, type Rows, type ThreadView } from './patches.ts'

/** What the person does. Each paints its outcome at once; the engine's patches follow and are the truth. */

/** This moment by the gateway's clock, in milliseconds, as far as this window knows it. */
export const gatewayNow = (desk: Desk): number => Date.now() + (desk.cache.getQueryData<DeskState>(keys.desk)?.clockOffset ?? 0)

function changeMessages(desk: Desk, id: string, change: (view: ThreadView) => ThreadMessage[]): void {
  desk.cache.setQueryData<ThreadView>(keys.thread(id), (view) => view && { ...view, messages: change(view) })
}

/** Shows `change` on a row until the engine's own row comes; returns the way back. */
export function paintRow(desk: Desk, id: string, change: Partial<InboxRow>): () => void {
  const before = desk.cache.getQueryData<Rows>(keys.rows)?.get(id)
  if (!before) return () => undefined
  const write = (row: InboxRow) => desk.cache.setQueryData<Rows>(keys.rows, (rows = EMPTY_ROWS) => withRows(rows, [row]))
  write({ ...before, ...change })
  return () => void write(before)
}

export interface Reply {
  conversationId: string
  text: string
  /** Last customer message on the screen. */
  basedOnSeq: number
  draftId: string | null
  attachments: Attachment[]
  quote: Quote | null
  /** Its paragraphs go out as messages of their own. */
  apart: boolean
  /** What the agent wrote, where the text is its translation. */
  ownWords?: OwnWords
  agentName: string
  /** What the person said of the promises in it. */
  promises: PromiseAdjustment[]
  writing?: Writing
  /** With words that the guard stops. */
  standsBy?: StandsBy
}

/** Queues a reply. Rejects with a CallError when the engine did not take it; then it is off the screen again. */
export async function sendReply(desk: Desk, reply: Reply): Promise<void> {
  const { agentName, quote, apart, ...rest } = reply
  const id = newId()
  const queued: ThreadMessage = {
    id, conversationId: reply.conversationId, seq: null, author: { kind: 'agent', id: '', name: agentName }, text: reply.text.trim(),
    attachments: reply.attachments, ...(quote ? { quote } : {}), ...(apart ? { apart } : {}), ...(reply.ownWords ? { ownWords: reply.ownWords } : {}), at: gatewayNow(desk), delivery: 'queued', holdReason: null, verdict: null,
  }
  changeMessages(desk, reply.conversationId, (view) => withMessage(view.messages, queued, view.more))
  try {
    await desk.client.call('reply.send', { ...rest, id, quoteId: quote?.id ?? null })
  } catch (error) {
    changeMessages(desk, reply.conversationId, (view) => withoutMessage(view.messages, id))
    throw error
  }
}

/** Sends a held reply after all: it then answers what is on the screen. */
export async function releaseReply(desk: Desk, message: ThreadMessage, basedOnSeq: number): Promise<void> {
  const paint = (shown: ThreadMessage) => changeMessages(desk, message.conversationId, (view) => withMessage(view.messages, shown, view.more))
  paint({ ...message, delivery: 'queued', holdReason: null })
  try {
    await desk.client.call('reply.release', { id: message.id, basedOnSeq })
  } catch (error) {
    paint(message)
    throw error
  }
}

/** Takes a waiting reply back; resolves to what it held. */
export async function takeBackReply(desk: Desk, message: ThreadMessage): Promise<CallResult<'reply.takeBack'>> {
  const held = await desk.client.call('reply.takeBack', { id: message.id })
  changeMessages(desk, message.conversationId, (view) => withoutMessage(view.messages, message.id))
  return held
}

/** Takes a reply back from the customer; rejects with the reason where that is not possible any more. */
export async function recallReply(desk: Desk, id: string): Promise<void> {
  await desk.client.call('reply.recall', { id })
}

/** @param snoozeUntil a resolve is undone that ended this snooze @returns how a resolve is thought to have ended */
export async function setStatus(desk: Desk, conversationId: string, status: ConversationStatus, snoozeUntil?: number): Promise<Disposition | null> {
  const back = status === 'resolved' ? paintRow(desk, conversationId, { section: 'done', chip: null, waitingSince: null }) : () => undefined
  try {
    return (await desk.client.call('conversation.setStatus', { conversationId, status, snoozeUntil })).disposition
  } catch (error) {
    back()
    throw error
  }
}

export async function dismissFlag(desk: Desk, conversationId: string, dismissed: boolean): Promise<void> {
  const row = desk.cache.getQueryData<Rows>(keys.rows)?.get(conversationId)
  const back = paintRow(desk, conversationId, { flagDismissed: dismissed, ...(dismissed ? { flagged: false } : {}), ...(dismissed && row?.chip === 'angry' ? { chip: null } : {}) })
  try {
    await desk.client.call('conversation.dismissFlag', { conversationId, dismissed })
  } catch (error) {
    back()
    throw error
  }
}

/** The kill switch. */
export async function pauseAutopilot(desk: Desk, paused: boolean): Promise<void> {
  const paint = (value: boolean) => desk.cache.setQueryData<DeskState>(keys.desk, (state) => state && { ...state, autopilot: { ...state.autopilot, paused: value } })
  paint(paused)
  try {
    await desk.client.call('autopilot.pause', { paused })
  } catch (error) {
    paint(!paused)
    throw error
  }
}

export async function undoAutopilot(desk: Desk, runId: string): Promise<void> {
  await desk.client.call('autopilot.undo', { runId })
}

export async function changeSettings(desk: Desk, change: CallParams<'settings.set'>): Promise<void> {
  const { model: _model, ...plain } = change
  desk.cache.setQueryData<Settings>(keys.settings, (settings) => settings && { ...settings, ...plain })
  desk.cache.setQueryData<Settings>(keys.settings, await desk.client.call('settings.set', change))
}
