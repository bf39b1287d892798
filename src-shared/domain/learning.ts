import { z } from 'zod'
import { Id } from './message.ts'
import { DeskLanguage, Millis } from './text.ts'

/**
 * What became of the draft of a reply that a person sent. unchanged: sent as it stood · light, heavy: edited · refused: another
 * text was sent · unread: sent as it stood, sooner than anybody reads it · none: there was no draft to take, see NoDraftWhy ·
 * unwatched: the window did not tell how the reply was written, so nothing can be said.
 */
export const OUTCOMES = ['unchanged', 'light', 'heavy', 'refused', 'unread', 'none', 'unwatched'] as const
export const Outcome = z.enum(OUTCOMES)
export type Outcome = z.infer<typeof Outcome>

/**
 * Why there was no draft to take. The first four as the drafter says · endpoint: it failed · late: it came when the person was
 * writing already · stale: it answered an older message · not-made: none was ever made · second: a further reply to a message
 * that was answered already · pictures: the reply has no words. Of the last two nobody expects a draft.
 */
export const NO_DRAFT = ['no-source', 'language', 'nothing-new', 'spam', 'endpoint', 'late', 'stale', 'not-made', 'second', 'pictures'] as const
export const NoDraftWhy = z.enum(NO_DRAFT)
export type NoDraftWhy = z.infer<typeof NoDraftWhy>
/** Told apart, and in no share. */
export const UNEXPECTED: ReadonlySet<NoDraftWhy> = new Set<NoDraftWhy>(['second', 'pictures'])

/** How a reply was written, as only the window knows. Times by the gateway's clock. */
export const Writing = z.object({
  /** The first sign of the person's own, in an empty field; null: they began with the draft. */
  beganAt: Millis.nullable(),
  /** The finished draft that was on the screen last, and since when; null: none. */
  shown: z.object({ draftId: Id, at: Millis }).nullable(),
})
export type Writing = z.infer<typeof Writing>

/** What a suggestion may become: knowledge that is found and quoted · a template for drafts, filled with the order's facts · a quick phrase. */
export const LearnedAs = z.enum(['article', 'template', 'phrase'])
export type LearnedAs = z.infer<typeof LearnedAs>

/** `rejected` may come again when the same is written again; `never` may not. */
export const SuggestionState = z.enum(['open', 'approved', 'rejected', 'never', 'merged'])
export type SuggestionState = z.infer<typeof SuggestionState>

/** A reply that agents wrote themselves, without what belongs to one customer. */
export const Suggestion = z.object({
  id: Id,
  state: SuggestionState,
  topic: z.string().nullable(),
  language: DeskLanguage,
  /** What was asked, and what was answered; personal data and facts of one order are gaps such as `{order}`. */
  question: z.string(),
  text: z.string(),
  productIds: z.array(z.string()),
  firstAt: Millis,
  lastAt: Millis,
  /** What it became; null while nothing was decided. */
  madeAs: LearnedAs.nullable(),
})
export type Suggestion = z.infer<typeof Suggestion>

/** An approved answer, as drafts use it. */
export interface LearnedAnswer {
  id: string
  kind: 'article' | 'template'
  topic: string | null
  language: DeskLanguage
  title: string
  question: string
  text: string
  productIds: readonly string[]
}
