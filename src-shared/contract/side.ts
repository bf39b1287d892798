import { z } from 'zod'
import { Override } from '../domain/autonomy.ts'
import { Customer } from '../domain/customer.ts'
import { Draft, Finding } from '../domain/draft.ts'
import { Writing } from '../domain/learning.ts'
import { Id, MESSAGE_MAX_LENGTH } from '../domain/message.ts'
import { MEMO_MAX_LENGTH, Order } from '../domain/order.ts'
import { ResponseClock } from '../domain/response-clock.ts'
import { SidePlatform } from '../domain/side.ts'
import { LocalText, Millis } from '../domain/text.ts'
import { PhraseHit } from './phrases.ts'
import { PromiseAdjustment } from './promises.ts'

/** Why a customer is thought to be meant: the words, as they stood there. `chosen`: the agent said so. */
export const SideClue = z.object({ kind: z.enum(['order', 'tracking', 'phone', 'tail', 'name', 'chosen']), text: z.string() })
export type SideClue = z.infer<typeof SideClue>

/** Whom the words may be from. The agent takes one by its digit: 1 is the first. */
export const SideOption = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('customer'), customerId: z.string(), name: z.string(), phoneTail: z.string(), order: z.object({ no: z.string(), title: LocalText }).nullable(), clue: SideClue }),
  /** Whoever was spoken with there. `name`: null where nobody was found; `words`: the beginning of what they wrote. */
  z.object({ kind: z.literal('continue'), looseId: Id, name: z.string().nullable(), words: z.string() }),
  z.object({ kind: z.literal('nobody') }),
])
export type SideOption = z.infer<typeof SideOption>

/** A piece that was captured, or a reply that was copied. */
export const SideTurn = z.object({ id: Id, role: z.enum(['customer', 'agent']), text: z.string(), at: Millis })
export type SideTurn = z.infer<typeof SideTurn>

/** What was understood of the newest capture. */
export const SideReading = z.object({
  language: z.string(),
  /** A topic of the shop's own is `own:` and its name. */
  topics: z.array(z.string()), marks: z.array(z.string()),
  emotion: z.string(), level: z.number().int().min(0).max(3), escalation: z.number().min(0).max(1),
})
export type SideReading = z.infer<typeof SideReading>

/** One loose conversation: what was captured of one customer in a chat that the desk cannot reach. */
export const SideLoose = z.object({
  id: Id,
  /** 0..5, another one than the customer's before. */
  hue: z.number().int().min(0).max(5),
  /** null: nobody was found, nothing of anybody's is told. */
  customer: Customer.nullable(),
  clue: SideClue.nullable(),
  /** Two things that only the customer knows agreed, such as order number and phone. */
  proven: z.boolean(),
  order: Order.nullable(),
  turns: z.array(SideTurn),
  reading: SideReading.nullable(),
  draft: Draft.nullable(),
  /** null: the last word is ours. */
  clock: ResponseClock.nullable(),
  waitingSince: Millis.nullable(),
  memo: z.object({
    text: z.string(),
    /** It can be put where colleagues see it; null: it stays on this desk. */
    shareable: z.enum(['order', 'conversation']).nullable(),
  }),
})
export type SideLoose = z.infer<typeof SideLoose>

/** What the side panel shows. */
export const SideView = z.object({
  loose: SideLoose.nullable(),
  options: z.array(SideOption),
  /** false: the agent has to say who it is; until then nothing is drafted and nothing can be copied. */
  settled: z.boolean(),
  /** Who was shown before this customer, when that was somebody else; null where nobody changed. `name` null: nobody known. */
  before: z.object({ name: z.string().nullable() }).nullable(),
  /** Could the shop's system be asked for a number that this desk does not know? */
  lookup: z.enum(['not-needed', 'asked', 'offline']),
  /** Newest first, the one shown included. */
  history: z.array(z.object({ id: Id, hue: z.number().int(), name: z.string().nullable(), words: z.string(), at: Millis })),
})
export type SideView = z.infer<typeof SideView>

/** How the panel is set. `shortcut`: an Electron accelerator; '' for none. */
export const SideSettings = z.object({
  shortcut: z.string().max(60),
  platform: SidePlatform,
  /** Screen shares and recordings do not show it. */
  hidden: z.boolean(),
})
export type SideSettings = z.infer<typeof SideSettings>

const Shown = z.object({ view: SideView })
const OfLoose = z.object({ looseId: Id })

/** What the side panel may ask. Refused: `side-gone` (that conversation is not kept any more), `side-unsettled`. */
export const SIDE_CALLS = {
  'side.get': { params: z.object({}), result: Shown },
  /** Words from another program. `id` made by the window: sent twice it is one capture. Refused: `side-own-words`, `side-no-words`. */
  'side.capture': { params: z.object({ id: Id, text: z.string().max(MESSAGE_MAX_LENGTH) }), result: Shown },
  /** Whose capture `turnId` is: the option by its place. Refused `side-stale` when something else is shown by now. */
  'side.choose': { params: OfLoose.extend({ turnId: Id, option: z.number().int().min(0).max(8) }), result: Shown },
  /** Back to an earlier one of the short history. */
  'side.open': { params: OfLoose, result: Shown },
  'side.again': { params: OfLoose, result: z.object({}) },
  /** What the guard says of words that are about to be copied. Refused `phrase-gap`. */
  'side.check': { params: OfLoose.extend({ text: z.string().trim().min(1).max(MESSAGE_MAX_LENGTH) }), result: z.object({ findings: z.array(Finding) }) },
  /** The guard stops these words, and whoever may decide reviews copies them for this reason; for the record. Refused `not-permitted`. */
  'side.override': { params: OfLoose.extend({ text: z.string().trim().min(1).max(MESSAGE_MAX_LENGTH), reason: Override.shape.reason }), result: z.object({}) },
  /** These words are on the clipboard now. `draftId`: the draft that they began as; `writing`: how they were written, as far as the window knows; `promises`: what the person said of promises in them. */
  'side.copied': { params: OfLoose.extend({ id: Id, text: z.string().trim().min(1).max(MESSAGE_MAX_LENGTH), draftId: Id.nullable(), writing: Writing.optional(), promises: z.array(PromiseAdjustment).max(20).optional() }), result: Shown },
  'side.keepMemo': { params: OfLoose.extend({ text: z.string().max(MEMO_MAX_LENGTH) }), result: z.object({}) },
  /** Puts the memo where colleagues see it: into the order's memo, else beside the customer's conversation. Refused `side-no-place`. */
  'side.shareMemo': { params: OfLoose.extend({ id: Id }), result: z.object({ where: z.enum(['order', 'conversation']) }) },
  'side.phrases': { params: z.object({ looseId: Id.nullable(), query: z.string().max(100), limit: z.number().int().min(1).max(50) }), result: z.object({ hits: z.array(PhraseHit), total: z.number().int() }) },
  /** Forgets everything that was captured. Memos of customers stay. */
  'side.forget': { params: z.object({}), result: Shown },
} as const
export type SideCalls = typeof SIDE_CALLS
