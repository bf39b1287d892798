import type { DecideRequest, Facts } from '../../../../src-shared/domain/policy-facts.ts'
import { valueAt } from '../condition.ts'

/** A shop's records in the shape of its files, whole or only those that the request is about. */
export type Records = Readonly<Record<string, unknown>>
export interface Case { readonly facts: Facts; readonly request: DecideRequest }
/** Makes facts of a shop's records, of what the conversation has established, and of one call. What is given stays as given. */
export type ReadRecords = (given: Facts, request: DecideRequest, records: Records) => Case

/**
 * Facts about the desk for a shop that is no desk: nobody paused it, nobody is angry. They stand only where records are
 * read, so that a policy of a real shop never meets them.
 */
export const BENCH: Facts = {
  paused: false, online: true, holdsLease: true, personInvolved: false, attempts: 0, acts: [], marks: [], otherTopics: [], emotionLevel: 0, escalation: 0,
  intentConfidence: 1, risk: 0, blacklisted: false,
}

export const textAt = (scope: Records, path: string): string | null => {
  const value = valueAt(scope, path)
  return typeof value === 'string' ? value : null
}
export const numberAt = (scope: Records, path: string): number | null => {
  const value = valueAt(scope, path)
  return typeof value === 'number' && !Number.isNaN(value) ? value : null
}
/** The record under a key of a table; null where there is none. Keys may hold dots. */
export const entry = (table: unknown, key: unknown): Records | null => {
  if (table === null || typeof table !== 'object' || typeof key !== 'string' || !Object.hasOwn(table, key)) return null
  const found = (table as Records)[key]
  return found !== null && typeof found === 'object' ? (found as Records) : null
}
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
/** Money in minor units, so that sums and comparisons are exact. */
export const minor = (amount: number): number => Math.round(amount * 100)
