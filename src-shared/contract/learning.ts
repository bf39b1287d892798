import { z } from 'zod'
import { LearnedAs, NoDraftWhy, Outcome, Suggestion } from '../domain/learning.ts'
import { Id, MESSAGE_MAX_LENGTH } from '../domain/message.ts'
import { ShownTopic, TOLD_DAYS } from '../domain/outcome-counts.ts'
import { PHRASE_TITLE_MAX } from '../domain/phrase.ts'
import { DeskLanguage, LocalText, Millis } from '../domain/text.ts'

const Count = z.number().int().nonnegative()
/** Replies by what became of their draft; one that is not named has none. */
export const OutcomeCounts = z.partialRecord(Outcome, Count)
export type OutcomeCounts = z.infer<typeof OutcomeCounts>

/** This desk's own replies of the last four weeks. */
export const DraftFigures = z.object({
  counts: OutcomeCounts,
  /** Of the drafts that were offered in time: sent as they stood or lightly edited. The range holds the true share with 95 %. */
  taken: z.object({ right: Count, of: Count, low: z.number().nullable(), high: z.number().nullable() }),
  /** Median share of a draft that was changed, 0..1, over drafts that were offered; null: none. */
  medianEdit: z.number().nullable(),
  /** Days with replies, oldest first; `start`: midnight by the shop's clock. */
  days: z.array(z.object({ start: Millis, counts: OutcomeCounts })),
  /** Most replies first; null: no topic. */
  topics: z.array(z.object({ topic: z.string().nullable(), counts: OutcomeCounts })),
  /** `local` or the model's name, with the version of its prompt or templates. */
  makers: z.array(z.object({ by: z.string(), version: z.string(), counts: OutcomeCounts })),
  languages: z.array(z.object({ language: z.string(), counts: OutcomeCounts })),
  reasons: z.array(z.object({ why: NoDraftWhy, count: Count })),
})
export type DraftFigures = z.infer<typeof DraftFigures>

/** What became of a topic's drafts over the team. */
export const TopicFigures = z.object({
  topic: ShownTopic,
  /** The first day that is counted, where too few answered in the topic to show the days that were asked for alone; null: it is one of them. */
  since: Millis.nullable(),
  counts: OutcomeCounts,
  taken: DraftFigures.shape.taken,
})
export type TopicFigures = z.infer<typeof TopicFigures>

/** Figures of the team, over the last days that are over; each rests on several people's replies. */
export const TeamFigures = z.object({
  counts: OutcomeCounts,
  taken: DraftFigures.shape.taken,
  /** Half of the drafts that were offered were changed by so much or less, in hundredths; null: none. */
  editUpTo: Count.nullable(),
  days: DraftFigures.shape.days,
  /** Most replies first, `others` last. */
  topics: z.array(TopicFigures),
  reasons: DraftFigures.shape.reasons,
  /** How many people's replies were counted in 28 days; 3: three or more. */
  people: Count,
  /** Some replies are in no figure, because they are too few people's. */
  waiting: z.boolean(),
})
export type TeamFigures = z.infer<typeof TeamFigures>

/** A conversation behind a suggestion or a question. */
export const LearningSource = z.object({ conversationId: Id, messageId: Id, displayName: z.string(), at: Millis })
export type LearningSource = z.infer<typeof LearningSource>

export const ListedSuggestion = Suggestion.extend({
  /** How often it was written, and why it was needed. */
  count: Count,
  reasons: z.object({ missing: Count, edited: Count, refused: Count }),
  /** Newest first, at most 20. */
  sources: z.array(LearningSource),
  /** Names of the products it speaks of. */
  products: z.array(LocalText),
})
export type ListedSuggestion = z.infer<typeof ListedSuggestion>

/** What customers asked and nothing answered, near-duplicates together. */
export const OpenQuestion = z.object({
  id: Id,
  /** null: about the shop, or about no product that is known. */
  product: z.object({ id: z.string(), title: LocalText }).nullable(),
  topic: z.string().nullable(),
  language: DeskLanguage,
  text: z.string(),
  count: Count,
  lastAt: Millis,
  sources: z.array(LearningSource),
})
export type OpenQuestion = z.infer<typeof OpenQuestion>

const Title = z.string().trim().min(1).max(PHRASE_TITLE_MAX)
const Text = z.string().trim().min(1).max(MESSAGE_MAX_LENGTH)

/** What the window may ask about learning from replies. */
export const LEARNING_CALLS = {
  'learning.figures': { params: z.object({}), result: DraftFigures },
  /** Over the team, for who may lead. Needs the line. */
  'learning.team': { params: z.object({ days: z.union([z.literal(7), z.literal(TOLD_DAYS)]) }), result: TeamFigures },
  /** Those written most often first; `decided`: what was decided, newest first. */
  'learning.suggestions': { params: z.object({ decided: z.boolean() }), result: z.object({ suggestions: z.array(ListedSuggestion), open: Count }) },
  /** It serves at once. Refused `learning-gaps` (an article with a gap), `not-found`. */
  'learning.approve': { params: z.object({ id: Id, as: LearnedAs, title: Title, text: Text }), result: z.object({}) },
  'learning.reject': { params: z.object({ id: Id, never: z.boolean() }), result: z.object({}) },
  /** `id` is the same as `into`: its conversations go there. */
  'learning.merge': { params: z.object({ id: Id, into: Id }), result: z.object({}) },
  /** Takes back what was decided last of it: what it became serves no more. */
  'learning.undo': { params: z.object({ id: Id }), result: z.object({}) },
  /** Most asked first. `conversationId`: only those asked in it, and of the products that it is about. */
  'learning.questions': { params: z.object({ conversationId: Id.optional() }), result: z.object({ questions: z.array(OpenQuestion) }) },
  /** Writes the answer as an article, which serves at once. Refused `learning-gaps`, `not-found`. */
  'learning.answer': { params: z.object({ id: Id, title: Title, text: Text }), result: z.object({}) },
  /** Not worth an answer; `dismissed: false` or after an answer: open again, and the answer is gone. */
  'learning.dismiss': { params: z.object({ id: Id, dismissed: z.boolean() }), result: z.object({}) },
} as const
export type LearningCalls = typeof LEARNING_CALLS
