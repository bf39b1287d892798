import type { ShownTopic, ToldCounts, ToldTopic } from '../../src-shared/domain/outcome-counts.ts'

export type TopicCounts = { [topic in ToldTopic]?: ToldCounts }

/** What one person told of one day at one seat. Days are those of the shop's calendar, `2026-11-28`. */
export interface ToldDay {
  /** The log that the counted replies are in. */
  logId: string
  seatId: string
  accountId: string
  day: string
  told: TopicCounts
  /** What of it is in a sum already, which never changes again. */
  summed: TopicCounts
}

/** A sum over several people's replies of some days, of which it is no longer known whose they were. */
export interface OutcomeSum { topic: ShownTopic; from: string; until: string; counts: ToldCounts }

export interface OutcomeReads {
  toldDay(of: Pick<ToldDay, 'logId' | 'seatId' | 'accountId' | 'day'>): Promise<ToldDay | null>
  /** Oldest first, then by log, seat and account. */
  toldDays(): Promise<ToldDay[]>
  /** Those that end on `since` or later, in the order in which they were made. */
  outcomeSums(since: string): Promise<OutcomeSum[]>
}

export interface OutcomeWrites extends OutcomeReads {
  /** Replaces what is kept of the same log, seat, account and day. */
  putToldDay(day: ToldDay): Promise<void>
  addOutcomeSum(sum: OutcomeSum): Promise<void>
  /** Forgets what was told of days before `day`, and sums that end before it. */
  forgetOutcomes(day: string): Promise<void>
}
