import type { Order } from '../../../src-shared/domain/order.ts'
import type { NodeOf } from '../../../src-shared/domain/workflow.ts'
import type { Value, Values } from '../../../src-shared/domain/workflow-value.ts'
import { focusAfter, orderMeant } from '../drafting/dialogue/focus.ts'
import { byProduct, isHeadNamed } from '../drafting/dialogue/naming.ts'
import { local } from '../drafting/format.ts'
import type { Heard, World } from './heard.ts'
import { readAddress, readMoney, readYesNo, variantMeant } from './read-parts.ts'

type Question = NodeOf<'question'>
type Language = 'zh' | 'en'

/** What a question would be answered by without being asked: the only order, the only goods of an order. null: it has to be asked. */
export function selfEvident({ collects }: Question, values: Values, world: World, language: Language): Value | null {
  const [only, ...others] = world.orders
  if (collects.type === 'order') return only && others.length === 0 ? { type: 'order', value: only.no } : null
  if (collects.type !== 'item') return null
  const order = orderOf(collects.of, values, world)
  return order?.items.length === 1 ? itemAt(order, 0, null, language) : null
}

/**
 * Reads the answer to a question out of what the customer wrote. @param asked was this very question asked? A bare "yes" and
 * free words answer only then; numbers, goods, sizes and addresses speak for themselves.
 * @returns null: it is no answer to this
 */
export function readAnswer(question: Question, heard: Heard, values: Values, world: World, language: Language, asked: boolean): Value | null {
  const { collects } = question
  const entity = (type: Heard['entities'][number]['type']): string | null => heard.entities.findLast((one) => one.type === type)?.value ?? null
  switch (collects.type) {
    case 'order': {
      const meant = orderMeant(heard.text, focusAfter(heard.history, world.orders), world.orders)
      return meant ? { type: 'order', value: meant.no } : null
    }
    case 'item':
      return readItem(orderOf(collects.of, values, world), heard, language)
    case 'variant': {
      const item = collects.of === undefined ? undefined : values[collects.of]
      return item?.type === 'item' ? variantMeant(world.products.find((one) => one.id === item.value.productId), heard, language) : null
    }
    case 'size': return textOf('size', entity('size'))
    case 'colour': return textOf('colour', entity('colour'))
    case 'email': return textOf('email', entity('email'))
    case 'date': return textOf('date', entity('date'))
    case 'invoice-title': return textOf('text', entity('invoice_title') ?? (asked && plainWords(heard, question) ? heard.text.trim() : null))
    case 'tax-id': return valid(textOf('text', entity('tax_id')))
    case 'photo': return heard.photos > 0 ? { type: 'photo', value: heard.photos } : null
    case 'amount': return within(readMoney(entity('amount')), question)
    case 'address': return readAddress(heard, orderOf(collects.of, values, world))
    case 'choice': return readChoice(question, heard.text)
    case 'yes-no': return asked ? readYesNo(heard, offerOf(question)) : null
    case 'text': return asked && plainWords(heard, question) ? { type: 'text', value: heard.text.trim().slice(0, 300) } : null
  }
}

/** All that a question says, in both languages: who is asked in one may answer in the other. */
export const offerOf = ({ text, again }: Question): string => [text.zh, text.en, again.zh, again.en].join('\n')

const textOf = (type: 'size' | 'colour' | 'email' | 'date' | 'text', value: string | null): Value | null => (value === null ? null : { type, value })

/** A number whose check character is wrong is asked for once more. */
const valid = (value: Value | null): Value | null => (value?.type === 'text' && value.value.startsWith('invalid:') ? null : value)

function within(value: Value | null, { least, most }: Question): Value | null {
  if (value?.type !== 'amount') return null
  return value.value.amount >= (least ?? 0) && value.value.amount <= (most ?? Number.POSITIVE_INFINITY) ? value : null
}

/** Words that tell something, rather than ask. */
function plainWords(heard: Heard, { least }: Question): boolean {
  const words = heard.text.trim()
  return [...words].length >= (least ?? 2) && !/[?？]\s*$/u.test(words) && !heard.acts.some((act) => act === 'greeting' || act === 'hold_on' || act === 'thanks')
}

/** The order that a path names, with its goods. */
function orderOf(path: string | undefined, values: Values, world: World): Order | null {
  const value = path === undefined ? undefined : values[path]
  return value?.type === 'order' ? (world.orders.find((one) => one.no === value.value) ?? null) : null
}

function itemAt(order: Order, index: number, quantity: number | null, language: Language): Value | null {
  const item = order.items[index]
  if (!item) return null
  const pieces = quantity !== null && quantity >= 1 && quantity <= item.quantity ? quantity : item.quantity
  return { type: 'item', value: { index, quantity: pieces, productId: item.productId, title: local(item.title, language) } }
}

const ORDINAL = /^\D{0,4}([1-9])\D{0,3}$/

/** The one position of the order that the words mean: by its product, its title, or its place in the list. */
function readItem(order: Order | null, heard: Heard, language: Language): Value | null {
  if (!order) return null
  const quantity = Number(heard.entities.find((one) => one.type === 'quantity')?.value ?? Number.NaN)
  const wanted = Number.isInteger(quantity) ? quantity : null
  const products = new Set(heard.entities.filter((one) => one.type === 'product').map((one) => one.value))
  const text = heard.text.toLowerCase()
  const named = order.items.flatMap((item, index) => (products.has(item.productId) || [item.title.zh, item.title.en].some((title) => text.includes(title.toLowerCase()) || isHeadNamed(heard.text, title)) ? [index] : []))
  const place = ORDINAL.exec(heard.text.trim())?.[1]
  const [first, ...more] = named.length > 0 ? named : likest(order, heard.text)
  const index = first !== undefined ? (more.length === 0 ? first : undefined) : order.items.length > 1 && place ? Number(place) - 1 : undefined
  return index === undefined ? null : itemAt(order, index, wanted, language)
}

/** Positions that share the most of their titles with the words, as "the crossbody bag" does; [] where nothing tells them apart. */
function likest(order: Order, text: string): number[] {
  const alone = order.items.map((item) => ({ ...order, items: [item] }))
  return byProduct(text, alone).map((one) => alone.indexOf(one))
}

/** The one choice whose words stand in the text; of two that do, none. */
function readChoice({ choices }: Question, text: string): Value | null {
  const said = text.toLowerCase()
  const named = (choices ?? []).filter(({ words }) => words.some((word) => said.includes(word.toLowerCase())))
  const place = ORDINAL.exec(text.trim())?.[1]
  const [found] = named.length > 0 ? named : (choices ?? []).slice(Number(place ?? 0) - 1, Number(place ?? 0))
  return found && named.length < 2 ? { type: 'choice', value: found.value } : null
}
