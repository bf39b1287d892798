import { SETTLING_MS } from '../outcome-of-case/outcome.ts'

/** So long the earlier matter must have rested: as long as a customer who comes back counts as coming back with it. */
const restsAt = (end: number, at: number): boolean => at - end >= SETTLING_MS

/** Cheap, and necessary: may a customer's message begin a new matter at all? Asked for each message, before ends are read. */
export const mayBeginMatter = (lastCustomerAt: number, at: number): boolean => lastCustomerAt > 0 && restsAt(lastCustomerAt, at)

/**
 * Does a customer's message begin a new matter? Yes where the conversation was resolved 72 hours ago or longer and the
 * customer has not written since: it is then no coming back. Times are the gateway's, in milliseconds.
 * @param lastCustomerAt when the customer wrote last before it
 * @param ends when the conversation was resolved, of resolutions that hold, in any order
 */
export function beginsMatter(at: number, lastCustomerAt: number, ends: readonly number[]): boolean {
  const last = Math.max(...ends.filter((end) => end <= at))
  return mayBeginMatter(lastCustomerAt, at) && Number.isFinite(last) && restsAt(last, at) && lastCustomerAt <= last
}
