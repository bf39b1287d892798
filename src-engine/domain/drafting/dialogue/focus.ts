import type { Order } from '../../../../src-shared/domain/order.ts'
import type { Turn } from '../types.ts'
import { byNumber, byProduct, byTitle, newest } from './naming.ts'

/** Which order is spoken of after some turns. */
export interface Focus {
  order: Order | null
  /** The customer named it, not we. */
  byCustomer: boolean
  /** All that were spoken of, in the order in which they first were. */
  spoken: readonly Order[]
  /** The one spoken of before this. */
  before: Order | null
  /** What our last words gave to choose from, in their order. */
  listed: readonly Order[]
  /** The last turn was ours: what we say next goes on from it. */
  wasOurs: boolean
}

/** @param start the order that the conversation began with, as the channel shows it */
export const noFocus = (start: Order | null = null): Focus => ({ order: start, byCustomer: start !== null, spoken: start ? [start] : [], before: null, listed: [], wasOurs: false })

/** Follows the order through the turns: named, chosen out of a list, left for another and taken up again. */
export function focusAfter(turns: readonly Turn[], orders: readonly Order[], start: Order | null = null): Focus {
  return turns.reduce((focus, turn) => nextFocus(focus, turn, orders), noFocus(start))
}

/** The focus after one more turn. */
export function nextFocus(focus: Focus, turn: Turn, orders: readonly Order[]): Focus {
  if (turn.role === 'customer') {
    const meant = orderMeant(turn.text, focus, orders)
    return { ...(meant ? turnedTo(focus, meant, true) : focus), wasOurs: false }
  }
  const titled = byTitle(turn.text, orders)
  const ours = byNumber(turn.text, orders) ?? (titled.length === 1 ? titled[0] : undefined)
  const list = listIn(turn.text, orders)
  return {
    ...(ours && list.length === 0 ? turnedTo(focus, ours, focus.byCustomer && focus.order === ours) : focus), wasOurs: true,
    listed: focus.wasOurs ? [...focus.listed, ...list] : list.length > 0 ? list : focus.listed,
  }
}

function turnedTo(focus: Focus, order: Order, byCustomer: boolean): Focus {
  return {
    ...focus, order, byCustomer, spoken: focus.spoken.includes(order) ? focus.spoken : [...focus.spoken, order],
    before: focus.order !== null && focus.order !== order ? focus.order : focus.before,
  }
}

/** The one order that a customer's words mean: by number, by goods, by its place in our list, or by pointing back. null: they say nothing of it, or not which. */
export function orderMeant(text: string, focus: Focus, orders: readonly Order[]): Order | null {
  const goods = byProduct(text, orders)
  return byNumber(text, orders) ?? chosen(text, focus) ?? (goods.length === 1 ? (goods[0] ?? null) : goods.length > 1 ? null : pointedAt(text, focus, orders))
}

const DIGITS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, first: 1, second: 2, third: 3, '1st': 1, '2nd': 2, '3rd': 3 }
const CHOICE = /^\s*(?:第|序号|选|是|就是|number |no\.? ?|#)?\s*([1-3一二三])\s*(?:个|笔|单|号|条|那个|那单)?\s*[。.!！吧呢]*\s*$|第\s*([1-3一二三])\s*(?:个|笔|单|条|件)|\b(first|second|third|1st|2nd|3rd)(?: one| order)?\b/i

/** Our words gave a list and these choose out of it. */
export const choosesFrom = (ours: string, text: string): boolean => /^\s*1[.、)]/m.test(ours) && CHOICE.test(text.normalize('NFKC'))

/** `2`, `第二个`, `the second one`: a place in the list that we gave last. */
function chosen(text: string, { listed }: Focus): Order | null {
  const match = listed.length > 0 ? CHOICE.exec(text.normalize('NFKC')) : null
  const word = (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').toLowerCase()
  return word === '' ? null : (listed[(DIGITS[word] ?? Number(word)) - 1] ?? null)
}

/** Lines of ours such as `1. 晨读台灯（11月20日）`, each of which names one order. */
function listIn(text: string, orders: readonly Order[]): Order[] {
  const lines = text.split('\n').filter((line) => /^\s*\d[.、)]/.test(line))
  const found = lines.flatMap((line) => {
    const titled = byTitle(line, orders)
    return byNumber(line, orders) ?? (titled.length === 1 ? titled : byProduct(line, orders).slice(0, 1))
  })
  return found.length === lines.length ? found : []
}

const OTHER = /另(?:外)?(?:的)?(?:一|那)?(?:个|笔|单|件)|(?:剩下|别的)那?(?:个|笔|单)|(?<![a-z])(?:the|my) other (?:one|order|parcel|package)|(?<![a-z])another order/i
const FIRST = /(?:第一|最开始|一开始|最早|最初)(?:说|问|讲)?的?(?:那)?(?:个|笔|单|件)|(?<![a-z])(?:the|my) (?:first|original) (?:one|order)/i
const BACK = /(?:回到|说回|回头说|还是说|再说说?|再问下?)[^，。,.!?？]{0,4}(?:之前|刚才|前面|原来|上一)|(?:刚才|之前|前面|上面)(?:说|问|讲|提)?的?那?(?:个|笔|单|件)(?:订单)?|上一(?:个|笔|单)|(?<![a-z])back to (?:the |my )?(?:previous|earlier|other)|(?<![a-z])the (?:previous|earlier) (?:one|order)/i
const NEWEST = /(?:最近|最新|最后|刚)(?:买|下|拍|付款?)?的?那?(?:一)?(?:个|笔|单|件)|(?<![a-z])(?:latest|newest|most recent|last) (?:one|order)/i

/** `另一单`, `刚才那个`, `the other order`: told by what was spoken of. */
function pointedAt(text: string, focus: Focus, orders: readonly Order[]): Order | null {
  const only = (left: readonly Order[]): Order | null => (left.length === 1 ? (left[0] ?? null) : null)
  const others = (from: readonly Order[]): Order[] => from.filter((order) => order !== focus.order)
  if (FIRST.test(text) && focus.spoken.length > 0) return focus.spoken[0] ?? null
  if (BACK.test(text) && focus.before) return focus.before
  if (OTHER.test(text) && focus.order) return only(others(orders)) ?? only(others(focus.spoken))
  return NEWEST.test(text) ? (newest(orders)[0] ?? null) : null
}

/** The words turn away from the order spoken of, and not even the list tells to which. */
export const turnsAway = (text: string): boolean => OTHER.test(text)
