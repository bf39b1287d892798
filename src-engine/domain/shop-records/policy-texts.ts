import { isRecord } from '../guard/whose.ts'
import type { Raw } from './fields.ts'
import type { ShopText } from './index.ts'

/** Fewer code points are a setting, not a sentence that could be told to a customer. */
const LEAST = { han: 8, other: 24 } as const
/** Notes for the shop's own people. */
const INSIDE = /intern|staff|agent|private|source|remark|内部|客服|来源|备注/i

/** The sentences that stand in a shop's policy, each with the key that it stands under. */
export function policyTexts(policies: readonly Raw[]): ShopText[] {
  return policies.flatMap((policy) => textsIn(policy, 'policy'))
}

function textsIn(value: unknown, path: string): ShopText[] {
  if (INSIDE.test(path)) return []
  if (typeof value === 'string') return isSentence(value) ? [{ id: path, kind: 'policy', title: titleOf(path), text: value, productId: null }] : []
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, `${path}[${index}]`))
  if (!isRecord(value) || /intern|内部/i.test(String(value['audience'] ?? ''))) return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`))
}

const isSentence = (text: string): boolean => [...text].length >= (/\p{Script=Han}/u.test(text) ? LEAST.han : LEAST.other)
const titleOf = (path: string): string => (path.split('.').at(-1) ?? path).replace(/\[\d+\]$/, '').replace(/_/g, ' ')
