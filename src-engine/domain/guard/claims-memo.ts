import type { Calendar } from './calendar.ts'
import type { Claim } from './claim.ts'
import { claims } from './extract.ts'
import { SAYS_WHEN_FROM_NOW } from './extract-time.ts'

const MOST = 4000
/** A pure memo: passages and the fields of records come again with every draft, and reading a text is most of the work. */
const read = new Map<string, Claim[]>()
/** Neither a figure nor a numeral, a day, a weekday or a carrier can stand in a text with none of these. */
const MAY_CLAIM = /[\d一二三四五六七八九十两半百%日末A-Z]|通|丰|达|邮|德邦|菜鸟|京东|快|兔|云途|递|丹鸟|跨越|宅急|优速|安能|壹米|[a-z]day|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty|hundred)(?![a-z])/

/** The claims of a folded text of a source. */
export function claimsIn(folded: string, place: Calendar): Claim[] {
  // "Tomorrow" depends on the clock.
  if (SAYS_WHEN_FROM_NOW.test(folded)) return claims(folded, place)
  if (!MAY_CLAIM.test(folded)) return []
  const known = read.get(folded)
  if (known) return known
  if (read.size >= MOST) read.clear()
  const found = claims(folded, place)
  read.set(folded, found)
  return found
}
