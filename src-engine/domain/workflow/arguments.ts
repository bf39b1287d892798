import { CommerceAction, type ActionKind } from '../../../src-shared/domain/commerce.ts'
import type { Binding, NodeOf } from '../../../src-shared/domain/workflow.ts'
import type { Value, Values, ValueType } from '../../../src-shared/domain/workflow-value.ts'

export interface Argument { types: readonly ValueType[]; optional?: true; /** The only words or figures that may be written here. */ among?: readonly (string | number)[] }

const ORDER: Argument = { types: ['order'] }
const ITEM: Argument = { types: ['item'] }
const VARIANT: Argument = { types: ['variant'] }
const WORDS: Argument = { types: ['text', 'choice', 'size', 'colour'] }
const AMOUNT: Argument = { types: ['amount'] }
const EMAIL: Argument = { types: ['email'], optional: true }
const among = (...words: string[]): Argument => ({ types: ['choice'], among: words })

/** What each action takes, and which values fit there. An amount never stands in a workflow: it is what was paid or found. */
export const ARGUMENTS: Readonly<Record<ActionKind, Readonly<Record<string, Argument>>>> = {
  cancel: { order: ORDER, reason: WORDS },
  'change-items': { order: ORDER, item: ITEM, variant: VARIANT },
  'change-address': { order: ORDER, address: { types: ['address'] } },
  'change-payment': { order: ORDER, method: WORDS },
  return: { order: ORDER, item: ITEM, reason: WORDS, amount: AMOUNT },
  exchange: { order: ORDER, item: ITEM, variant: VARIANT, reason: WORDS },
  refund: { order: ORDER, mode: among('full', 'partial', 'only'), amount: AMOUNT, reason: WORDS },
  resend: { order: ORDER, item: ITEM, reason: WORDS },
  invoice: { order: ORDER, mode: among('issue', 'resend', 'change'), title: WORDS, taxId: { ...WORDS, optional: true }, email: EMAIL },
  coupon: { order: ORDER, amount: AMOUNT, reason: WORDS },
  compensate: { order: ORDER, amount: AMOUNT, reason: WORDS },
  'price-difference': { order: ORDER, amount: AMOUNT },
  'urge-shipment': { order: ORDER },
  intercept: { order: ORDER, reason: WORDS },
  'extend-receipt': { order: ORDER, days: { types: ['number'] } },
  'book-service': { order: ORDER, item: ITEM, service: among('repair', 'installation'), when: { types: ['date', 'text', 'choice'] } },
  'carrier-claim': { order: ORDER, amount: AMOUNT, reason: WORDS },
  ticket: { order: { ...ORDER, optional: true }, title: WORDS, text: WORDS },
  memo: { order: ORDER, text: WORDS },
  flag: { order: ORDER, flag: among('red', 'yellow', 'green', 'blue', 'purple', 'grey') },
}

/** What a name stands for in a binding: the value, or what was written. undefined: nothing is known. */
function given(binding: Binding | undefined, values: Values): Value['value'] | undefined {
  if (!binding) return undefined
  return binding.from === 'fixed' ? binding.value : values[binding.path]?.value
}

/** @returns the action with what the run knows; null: something is missing or does not fit, and a person has to look */
export function actionOf(node: NodeOf<'action'>, values: Values): CommerceAction | null {
  const arg = (name: string): unknown => given(node.args[name], values)
  const item = arg('item') as { index: number; quantity: number } | undefined
  const pieces = item && { index: item.index, quantity: item.quantity }
  const variant = arg('variant') as { productId: string; variant: string } | undefined
  const plain = Object.fromEntries(Object.keys(ARGUMENTS[node.action]).filter((name) => !['order', 'item', 'variant'].includes(name)).map((name) => [name, arg(name)]))
  const shaped = { kind: node.action, ...plain, orderNo: arg('order') }
  switch (node.action) {
    case 'change-items': case 'exchange':
      return parsed({ ...shaped, items: [{ ...pieces, productId: variant?.productId, variant: variant?.variant }] })
    case 'return': case 'resend':
      return parsed({ ...shaped, items: [pieces] })
    case 'book-service':
      return parsed({ ...shaped, itemIndex: pieces?.index })
    case 'invoice':
      return parsed({ ...shaped, taxId: arg('taxId') ?? null, email: arg('email') ?? null })
    case 'ticket':
      return parsed({ ...shaped, orderNo: arg('order') ?? null })
    default:
      return parsed(shaped)
  }
}

const parsed = (candidate: unknown): CommerceAction | null => CommerceAction.safeParse(candidate).data ?? null
