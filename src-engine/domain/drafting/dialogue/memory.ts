import type { Order } from '../../../../src-shared/domain/order.ts'
import { promiseIn } from '../../quality/promise.ts'
import type { Turn } from '../types.ts'
import { nextFocus, noFocus, type Focus } from './focus.ts'
import { needsAskedIn, needsGivenIn, type Need } from './needs.ts'

/** Words of one turn; `turn` is its place in the history. */
export interface Said { turn: number; text: string }
/** `order`: number of the one spoken of then; null: none yet. */
export interface Given extends Said { need: Need; order: string | null }
export interface Asked extends Given { /** Given by the customer for that order, before or since. */ answered: boolean }

/** What a conversation holds, read from its turns alone: the same turns, the same memory. */
export interface Memory {
  /** First message that named each topic, in order. */
  matters: Array<Said & { topic: string }>
  focus: Focus
  asked: Asked[]
  given: Given[]
  /** Sentences of ours that commit to a time; `when` are the words of it. */
  promised: Array<Said & { when: string }>
  /** Sentences of ours that refuse something. */
  refused: Said[]
  /** What the customer has written since our last words. */
  open: Said[]
}

const REFUSES = /不能|不可以|无法|不支持|不符合|没办法|做不了|不予|(?<![a-z])(?:can(?:no|')t|cannot|unable to|not (?:able|possible|eligible|covered)|don't (?:offer|support)|won't be able)(?![a-z])/i
/** We refuse, where we do not merely say what is not known yet. */
const NO_REFUSAL = /[?？]|如果|若|不能给您添|无法确认|能不能|(?<![a-z])(?:if|in case)(?![a-z])/i
const SENTENCE = /(?<=[。！!？?；;\n])|(?<=\.)\s/

export const sentencesIn = (text: string): string[] => text.split(SENTENCE).map((sentence) => sentence.trim()).filter(Boolean)

/**
 * Reads a conversation of any length: which order is meant, what was asked, given, promised, refused, and what is open.
 * @param shown number of the order that the channel shows beside the conversation
 */
export function remember(history: readonly Turn[], orders: readonly Order[], timeZone: string, shown?: string): Memory {
  const memory: Memory = { matters: [], focus: noFocus(orders.find((order) => order.no === shown) ?? null), asked: [], given: [], promised: [], refused: [], open: [] }
  let lastAsked: Need[] = []
  history.forEach((turn, index) => {
    memory.focus = nextFocus(memory.focus, turn, orders)
    if (turn.role === 'customer') return heard(memory, turn, index, lastAsked)
    const asked = needsAskedIn(turn.text)
    // One reply may lie in several bubbles: what any of them asks is asked.
    lastAsked = isOurs(history[index - 1]) ? [...lastAsked, ...asked] : asked
    said(memory, turn, index, { asked, timeZone })
  })
  return { ...memory, asked: memory.asked.map((one) => ({ ...one, answered: memory.given.some((given) => given.need === one.need && isAbout(given, one.order)) })) }
}

const isOurs = (turn: Turn | undefined): boolean => turn !== undefined && turn.role !== 'customer'

function heard(memory: Memory, turn: Turn, index: number, asked: readonly Need[]): void {
  const order = memory.focus.order?.no ?? null
  for (const need of needsGivenIn(turn, asked)) memory.given.push({ need, order, turn: index, text: turn.text })
  for (const { label } of turn.verdict?.topics ?? []) if (!memory.matters.some(({ topic }) => topic === label)) memory.matters.push({ topic: label, turn: index, text: turn.text })
  memory.open.push({ turn: index, text: turn.text })
}

function said(memory: Memory, turn: Turn, index: number, { asked, timeZone }: { asked: readonly Need[]; timeZone: string }): void {
  memory.open = []
  for (const need of asked) memory.asked.push({ need, order: memory.focus.order?.no ?? null, turn: index, text: turn.text, answered: false })
  const promise = promiseIn(turn.text, turn.at, timeZone)
  if (promise) memory.promised.push({ turn: index, text: promise.text, when: promise.when })
  memory.refused.push(...sentencesIn(turn.text).filter((sentence) => REFUSES.test(sentence) && !NO_REFUSAL.test(sentence)).map((text) => ({ turn: index, text })))
}

/** Who the customer is holds for all orders; a photo of one parcel says nothing of another. */
const OF_THE_CUSTOMER: ReadonlySet<Need> = new Set(['order_no', 'phone_tail'])
const isAbout = ({ need, order: of }: Pick<Given, 'need' | 'order'>, order: string | null): boolean => OF_THE_CUSTOMER.has(need) || of === null || order === null || of === order

/** What the customer has given for one order, and what we have asked for; none of what was given is asked for again. */
export interface Needs { given: ReadonlySet<Need>; asked: ReadonlySet<Need> }
export function needsOf(memory: Memory, order: string | null): Needs {
  const about = (all: readonly Given[]): ReadonlySet<Need> => new Set(all.filter((one) => isAbout(one, order)).map(({ need }) => need))
  return { given: about(memory.given), asked: about(memory.asked) }
}
