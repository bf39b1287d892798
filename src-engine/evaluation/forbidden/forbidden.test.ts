import { describe, expect, test } from 'vitest'
import { readPolicy } from '../../command-line/decide.ts'
import { isRight, type Ask } from './ask.ts'
import { ecomAsks } from './ecom-asks.ts'
import { madeUpEcom, madeUpRetail } from './made-up-shops.ts'
import { retailAsks } from './retail-asks.ts'

const read = (name: string) => readPolicy(new URL(`../../../resources/policies/${name}.json`, import.meta.url).pathname)
const shops = [
  { name: 'tau-retail', policy: read('tau-retail'), records: { ...madeUpRetail() }, asks: retailAsks(madeUpRetail(), 1000) },
  { name: 'ecom-bench', policy: read('ecom-bench'), records: { ...madeUpEcom() }, asks: ecomAsks(madeUpEcom(), 1000) },
]
const told = ({ facts, request, rule }: Ask): unknown => ({ rule, request, facts })

describe('PO-4 the shops\' own words, held by policies', () => {
  test.each(shops)('PO-4 $name: each forbidden request is refused by the rule that forbids it (a request let through, or stopped for a wrong reason)', ({ policy, records, asks }) => {
    const forbidden = asks.filter(({ rule }) => rule !== null)
    expect(forbidden.filter((ask) => !isRight(policy, records, ask)).map(told)).toEqual([])
  })
  test.each(shops)('PO-5 $name: none of the permitted requests is held back (a rule that is wider than the words)', ({ policy, records, asks }) => {
    const permitted = asks.filter(({ rule }) => rule === null)
    expect(permitted.filter((ask) => !isRight(policy, records, ask)).map(told)).toEqual([])
  })
  test('PO-4 there are at least 300 forbidden and 100 permitted requests, and every rule of both policies has its turn (a generator that makes next to nothing)', () => {
    const all = shops.flatMap(({ asks }) => asks)
    expect(all.filter(({ rule }) => rule !== null).length).toBeGreaterThanOrEqual(300)
    expect(all.filter(({ rule }) => rule === null).length).toBeGreaterThanOrEqual(100)
    for (const { policy, asks } of shops) {
      const used = new Set(asks.map(({ rule }) => rule))
      expect(policy.rules?.map(({ id }) => id).filter((id) => !used.has(id) && id !== 'one-payment' && id !== 'something-to-change')).toEqual([])
    }
  })
})
