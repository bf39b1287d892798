import { notifyManager, QueryClient } from '@tanstack/react-query'
import type { DeskState, InboxRow, Settings, Thread } from '../../src-shared/contract/desk.ts'
import type { Hold } from '../../src-shared/domain/autonomy.ts'
import type { CopilotTurn } from '../../src-shared/domain/copilot.ts'
import type { Draft } from '../../src-shared/domain/draft.ts'
import type { AutopilotRun } from '../../src-shared/domain/run.ts'
import type { Patch } from '../../src-shared/contract/port.ts'
import type { SideView } from '../../src-shared/contract/side.ts'
import type { Lesson } from '../../src-shared/domain/teaching.ts'
import { rejoined, withDelta, withMessage, withoutMessage, withRows, withTurn, withTurnDelta, type Rows, type ThreadView } from './patches.ts'

/** Keys of everything that the window knows from the engine. */
export const keys = {
  desk: ['desk'] as const,
  settings: ['settings'] as const,
  rows: ['rows'] as const,
  /** Begins the keys of everything that is asked of quick phrases. */
  phrases: ['phrases'] as const,
  /** Begins the keys of everything that is asked of the articles themselves. */
  knowledge: ['knowledge'] as const,
  /** Begins the keys of everything that was taught. */
  taught: ['taught'] as const,
  /** What the side panel shows. */
  side: ['side'] as const,
  /** What was promised in other chat programs. */
  outside: ['outside'] as const,
  /** Begins the keys of everything that is learned from replies. */
  learning: ['learning'] as const,
  /** What became of the team's drafts in so many days. */
  teamFigures: (days: number) => ['team-figures', days] as const,
  /** Begins the keys of everything that is asked of after-sale cases. */
  cases: ['cases'] as const,
  /** Begins the keys of everything that is asked of the team. */
  team: ['team'] as const,
  /** Begins the keys of everything that is asked of autopilot. */
  autopilot: ['autopilot'] as const,
  /** Begins the keys of everything that is asked of workflows. */
  workflows: ['workflows'] as const,
  workflowRun: (id: string) => ['workflow-run', id] as const,
  thread: (id: string) => ['thread', id] as const,
  copilot: (id: string) => ['copilot', id] as const,
  draft: (id: string) => ['draft', id] as const,
  run: (id: string) => ['run', id] as const,
  /** Words that this window asked for, as far as they came. */
  writing: (id: string) => ['writing', id] as const,
  /** When the customer was last seen typing, milliseconds of this machine's clock. */
  typing: (id: string) => ['typing', id] as const,
  /** Who else was last seen typing to this customer, and when by this machine's clock. */
  colleague: (id: string) => ['colleague', id] as const,
  /** Who is here. */
  presence: ['presence'] as const,
}

export const EMPTY_ROWS: Rows = new Map()

/** Patches keep the cache true, so nothing is ever asked again for being old. */
export function createCache(): QueryClient {
  // Patches are written just before a paint; told in a task of its own, as is the default, they would miss it and stand a frame later.
  notifyManager.setScheduler(queueMicrotask)
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY, gcTime: 15 * 60_000, retry: false, structuralSharing: false,
        refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: 'always',
      },
    },
  })
}

export function writeOpen(cache: QueryClient, opened: { state: DeskState; settings: Settings; rows: InboxRow[] }): void {
  cache.setQueryData(keys.desk, opened.state)
  cache.setQueryData(keys.settings, opened.settings)
  cache.setQueryData<Rows>(keys.rows, new Map(opened.rows.map((row) => [row.id, row])))
}

/** Splits an answer of `thread.get` (newest page) over its cache entries and returns what belongs under the thread's own key. */
export function writeThread(cache: QueryClient, thread: Thread): ThreadView {
  const { draft, run, unsent: _unsent, unsentParts: _parts, row, ...view } = thread
  const id = thread.conversation.id
  cache.setQueryData<Draft | null>(keys.draft(id), draft)
  cache.setQueryData<AutopilotRun | null>(keys.run(id), run)
  // A known row is kept true by patches; writing it again would only order the whole queue again.
  cache.setQueryData<Rows>(keys.rows, (rows = EMPTY_ROWS) => (rows.has(row.id) ? rows : withRows(rows, [row])))
  return { ...view, ...rejoined(cache.getQueryData<ThreadView>(keys.thread(id)), thread) }
}

/** What the side panel shows, with its draft where the draft's words stream to. */
export function writeSide(cache: QueryClient, view: SideView): SideView {
  if (view.loose) cache.setQueryData<Draft | null>(keys.draft(view.loose.id), view.loose.draft)
  cache.setQueryData<SideView>(keys.side, view)
  return view
}

export type ShiftNews = Extract<Patch, { kind: 'shift' }>

/** What the cache cannot do alone. */
export interface PatchEffects {
  askDraft(conversationId: string): void
  askThread(conversationId: string): void
  /** `writer`: the window that typed them */
  otherWords(conversationId: string, text: string, writer: string | null): void
  /** A correction was noted and not learned. */
  refused(lesson: Lesson): void
  /** A colleague finished a ticket of a conversation that this desk answers. */
  ticketDone(title: string): void
  /** A customer gave 1 or 2. */
  lowRating(name: string): void
  /** Somebody hands a shift over, or answered one. */
  shift(news: ShiftNews): void
  /** Autopilot fell back to suggesting by itself. */
  fell(hold: Hold): void
}

function changeThread(cache: QueryClient, id: string, change: (view: ThreadView) => ThreadView): void {
  cache.setQueryData<ThreadView>(keys.thread(id), (view) => view && change(view))
}

function writeOne(cache: QueryClient, patch: Exclude<Patch, { kind: 'row' }>, effects: PatchEffects): void {
  switch (patch.kind) {
    case 'desk':
      cache.setQueryData(keys.desk, patch.state)
      break
    case 'settings':
      cache.setQueryData(keys.settings, patch.settings)
      break
    case 'message':
      changeThread(cache, patch.message.conversationId, (v) => ({ ...v, messages: withMessage(v.messages, patch.message, v.more) }))
      if (patch.message.author.kind === 'customer') cache.setQueryData(keys.typing(patch.message.conversationId), 0)
      break
    case 'message-gone':
      changeThread(cache, patch.conversationId, (v) => ({ ...v, messages: withoutMessage(v.messages, patch.id) }))
      break
    case 'draft':
      cache.setQueryData(keys.draft(patch.conversationId), patch.draft)
      break
    case 'draft-delta': {
      const draft = cache.getQueryData<Draft | null>(keys.draft(patch.conversationId))
      if (draft === undefined) break
      const next = withDelta(draft, patch.draftId, patch.text)
      if (next) cache.setQueryData(keys.draft(patch.conversationId), next)
      else effects.askDraft(patch.conversationId)
      break
    }
    case 'writing':
      // Known here only while somebody in this window waits for them.
      cache.setQueryData<string>(keys.writing(patch.id), (known) => (known === undefined ? undefined : known + patch.text))
      break
    case 'copilot':
      cache.setQueryData<readonly CopilotTurn[]>(keys.copilot(patch.turn.conversationId), (turns) => turns && withTurn(turns, patch.turn))
      break
    case 'copilot-delta':
      cache.setQueryData<readonly CopilotTurn[]>(keys.copilot(patch.conversationId), (turns) => turns && withTurnDelta(turns, patch.turnId, patch.text))
      break
    case 'run':
      cache.setQueryData(keys.run(patch.conversationId), patch.run)
      void cache.invalidateQueries({ queryKey: keys.autopilot })
      void cache.invalidateQueries({ queryKey: keys.autopilot })
      break
    case 'workflow':
      void cache.invalidateQueries({ queryKey: keys.workflowRun(patch.conversationId) })
      break
    case 'unsent':
      effects.otherWords(patch.conversationId, patch.text, patch.writer)
      break
    case 'context':
      effects.askThread(patch.conversationId)
      break
    case 'read':
      changeThread(cache, patch.conversationId, (v) => (patch.seq > v.readSeq ? { ...v, readSeq: patch.seq } : v))
      break
    case 'cases':
      void cache.invalidateQueries({ queryKey: keys.cases })
      break
    case 'team':
      void cache.invalidateQueries({ queryKey: keys.team })
      break
    case 'ticket-done':
      effects.ticketDone(patch.title)
      break
    case 'low-rating':
      effects.lowRating(patch.name)
      break
    case 'shift':
      effects.shift(patch)
      break
    case 'phrases':
      void cache.invalidateQueries({ queryKey: keys.phrases })
      break
    case 'knowledge':
      void cache.invalidateQueries({ queryKey: keys.knowledge })
      break
    case 'taught':
      void cache.invalidateQueries({ queryKey: keys.taught })
      if (patch.refused) effects.refused(patch.refused)
      break
    case 'side':
      writeSide(cache, patch.view)
      break
    case 'workflows':
      void cache.invalidateQueries({ queryKey: keys.workflows })
      break
    case 'outside':
      void cache.invalidateQueries({ queryKey: keys.outside })
      break
    case 'learning':
      void cache.invalidateQueries({ queryKey: keys.learning })
      break
    case 'autonomy':
      void cache.invalidateQueries({ queryKey: keys.autopilot })
      if (patch.fell) effects.fell(patch.fell)
      break
    case 'typing':
      cache.setQueryData(keys.typing(patch.conversationId), Date.now())
      break
    case 'colleague':
      cache.setQueryData(keys.colleague(patch.conversationId), { seatId: patch.seatId, at: Date.now() })
      break
    case 'presence':
      cache.setQueryData(keys.presence, patch.seats)
      break
  }
}

/** Writes what one frame brought. Rows go in together, so that the queue is ordered once. */
export function writePatches(cache: QueryClient, patches: readonly Patch[], effects: PatchEffects): void {
  const rows: InboxRow[] = []
  for (const patch of patches) {
    if (patch.kind === 'row') rows.push(patch.row)
    else writeOne(cache, patch, effects)
  }
  if (rows.length > 0) cache.setQueryData<Rows>(keys.rows, (known = EMPTY_ROWS) => withRows(known, rows))
}
