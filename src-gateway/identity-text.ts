/** What a customer says of their own: an order number of the shop and four digits of a phone. */
export interface IdentityClaim { orderNo: string; phoneLast4: string }

/** Order numbers of the shop have 16 digits; longer runs of digits (tracking numbers, cards) are something else. */
const ORDER_NO = /(?<![\d])\d{16}(?![\d])/
/** 尾号1234 · 后四位是 1234 · last four (digits) 1234 · last 4: 1234 · ending in 1234 */
const NAMED_LAST4 = /(?:尾号|尾數|尾数|后\s*四\s*位|後\s*四\s*位|后\s*4\s*位|last\s+(?:four|4)(?:\s+digits)?|ending(?:\s+in|\s+with)?|ends\s+(?:in|with))[^\d\n]{0,12}(\d{4})(?!\d)/i
/** Four digits that stand alone; not an amount, a year, a decimal or a part of a longer number. */
const BARE_LAST4 = /(?<![\d.,:¥$#-])\d{4}(?![\d年元块月号:]|[.,-]\d)/

/**
 * Finds an order number and the last four digits of its phone in a message, or in a message and the customer's message
 * before it. The message itself must bring at least one of the two, so that one claim is tried once. Bare four digits
 * count only where nothing else was said with them: as a whole message, or beside the order number alone.
 */
export function findIdentityClaim(previous: string | null, text: string): IdentityClaim | null {
  const now = partsOf(text)
  const before = previous === null ? { orderNo: null, last4: null } : partsOf(previous)
  if (now.orderNo === null && now.last4 === null) return null
  const orderNo = now.orderNo ?? before.orderNo
  const phoneLast4 = now.last4 ?? before.last4
  return orderNo === null || phoneLast4 === null ? null : { orderNo, phoneLast4 }
}

function partsOf(text: string): { orderNo: string | null; last4: string | null } {
  const plain = text.normalize('NFKC')
  const orderNo = ORDER_NO.exec(plain)?.[0] ?? null
  const rest = orderNo === null ? plain : plain.replace(orderNo, ' ')
  const named = NAMED_LAST4.exec(rest)?.[1]
  return { orderNo, last4: named ?? bareLast4(rest, orderNo !== null) }
}

function bareLast4(rest: string, besideOrderNo: boolean): string | null {
  const found = BARE_LAST4.exec(rest)?.[0]
  if (found === undefined) return null
  const others = rest.replace(found, '')
  const nothingElse = besideOrderNo ? !/\d/.test(others) : others.replace(/[\p{P}\p{S}\s]/gu, '') === ''
  return nothingElse ? found : null
}
