import type { Manner } from '../../../src-shared/domain/manner.ts'
import { plainly } from './answers/context.ts'
import type { Matter } from './matter.ts'
import type { Bubble, Line } from './types.ts'

/** Something went wrong: no thanks for coming back, and a second time is owned as one. */
const WRONG: ReadonlySet<string> = new Set(['damaged', 'quality_defect', 'wrong_item', 'missing_item', 'gift_missing', 'not_as_described', 'parcel_lost', 'logistics_stuck', 'delivered_not_received', 'resend_request'])
/** Nothing is wrong and nothing waited for: a word of thanks does not stand in the way. */
const PLEASANT: ReadonlySet<string> = new Set(['product_question', 'promo_coupon', 'points_member', 'restock', 'parts_accessory', 'presale_balance'])
const isKey = (line: Line, key: string): boolean => 'key' in line && line.key === key

/** Lets the customer's own ways shape what is said; names only the rules that did. */
export function withManners<Made extends { bubbles: Bubble[] }>(made: Made, manners: readonly Manner[], matter: Matter): Made & { manners: Manner[] } {
  const [head = [], ...rest] = made.bubbles
  const wrong = matter.topics.some((topic) => WRONG.has(topic))
  if (manners.includes('again') && wrong && matter.emotion < 2 && head.some((line) => isKey(line, 'goods.sorry') || isKey(line, 'hello'))) {
    const others = head.filter((line) => !isKey(line, 'goods.sorry') && !isKey(line, 'goods.about'))
    return { ...made, bubbles: [[...others.filter((line) => isKey(line, 'hello')), plainly('manner.again'), ...others.filter((line) => !isKey(line, 'hello'))], ...rest], manners: ['again'] }
  }
  if (manners.includes('short') && made.bubbles.length > 2) return { ...made, bubbles: made.bubbles.slice(0, 2), manners: ['short'] }
  if (manners.includes('member') && matter.topics.length > 0 && matter.topics.every((topic) => PLEASANT.has(topic)) && matter.emotion === 0 && head.some((line) => isKey(line, 'hello'))) {
    return { ...made, bubbles: [[...head.filter((line) => isKey(line, 'hello')), plainly('manner.member'), ...head.filter((line) => !isKey(line, 'hello'))], ...rest], manners: ['member'] }
  }
  return { ...made, manners: [] }
}
