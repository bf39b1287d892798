import type { Finding } from '../../../src-shared/domain/draft.ts'
import type { Protected } from '../../../src-shared/domain/protects.ts'
import { fold } from './fold.ts'
import type { RulePack } from './rules.ts'
import { PRIVATE_KEY } from './source-keys.ts'
import type { Sources } from './sources.ts'

/** What a finding is looked at with; `folded` is the whole draft. */
export interface Found { folded: string; sources: Sources; rules: readonly RulePack[] }

/**
 * What a finding keeps from harm, so that its words do not leave; null: it is asked about or shown. Only what is meant by the
 * list blocks: a sum that is refused or that the customer named is no offer, a figure that also stands in an internal passage
 * is no quotation of it, and a date that also is another customer's tells nothing of them.
 */
export function protectsOf(finding: Finding, found: Found): Protected | null {
  if (finding.severity !== 'error') return null
  switch (finding.kind) {
    case 'over-cap': return isOffer(finding, found) ? 'money' : null
    case 'other-customer': return tellsOfSomebody(finding) ? 'others-data' : null
    case 'internal-passage': return isQuotation(finding.text) ? 'internal-text' : null
    case 'personal-data': return 'sensitive-data'
    case 'rule': return found.rules.flatMap(({ rules }) => rules).find(({ id }) => id === finding.source)?.protects ?? null
    default: return null
  }
}

/** What ends a clause; a comma within a figure does not. */
const CLAUSE_END = /[,。;!?\n](?!\d{3})|\. /
/** The clause before the sum says that it is not given, ... */
const REFUSED = /(?:不能|无法|没法|不可以|不支持|不会|没办法|没有办法|达不到|给不了|赔不了|不同意|不接受)(?:再|直接|给|为|帮|向|您|你|到|按|一次性?|这么多|承诺)*(?:补偿|赔偿|赔付|打款|退款|赔|补|退)?[^,。;]{0,6}$|(?:can ?not|can['’]t|unable to|not able to|won['’]t|(?:do|does|is|are|would|could)(?: not|n['’]t))(?:(?!\b(?:but|instead|so (?:we|i)|(?:we|i)(?:['’]ll| will| can)|and (?:will|can))\b)[^,;.]){0,40}$/i
/** ... unless something else is refused in it and the sum is offered in its place: `不能退货给您补偿50元`. */
const OFFERED_INSTEAD = /(?:不能|无法|没法|不可以|不支持|没办法|没有办法|不同意|不接受)[^,。;因]*?(?:退货(?!退款)|换货|换新|更换|换(?=给|补|可|我)|退换|维修|取消|发货|补发|补寄|拦截|改地址|改价)(?!后|之后|的|再|时)[^,。;]*?(?:给|补|赔|打款|退(?!货)|送|返)[^,。;]*$/
/** ... or that the customer named it. */
const THEIRS = /(?<!按|照|据|足|应|同意)(?:您|你|顾客|客户)(?:刚才|刚刚|之前|这边|所|有)?(?:说|要求|要的|提出|提到|提的|想要|希望|申请|期望|主张)(?!的话)|(?<![a-z])(?:you (?:have )?(?:ask|want|mention|request|said|demand|suggest|claim|propos)|your (?:request|demand|claim|proposal))/i
/** Behind it: `50元补偿不了`. */
const REFUSED_AFTER = /^[^,。;]{0,8}(?:不了|不能|无法|没办法|超出|达不到|is not possible|isn['’]t possible|is more than|exceeds)/i
/** It has been paid, ... */
const PAST = /(?:已经?|之前|上次|昨天|前天)[^,。;]{0,12}$|(?<![a-z])(?:has been|have been|was|were|already)(?![a-z])[^,;.]{0,40}$/i
/** ... and stands in a record of payments. */
const PAYMENT_PATH = /payout|refund|afterSale|after_sale|compensat|payment|退款|补偿|赔付/i

/** Does the shop offer the sum, or is it spoken of? */
function isOffer({ start, end, text }: Finding, { folded, sources }: Found): boolean {
  const before = folded.slice(Math.max(0, start - 60), start).split(CLAUSE_END).at(-1) ?? ''
  const after = folded.slice(end, end + 24)
  if ((REFUSED.test(before) && !OFFERED_INSTEAD.test(before)) || REFUSED_AFTER.test(after) || THEIRS.test(before)) return false
  return !(PAST.test(before) && sources.known.some(({ kind, foreign, where, shown }) => kind === 'amount' && !foreign && PAYMENT_PATH.test(where) && digits(shown) === digits(text)))
}

const digits = (text: string): number => Number.parseFloat(fold(text).replace(/[^\d.]/g, ''))

/** A name, an address, or a number with as many digits as only one person's has. */
const NUMBER_DIGITS = 7
const tellsOfSomebody = ({ text, source }: Finding): boolean => (text.match(/\d/g)?.length ?? 0) >= NUMBER_DIGITS || PRIVATE_KEY.test(source?.split('.').at(-1) ?? '')

/** Words, not a figure with its unit. */
const isQuotation = (text: string): boolean => (text.match(/\p{L}/gu)?.length ?? 0) >= 8
