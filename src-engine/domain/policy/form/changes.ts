import type { PolicyChange } from '../../../../src-shared/contract/policies.ts'
import type { Policy } from '../../../../src-shared/domain/policy.ts'
import { placesOf } from './places.ts'

/** A place is the same when it holds the same, in whatever order a file names its fields. */
function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sorted) === JSON.stringify(b, sorted)
}

function sorted(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What two policies say differently, place by place, in sentences; the number of the version is not compared. */
export function changesBetween(from: Policy | null, to: Policy | null): PolicyChange[] {
  const [before, after] = [placesOf(from), placesOf(to)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((at) => {
    const [was, is] = [before.get(at), after.get(at)]
    return sameValue(was?.value, is?.value) ? [] : [{ at, title: (is ?? was)?.title ?? { zh: at, en: at }, before: was === undefined ? null : [...was.say], after: is === undefined ? null : [...is.say] }]
  })
}
