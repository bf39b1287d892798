import type { Order } from '../../../../src-shared/domain/order.ts'
import { tokens } from '../../knowledge/tokens.ts'
import { thingsIn } from '../synonyms.ts'

/** As numbers are compared: capitals, without spaces, hyphens between digits or `#`. */
const plainNumber = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/(?<=[A-Z\d])[ -](?=\d)/g, '').replace(/#/g, '')

/** The number as a whole word: `1001` is not in `10012`. */
function stands(text: string, number: string): boolean {
  const plain = plainNumber(number)
  if (plain === '') return false
  for (let at = text.indexOf(plain); at >= 0; at = text.indexOf(plain, at + 1)) {
    if (!/[A-Z\d]/.test(text[at - 1] ?? '') && !/[A-Z\d]/.test(text[at + plain.length] ?? '')) return true
  }
  return false
}

/** Whole number, tracking number, or "ending in 6675" when only one order ends so. */
export function byNumber(text: string, orders: readonly Order[]): Order | null {
  const plain = plainNumber(text)
  // As it stands, where the next number is only a space away ("2188340610072265 0810"), and with its own spaces gone.
  const asWritten = text.normalize('NFKC').toUpperCase()
  const isNamed = (no: string): boolean => stands(asWritten, no) || stands(plain, no)
  const whole = orders.filter((order) => isNamed(order.no) || (order.logistics !== null && isNamed(order.logistics.trackingNo)))
  if (whole.length === 1) return whole[0] ?? null
  const tail = /(?:尾号|末四位|后四位|ENDING(?: IN| WITH)?)\D{0,4}(\d{4})(?!\d)/.exec(plain)?.[1]
  const ending = tail === undefined ? [] : orders.filter((order) => order.no.endsWith(tail))
  return ending.length === 1 ? (ending[0] ?? null) : null
}

/** Orders whose goods the text names best; [] when it names none. A word that is in every order tells nothing. */
export function byProduct(text: string, orders: readonly Order[]): Order[] {
  const things = thingsIn(text)
  const words = new Set(tokens(text))
  const named = orders.map((order) => ({ order, things: things.filter((thing) => goodsOf(order).includes(thing)).join() })).filter((entry) => entry.things !== '')
  // One order holds everything that is named: it is that one, whatever else shares a part of it.
  const holders = named.filter((entry) => named.every((other) => other.things.split(',').every((thing) => entry.things.split(',').includes(thing))))
  if (named.length > 1 && holders.length === 1 && holders[0]) return [holders[0].order]
  // Several different goods in one text: all of them are meant, the state must tell which for what.
  if (new Set(named.map((entry) => entry.things)).size > 1) return named.map((entry) => entry.order)
  const scored = orders.map((order) => {
    const titles = order.items.flatMap((item) => [item.title.zh, item.title.en, item.variant.zh, item.variant.en])
    const own = new Set(titles.flatMap(tokens))
    const shared = [...words].filter((word) => own.has(word) && word.length > 1 && !/^\d+$/.test(word) && !EMPTY.has(word)).length
    return { order, score: shared + 3 * things.filter((thing) => goodsOf(order).includes(thing)).length }
  })
  const best = Math.max(...scored.map((entry) => entry.score))
  if (best === 0) return byHead(text, orders)
  if (orders.length > 1 && scored.every((entry) => entry.score === best)) return []
  return scored.filter((entry) => entry.score === best).map((entry) => entry.order)
}

/** Words of titles that stand in any sentence. */
const EMPTY: ReadonlySet<string> = new Set(['the', 'and', 'for', 'with', 'of', 'in', 'on', 'to', 'my', 'order', 'set', 'new', 'one', 'it', 'is', 'be', 'at', 'or'])

const goodsOf = (order: Order): number[] => order.items.flatMap((item) => [...thingsIn(item.title.zh), ...thingsIn(item.title.en)])

/** `那个灯呢`, `鞋子`: the last sign of a Chinese title where it stands as a word of its own; for one order alone. */
function byHead(text: string, orders: readonly Order[]): Order[] {
  const found = orders.filter((order) => order.items.some((item) => isHeadNamed(text, item.title.zh)))
  return found.length === 1 ? found : []
}

/** Does the text name goods by the last sign of their Chinese title, as people do? */
export function isHeadNamed(text: string, title: string): boolean {
  const head = /\p{Script=Han}(?=[^\p{Script=Han}]*$)/u.exec(title.replace(/[（(【][^）)】]*[）)】]/g, ''))?.[0]
  return head !== undefined && !NO_HEAD.has(head) && new RegExp(`(?:^|[这那个款只双件把张台的和跟，,。 问买])${head}子?(?:呢|到|什|怎|啥|还|在|发|哪|有|坏|收|订|的|是|什么|大|小|太|能|可|保|，|。|？|$)`, 'u').test(text)
}
/** Signs that end titles and begin other words. */
const NO_HEAD: ReadonlySet<string> = new Set('套装件款色版型号盒包单个份子品物新')

/** Our own sentences quote articles that speak of other goods as well: only a whole title names an order. */
export const byTitle = (text: string, orders: readonly Order[]): Order[] =>
  orders.filter((order) => order.items.some((item) => item.title.zh !== '' && (text.includes(item.title.zh) || text.includes(item.title.en))))

export const newest = (orders: readonly Order[]): Order[] => [...orders].sort((a, b) => b.placedAt - a.placedAt)
