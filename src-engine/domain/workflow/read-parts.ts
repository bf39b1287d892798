import type { Order } from '../../../src-shared/domain/order.ts'
import type { Product } from '../../../src-shared/domain/product.ts'
import type { Money } from '../../../src-shared/domain/text.ts'
import type { Value } from '../../../src-shared/domain/workflow-value.ts'
import { offeredBy } from '../agreement/offered.ts'
import { isPlainYes } from '../agreement/plain-yes.ts'
import { local } from '../drafting/format.ts'
import type { Heard } from './heard.ts'

const CURRENCIES: readonly Money['currency'][] = ['CNY', 'USD', 'EUR', 'GBP']

/** `20.00 CNY`, the normal form of docs/triage-entities.md; a range is no amount. */
export function readMoney(value: string | null): Value | null {
  const [, figure, code] = /^(\d+\.\d\d) ([A-Z]{3})$/.exec(value ?? '') ?? []
  const currency = CURRENCIES.find((one) => one === code)
  return figure && currency ? { type: 'amount', value: { amount: Math.round(Number(figure) * 100), currency } } : null
}

/** What of the words tells a yes from a no. */
type Answer = Pick<Heard, 'text' | 'acts' | 'entities' | 'photos'>

const NO = /^\s*(?:不|别|没|否|no\b|nope|don'?t|not\b|wrong)|不对|不是|不要|不用|不同意|有误|错了/iu
/** Begins like a yes, whatever comes after it. */
const BEGINS_YES = /^\s*(?:好|可以|行|是的?|对|嗯|确认|同意|没问题|没错|ok|要的?|yes|yeah|yep|sure|correct|right|confirm|go ahead|please do|that'?s right|fine)/iu

const QUALIFIES = /\d|等等|等一下|等下|稍等|先别|但|不过|除了|改成|换成|如果|要是|\b(?:wait|hold on|but|except|instead|unless|if)\b/iu

/** A yes to something else than what was asked: another sum, another name, a condition. */
export function isQualifiedYes(heard: Answer): boolean {
  return (BEGINS_YES.test(heard.text) || heard.acts.includes('affirm')) && (QUALIFIES.test(heard.text) || heard.acts.includes('hold_on') || heard.entities.some(({ type }) => type === 'name' || type === 'address' || type === 'email'))
}

/**
 * Agrees in plain words alone, those that the question offers among them: no sarcasm, sigh, shrug or picture, and nothing that triage
 * alone takes for a yes. @param question its words in every language, as the shop wrote them
 */
export function isAgreement(heard: Answer, question: string): boolean {
  return heard.photos === 0 && !heard.acts.includes('deny_correct') && !isQualifiedYes(heard) && isPlainYes(heard.text, offeredBy(question))
}

/** A plain yes or no to a question. Doubt is neither: "好像不对" is no yes, nor is "好吧". */
export function readYesNo(heard: Answer, question: string): Value | null {
  const said = (value: boolean): Value => ({ type: 'yes-no', value })
  if (isAgreement(heard, question)) return said(true)
  return heard.acts.includes('deny_correct') || NO.test(heard.text) ? said(false) : null
}

/** A new address. Whose name and number are not written again keeps those of the order. */
export function readAddress(heard: Heard, order: Order | null): Value | null {
  const entity = (type: string): string | undefined => heard.entities.findLast((one) => one.type === type)?.value
  const detail = entity('address')
  const name = entity('name') ?? order?.address.name
  const phone = entity('phone') ?? order?.address.phone
  return detail && name && phone ? { type: 'address', value: { name, phone, region: '', detail: detail.slice(0, 200) } } : null
}

/** The one variant of the product that the words name: in full, or by size and colour. */
export function variantMeant(product: Product | undefined, heard: Heard, language: 'zh' | 'en'): Value | null {
  if (!product) return null
  const names = (variant: Product['variants'][number]): string[] => [variant.zh.toLowerCase(), variant.en.toLowerCase()]
  const text = heard.text.toLowerCase()
  const whole = product.variants.filter((variant) => names(variant).some((name) => has(text, name)))
  const wishes = heard.entities.filter((one) => one.type === 'size' || one.type === 'colour').map((one) => [one.value.toLowerCase(), one.text.toLowerCase()])
  const fitting = wishes.length === 0 ? [] : product.variants.filter((variant) => wishes.every((wish) => names(variant).some((name) => wish.some((word) => has(name, word)))))
  const found = whole.length > 0 ? whole : fitting
  const [one] = found
  return one && found.length === 1 ? { type: 'variant', value: { productId: product.id, variant: one.zh, title: local(one, language) } } : null
}

/** Latin words as words, so that `L` is not found in `XL`; Chinese ones anywhere. */
function has(text: string, word: string): boolean {
  if (/[^\x20-\x7f]/.test(word)) return text.includes(word)
  const at = text.indexOf(word)
  return at >= 0 && !/[a-z0-9]/.test(text[at - 1] ?? '') && !/[a-z0-9]/.test(text[at + word.length] ?? '')
}
