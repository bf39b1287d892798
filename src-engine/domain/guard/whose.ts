export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const PERSONS = ['customer', 'user', 'buyer']
const OWNER_KEYS = ['customerId', 'customer_id', 'user_id', 'userId', 'buyer_id', 'buyerId', '客户编号']
const text = (value: unknown): string | null => (typeof value === 'string' || typeof value === 'number' ? String(value) : null)
const ownerOf = (record: Record<string, unknown>): string | null => OWNER_KEYS.map((key) => text(record[key])).find((id) => id !== null) ?? null
const isPerson = (record: Record<string, unknown>): boolean => PERSONS.includes(String(record['type']))

/** Id of the customer whom the facts are about: the first customer record's; null when there is none. */
export function customerId(facts: readonly unknown[]): string | null {
  const records = facts.filter(isRecord)
  const customer = records.find(isPerson) ?? records.find((record) => 'phone' in record && 'name' in record && 'id' in record)
  return customer ? text(customer['id']) ?? ownerOf(customer) : null
}

/** A record that names another customer as its owner. */
export function isForeign(fact: unknown, self: string | null): boolean {
  if (!isRecord(fact) || self === null) return false
  const owner = ownerOf(fact) ?? (isPerson(fact) ? text(fact['id']) : null)
  return owner !== null && owner !== self
}
