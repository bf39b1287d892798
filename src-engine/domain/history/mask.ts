import type { HistoryTurn } from '../../../src-shared/domain/history.ts'
import { createMasker } from '../drafting/masking/masker.ts'
import { createVault } from '../drafting/masking/vault.ts'
import type { Known } from '../drafting/masking/known.ts'

/** A turn as the file has it; `at` in milliseconds since the epoch. */
export interface RawTurn extends HistoryTurn { line: number }

/** Nobody writes more in one message; what is beyond it is pasted. In UTF-16 units. */
const LONGEST = 4000
/** Shorter names stand in other words. */
const SHORTEST_NAME = 2
/** Words that stand in a column of names and name nobody. */
const NOBODY = /^(?:客服|买家|卖家|顾客|客户|用户|消费者|访客|商家|系统|机器人|customer|agent|buyer|seller|support|system|bot|visitor|user|contact|in(?:coming)?|out(?:going)?)$/iu

const known = (values: ReadonlySet<string>, kind: 'name' | 'order'): Known[] =>
  [...values].map((value) => value.trim()).filter((value) => [...value].length >= SHORTEST_NAME && !NOBODY.test(value)).map((value) => ({ kind, value, thing: value }))

/** The turns of one conversation without personal data: names, numbers and addresses become placeholders, secrets stars. */
export function maskTurns(turns: readonly RawTurn[], names: ReadonlySet<string>, orders: ReadonlySet<string>): HistoryTurn[] {
  const masker = createMasker('all', createVault([]), [...known(names, 'name'), ...known(orders, 'order')])
  let ours: string | null = null
  return turns.map(({ role, at, text }) => {
    const words = text.length > LONGEST ? text.slice(0, LONGEST) : text
    const masked = masker.said(words, at ?? 0, role === 'customer' ? ours : null)
    if (role !== 'customer') ours = words
    return { role, at, text: masked }
  })
}
