import type { Disposition } from '../../src-shared/domain/disposition.ts'
import type { FoundArticle } from '../../src-shared/contract/found.ts'
import type { LocalText } from '../../src-shared/domain/text.ts'
import { createStore } from '../ui/store.ts'
import type { Section } from '../features/settings/sections.ts'
import type { en } from './i18n/en.ts'

/** A sentence: one of the screen's own, or one that the engine gives in both languages. */
export type Sentence = Extract<keyof typeof en, `said.${string}`> | LocalText

/** A line at the bottom left that goes by itself; `undo` while the action can still be taken back. */
export interface Toast {
  id: number
  text: Sentence
  /** Customer that it is about, where the sentence names one. */
  name: string
  tone: 'plain' | 'danger'
  undo: (() => void) | null
  /** What the way back is called; null: undo. */
  undoName: 'recall.edit' | null
  /** What else the sentence names; `time` in milliseconds, told in the shop's zone. */
  values: { time?: number; end?: string; flag?: string; why?: string }
  /** A resolve: how it ended, once the engine has said so. */
  end: { conversationId: string; disposition: Disposition | null } | null
}

/** A small panel beside the thread; it is about one conversation, whatever is on the screen meanwhile. */
export interface Menu {
  kind: 'snooze' | 'disposition' | 'teach' | 'promises'
  conversationId: string
  /** Message that it is about. */
  messageId?: string
  name: string
  /** It was opened while the person wrote: the composer has the focus again afterwards. */
  wrote: boolean
}

export interface Screen {
  /** Conversation on the screen. */
  selected: string | null
  /** This window shows one conversation and nothing else. */
  alone: boolean
  /** Chosen by the desk, not by the person, and not painted yet: keys wait. */
  unpainted: string | null
  /** The context pane where it is a drawer. */
  drawer: boolean
  dialog: 'settings' | 'help' | 'palette' | 'phrases' | 'understanding' | 'trace' | 'drafts' | 'suggestions' | 'questions' | 'knowledge' | 'autopilot' | 'team' | 'ticket' | 'order-action' | null
  /** The trace that is open tells what an endpoint was asked for this; null: how drafts came about. */
  asked: string | null
  /** The part of the settings that was looked at last. */
  section: Section
  /** Article that the palette led to. */
  article: FoundArticle | null
  /** Message that a search led to. */
  found: { conversationId: string; messageId: string; query: string } | null
  /** The words that decided are shown in all messages; `wrote`: the person was writing when they asked. null: only what stands out. */
  evidence: { wrote: boolean } | null
  /** Picture shown large. */
  picture: { sha256: string; label: string } | null
  toasts: readonly Toast[]
  menu: Menu | null
  /** Conversation whose note is being written. */
  noteFor: string | null
  /** The conversation that was resolved last, whose end can still be told otherwise. */
  lastResolved: { id: string; name: string } | null
}

/** What only the screen knows. One window, one screen. */
export const screen = createStore<Screen>({
  selected: null, alone: false, unpainted: null, drawer: false, dialog: null, asked: null, section: 'general', article: null, found: null, evidence: null, picture: null, toasts: [], menu: null, noteFor: null, lastResolved: null,
})

export function patchScreen(change: Partial<Screen>): void {
  screen.set((now) => ({ ...now, ...change }))
}

export const openSettings = (section: Section): void => patchScreen({ dialog: 'settings', section })

/** Closes whatever lies over the desk. */
export const closeOver = (): void => patchScreen({ dialog: null, menu: null, picture: null, article: null })

/** A person chose this conversation. */
export function select(id: string | null): void {
  screen.set((now) => (now.selected === id ? now : { ...now, selected: id, unpainted: null, found: null, evidence: null, drawer: false }))
}

/** The desk moved on by itself: keys wait until the new customer is painted, so that no word goes to the wrong person. */
export function moveOn(id: string | null): void {
  // What is on the screen already will not be painted again: nothing to wait for. A window of one conversation stays with it.
  screen.set((now) => (now.selected === id || now.alone ? now : { ...now, selected: id, unpainted: id, found: null, evidence: null, drawer: false }))
}

export function painted(id: string): void {
  screen.set((now) => (now.unpainted === id ? { ...now, unpainted: null } : now))
}

/** How long a toast stays, in milliseconds; one that can be undone stays longer. */
const TOAST_MS = { plain: 4000, undo: 8000 }
let lastToast = 0

/** @returns the toast's id, for `amendToast` */
export function toast(text: Toast['text'], options: Partial<Omit<Toast, 'id' | 'text'>> = {}): number {
  const id = ++lastToast
  const entry: Toast = {
    id, text, name: options.name ?? '', tone: options.tone ?? 'plain', undo: options.undo ?? null, undoName: options.undoName ?? null, values: options.values ?? {}, end: options.end ?? null,
  }
  screen.set((now) => ({ ...now, toasts: [...now.toasts.slice(-2), entry] }))
  setTimeout(() => dropToast(id), options.undo ? TOAST_MS.undo : TOAST_MS.plain)
  return id
}

/** Changes a toast that still stands. */
export function amendToast(id: number, change: Partial<Pick<Toast, 'end'>>): void {
  screen.set((now) => (now.toasts.some((t) => t.id === id) ? { ...now, toasts: now.toasts.map((t) => (t.id === id ? { ...t, ...change } : t)) } : now))
}

export function dropToast(id: number): void {
  screen.set((now) => (now.toasts.some((t) => t.id === id) ? { ...now, toasts: now.toasts.filter((t) => t.id !== id) } : now))
}

/** A toast with a way back is on the screen. */
export const canUndo = (): boolean => screen.get().toasts.some((t) => t.undo)

/** Takes back the newest action that can be taken back, or says that there is none. */
export function undoNewest(): void {
  const entry = screen.get().toasts.findLast((t) => t.undo)
  if (!entry) return void toast('said.undo-none')
  dropToast(entry.id)
  entry.undo?.()
}
