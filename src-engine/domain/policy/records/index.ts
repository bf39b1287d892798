import type { DecideRequest, Facts } from '../../../../src-shared/domain/policy-facts.ts'
import type { Policy } from '../../../../src-shared/domain/policy.ts'
import { readEcomBench } from './ecom-bench.ts'
import type { Case, ReadRecords } from './records.ts'
import { readTauRetail } from './tau-retail.ts'

const READERS: Readonly<Record<NonNullable<Policy['records']>, ReadRecords>> = { 'tau-retail': readTauRetail, 'ecom-bench': readEcomBench }

/** The case as the policy looks at it: made of records where it says whose and where records are given, else as it is. */
export function caseOf(policy: Policy, facts: Facts, request: DecideRequest): Case {
  const { records } = facts
  return policy.records === undefined || records === null || records === undefined ? { facts, request } : READERS[policy.records](facts, request, records)
}
export type { Records } from './records.ts'
