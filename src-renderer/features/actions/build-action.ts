import { isTaxId } from '../../../src-shared/domain/after-sales/tax-id.ts'
import type { ActionChoice } from '../../../src-shared/contract/commerce.ts'
import type { CommerceAction } from '../../../src-shared/domain/commerce.ts'
import type { Order, OrderFlag } from '../../../src-shared/domain/order.ts'
import type { Money } from '../../../src-shared/domain/text.ts'

/** What is asked for, as it was typed. */
export interface Values {
  amount: string; reason: string; title: string; taxId: string; email: string; method: string; when: string; text: string; days: string
  name: string; phone: string; region: string; detail: string
  service: 'repair' | 'installation'; item: string; flag: OrderFlag | ''
  /** By position of the order: how many pieces, and the variant that is to take their place ('': none). */
  pieces: number[]; swaps: string[]
}
export type Field = 'amount' | 'reason' | 'pieces' | 'swaps' | 'address' | 'method' | 'title' | 'taxId' | 'email' | 'days' | 'service' | 'text' | 'flag'
export type Problem = { field: Field; word: 'amount' | 'over' | 'items' | 'taxId' | 'empty' }

/** What each action is asked about, in order. */
const FIELDS: Record<CommerceAction['kind'], readonly Field[]> = {
  cancel: ['reason'], 'change-items': ['swaps'], 'change-address': ['address'], 'change-payment': ['method'], return: ['pieces', 'amount', 'reason'], exchange: ['swaps', 'reason'],
  refund: ['amount', 'reason'], resend: ['pieces', 'reason'], invoice: ['title', 'taxId', 'email'], coupon: ['amount', 'reason'], compensate: ['amount', 'reason'], 'price-difference': ['amount'],
  'urge-shipment': [], intercept: ['reason'], 'extend-receipt': ['days'], 'book-service': ['service'], 'carrier-claim': ['amount', 'reason'], ticket: ['title', 'text'], memo: ['text'], flag: ['flag'],
}
export const fieldsOf = ({ kind, mode }: ActionChoice): readonly Field[] => (kind === 'invoice' && mode === 'resend' ? ['email'] : kind === 'refund' && mode === 'full' ? ['reason'] : FIELDS[kind])

/** Major units, as they stand in a field. */
export const inMajor = ({ amount }: Money): string => (amount / 100).toFixed(2).replace(/\.00$/u, '')

/** What stands in the form before anything is typed: the order's own words, all pieces, the highest amount where it is the usual one. */
export function startValues(order: Order, { kind, mode, most }: ActionChoice): Values {
  const { invoice, address, items } = order
  const usual = most && (mode === 'only' || kind === 'return' || kind === 'price-difference' || kind === 'carrier-claim' || order.status === 'refunding') ? inMajor(most) : ''
  return {
    amount: usual, reason: '', title: kind === 'invoice' ? (invoice?.title ?? '') : '', taxId: invoice?.taxId ?? '', email: invoice?.email ?? '', method: '', when: '', text: '', days: '7', ...address,
    service: 'repair', item: '0', flag: order.flag ?? '', pieces: items.map(({ quantity }) => (kind === 'return' ? quantity : 0)), swaps: items.map(() => ''),
  }
}

/** In minor units; null: not an amount. */
function minor(typed: string): number | null {
  const text = typed.trim().replace(/^[¥$€£]/u, '').replace(/[,，]/gu, '')
  return /^\d{1,8}(\.\d{1,2})?$/u.test(text) ? Math.round(Number(text) * 100) : null
}

/** The action that the form asks for, or the first thing wrong with it. */
export function buildAction(order: Order, choice: ActionChoice, values: Values): CommerceAction | Problem {
  const fields = fieldsOf(choice)
  const amount = amountOf(order, choice, values, fields)
  if ('word' in amount) return amount
  const empty = emptyField(choice, values, fields)
  if (empty) return { field: empty, word: 'empty' }
  const items = values.pieces.flatMap((quantity, index) => (quantity > 0 ? [{ index, quantity }] : []))
  const swaps = values.swaps.flatMap((variant, index) => {
    const item = order.items[index]
    return variant === '' || !item ? [] : [{ index, quantity: item.quantity, productId: item.productId, variant }]
  })
  if (fields.includes('pieces') && items.length === 0) return { field: 'pieces', word: 'items' }
  if (fields.includes('swaps') && swaps.length === 0) return { field: 'swaps', word: 'items' }
  const taxId = values.taxId.trim() === '' ? null : values.taxId.trim()
  if (fields.includes('taxId') && taxId !== null && !isTaxId(taxId)) return { field: 'taxId', word: 'taxId' }
  return assemble(order, choice, values, { amount, items, swaps, taxId })
}

function amountOf(order: Order, { most }: ActionChoice, { amount }: Values, fields: readonly Field[]): Money | Problem {
  const highest = most ?? { amount: 0, currency: order.total.currency }
  if (!fields.includes('amount')) return highest
  const wanted = minor(amount)
  if (wanted === null || wanted === 0) return { field: 'amount', word: 'amount' }
  return wanted > highest.amount ? { field: 'amount', word: 'over' } : { ...highest, amount: wanted }
}

function emptyField({ kind }: ActionChoice, values: Values, fields: readonly Field[]): Field | null {
  const blank = (text: string): boolean => text.trim() === ''
  if (fields.includes('address') && (blank(values.name) || blank(values.phone) || blank(values.detail))) return 'address'
  if (fields.includes('method') && blank(values.method)) return 'method'
  if (fields.includes('title') && blank(values.title)) return 'title'
  return kind === 'memo' && blank(values.text) ? 'text' : null
}

interface Parts { amount: Money; items: { index: number; quantity: number }[]; swaps: { index: number; quantity: number; productId: string; variant: string }[]; taxId: string | null }

function assemble({ no: orderNo }: Order, { kind, mode }: ActionChoice, values: Values, { amount, items, swaps, taxId }: Parts): CommerceAction {
  const reason = values.reason.trim()
  switch (kind) {
    case 'cancel': case 'intercept': return { kind, orderNo, reason }
    case 'change-items': return { kind, orderNo, items: swaps }
    case 'change-address': return { kind, orderNo, address: { name: values.name.trim(), phone: values.phone.trim(), region: values.region.trim(), detail: values.detail.trim() } }
    case 'change-payment': return { kind, orderNo, method: values.method.trim() }
    case 'return': return { kind, orderNo, items, reason, amount }
    case 'exchange': return { kind, orderNo, items: swaps, reason }
    case 'refund': return { kind, orderNo, mode: mode === 'full' || mode === 'only' ? mode : 'partial', amount, reason }
    case 'resend': return { kind, orderNo, items, reason }
    case 'invoice': return { kind, orderNo, mode: mode === 'resend' || mode === 'change' ? mode : 'issue', title: values.title.trim(), taxId, email: values.email.trim() === '' ? null : values.email.trim() }
    case 'coupon': case 'compensate': case 'carrier-claim': return { kind, orderNo, amount, reason }
    case 'price-difference': return { kind, orderNo, amount }
    case 'urge-shipment': return { kind, orderNo }
    case 'extend-receipt': return { kind, orderNo, days: Math.min(30, Math.max(1, Math.round(Number(values.days)) || 7)) }
    case 'book-service': return { kind, orderNo, service: values.service, itemIndex: Number(values.item), when: values.when.trim() }
    case 'ticket': return { kind, orderNo, title: values.title.trim(), text: values.text.trim() }
    case 'memo': return { kind, orderNo, text: values.text.trim() }
    case 'flag': return { kind, orderNo, flag: values.flag === '' ? null : values.flag }
  }
}
