import type { Stage } from './cases.ts'

/** A reply with places for what the records say, such as `{paid}`. */
export interface Template {
  id: string
  language: 'zh' | 'en'
  /** States of an order in which the reply is true. */
  stages: readonly Stage[]
  text: string
}
