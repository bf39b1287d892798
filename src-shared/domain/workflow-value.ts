import { z } from 'zod'
import { Address } from './commerce.ts'
import { Money } from './text.ts'

/** Names a value of a run, such as `order` or `reason`. */
export const ValueName = z.string().regex(/^[a-z][a-zA-Z0-9]{0,29}$/)
/** A value by its name, or one field of what was looked up: `order`, `parcel.carrier`. */
export const ValuePath = z.string().regex(/^[a-z][a-zA-Z0-9]{0,29}(?:\.[a-z][a-zA-Z0-9]{0,29})?$/)

/** A position of an order: `index` counts from 0 in `Order.items`. */
const Item = z.object({ index: z.number().int().nonnegative(), quantity: z.number().int().positive(), productId: z.string(), title: z.string() })

/** What a run found out. Each carries its type, so that it can be put into an action only where it fits. */
export const Value = z.discriminatedUnion('type', [
  z.object({ type: z.literal('order'), value: z.string() }),
  z.object({ type: z.literal('item'), value: Item }),
  z.object({ type: z.literal('variant'), value: z.object({ productId: z.string(), variant: z.string(), title: z.string() }) }),
  z.object({ type: z.literal('text'), value: z.string() }),
  z.object({ type: z.literal('size'), value: z.string() }),
  z.object({ type: z.literal('colour'), value: z.string() }),
  z.object({ type: z.literal('choice'), value: z.string() }),
  z.object({ type: z.literal('email'), value: z.string() }),
  z.object({ type: z.literal('date'), value: z.string() }),
  z.object({ type: z.literal('yes-no'), value: z.boolean() }),
  z.object({ type: z.literal('number'), value: z.number() }),
  /** How many pictures came. */
  z.object({ type: z.literal('photo'), value: z.number().int().positive() }),
  z.object({ type: z.literal('amount'), value: Money }),
  z.object({ type: z.literal('address'), value: Address }),
])
export type Value = z.infer<typeof Value>
export type ValueType = Value['type']
export const Values = z.record(z.string(), Value)
export type Values = z.infer<typeof Values>

/** What a question can collect. */
export const QuestionType = z.enum(['order', 'item', 'variant', 'text', 'size', 'colour', 'choice', 'email', 'date', 'yes-no', 'photo', 'amount', 'address', 'invoice-title', 'tax-id'])
export type QuestionType = z.infer<typeof QuestionType>

/** The type of the value that an answer gives. */
export const answerType = (type: QuestionType): ValueType => (type === 'invoice-title' || type === 'tax-id' ? 'text' : type)
