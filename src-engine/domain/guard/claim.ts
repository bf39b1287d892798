/** What the guard can say, version 3. Closed list; docs/guard.md tells what each means. */
export const GUARD_KINDS = [
  'amount', 'percentage', 'date', 'weekday', 'time', 'past-time', 'duration', 'order_no', 'tracking_no', 'number_tail', 'phone', 'carrier', 'spec',
  'status', 'product', 'colour', 'size', 'quantity', 'name', 'address', 'policy', 'other-order',
  'over-cap', 'other-customer', 'personal-data', 'internal-passage', 'injection-echo', 'language', 'rule',
] as const
export type GuardKind = (typeof GUARD_KINDS)[number]

export type ClaimKind = Extract<GuardKind, 'amount' | 'percentage' | 'date' | 'time' | 'duration' | 'order_no' | 'tracking_no' | 'number_tail' | 'phone' | 'carrier' | 'spec'>

/**
 * Something in a text that must have a source. Offsets are code points. `keys` are its normal forms: two claims mean the
 * same when they share one. Forms: amount `CNY:12900` (hundredths; `:12900` without currency), percentage `20`,
 * date `--11-25` / `2026-11-25` / `w3` (weekday, 0 Sunday), time `14:05`, duration `h48` / `h48-72` / `bd3` / `mo12` /
 * `min30` / `s30`, numbers their digits and letters, carrier its number in the list, spec `1500 g`.
 */
export type Claim = { kind: ClaimKind; start: number; end: number; text: string; keys: string[]; value: number | null }
