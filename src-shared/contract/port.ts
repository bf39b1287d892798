import { z } from 'zod'
import { Hold } from '../domain/autonomy.ts'
import { CopilotTurn } from '../domain/copilot.ts'
import { Draft } from '../domain/draft.ts'
import { Id } from '../domain/message.ts'
import { SeatPresence } from '../domain/presence.ts'
import { AutopilotRun } from '../domain/run.ts'
import { Lesson } from '../domain/teaching.ts'
import type { AppErrorShape } from '../errors.ts'
import { DeskState, InboxRow, Settings, ThreadMessage } from './desk.ts'
import { SideView } from './side.ts'

/** One change of what a window shows. Each carries the new state, except `draft-delta` and `copilot-delta`, which append. */
export const Patch = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('desk'), state: DeskState }),
  z.object({ kind: z.literal('settings'), settings: Settings }),
  z.object({ kind: z.literal('row'), row: InboxRow }),
  /** A message that is new or whose delivery changed; matched by id. */
  z.object({ kind: z.literal('message'), message: ThreadMessage }),
  /** A waiting reply was taken back by the person. */
  z.object({ kind: z.literal('message-gone'), conversationId: Id, id: Id }),
  z.object({ kind: z.literal('draft'), conversationId: Id, draft: Draft.nullable() }),
  z.object({ kind: z.literal('draft-delta'), conversationId: Id, draftId: Id, text: z.string() }),
  /** Words that somebody asked for by `writing.ask`, as they come. */
  z.object({ kind: z.literal('writing'), id: Id, text: z.string() }),
  /** An answer of the copilot as it is now; matched by id. */
  z.object({ kind: z.literal('copilot'), turn: CopilotTurn }),
  z.object({ kind: z.literal('copilot-delta'), conversationId: Id, turnId: Id, text: z.string() }),
  z.object({ kind: z.literal('run'), conversationId: Id, run: AutopilotRun.nullable() }),
  /** A workflow's run in this conversation moved: ask again. */
  z.object({ kind: z.literal('workflow'), conversationId: Id }),
  /** What stands in the composer, saved by the window `writer` (or changed by the engine: null). */
  z.object({ kind: z.literal('unsent'), conversationId: Id, text: z.string(), writer: z.string().nullable() }),
  /** Customer, orders, flag or articles of this conversation changed: ask `thread.get` again. */
  z.object({ kind: z.literal('context'), conversationId: Id }),
  z.object({ kind: z.literal('read'), conversationId: Id, seq: z.number().int().positive() }),
  /** Suggestions, open questions or figures of drafts changed: ask again. */
  z.object({ kind: z.literal('learning') }),
  /** Levels, switches or evidence of autopilot changed: ask again. `fell`: it just fell back to suggesting by itself. */
  z.object({ kind: z.literal('autonomy'), fell: Hold.nullable() }),
  /** After-sale cases, or what is on its way in them, changed: ask again. */
  z.object({ kind: z.literal('cases') }),
  /** A workflow was saved, or may go less or further, on this desk or another. */
  z.object({ kind: z.literal('workflows') }),
  /** What was promised in other chat programs changed, or came due: ask again. */
  z.object({ kind: z.literal('outside') }),
  /** People, reviews, tickets or whatever else the team shares changed: ask again. */
  z.object({ kind: z.literal('team') }),
  /** A colleague finished a ticket of a conversation that this desk answers. */
  z.object({ kind: z.literal('ticket-done'), conversationId: Id, title: z.string() }),
  /** A customer gave 1 or 2. */
  z.object({ kind: z.literal('low-rating'), conversationId: Id, name: z.string() }),
  /** Somebody hands a shift over to whoever sits here, or answered theirs. */
  z.object({ kind: z.literal('shift'), what: z.enum(['offered', 'accepted', 'returned']), name: z.string(), count: z.number().int().positive() }),
  z.object({ kind: z.literal('typing'), conversationId: Id }),
  /** A colleague types to this customer. */
  z.object({ kind: z.literal('colleague'), conversationId: Id, seatId: z.string() }),
  /** Everybody who is here now. */
  z.object({ kind: z.literal('presence'), seats: z.array(SeatPresence) }),
  /** Quick phrases changed: ask again. */
  z.object({ kind: z.literal('phrases') }),
  /** What the side panel shows. */
  z.object({ kind: z.literal('side'), view: SideView }),
  /** Articles changed: ask again. */
  z.object({ kind: z.literal('knowledge') }),
  /** Corrections or own topics changed: ask again. `refused`: this one was just noted and not learned. */
  z.object({ kind: z.literal('taught'), refused: Lesson.nullable() }),
])
export type Patch = z.infer<typeof Patch>

/** From window to engine over the MessagePort. */
export const PortRequest = z.object({ t: z.literal('call'), id: z.number().int(), call: z.string(), params: z.unknown() })
export type PortRequest = z.infer<typeof PortRequest>

/**
 * From engine to window: answers, and patches coalesced per frame. `n` of a batch is one more than that of the batch
 * before; a gap (or a new port) makes the window call `desk.open` and its open thread again.
 */
export type PortReply =
  | { t: 'answer'; id: number; ok: true; result: unknown }
  | { t: 'answer'; id: number; ok: false; error: AppErrorShape }
  | { t: 'patches'; n: number; patches: Patch[] }

