import type { Disposition } from '../../../src-shared/domain/disposition.ts'
import { termsOf } from './terms.ts'

/** A turn of a conversation that is over. */
export interface PastTurn {
  id: string
  role: 'customer' | 'agent' | 'autopilot' | 'system'
  text: string
  at: number
  topics: readonly string[]
}

/** What is looked for. */
export interface Sought {
  words: string
  /** Topics of the words, likeliest first. */
  topics: readonly string[]
  productIds: readonly string[]
}

export interface OverConversation {
  turns: readonly PastTurn[]
  disposition: Disposition | null
  endedAt: number
}

/** A conversation read as a case. `matter`, `done`: turns of it; `score`: above LEAST it is like what is sought. */
export interface ReadCase {
  matter: PastTurn
  done: PastTurn | null
  topics: string[]
  minutes: number
  score: number
}

const LEAST = 1
/** In units of the share of the words that a case holds, three for all of them. */
const WORDS = 3
const FIRST_TOPIC = 2
const SOME_TOPIC = 1
const SAME_PRODUCT = 0.7
/** Ways to end that tell nothing of how a matter is solved. */
const EMPTY_ENDS: ReadonlySet<Disposition> = new Set(['no-answer', 'spam', 'other'])

/** Something was, or is being, done. */
const DEED = /已(?:为|给|帮|经?提交|经?登记|经?安排|经?申请|经?联系|经?反馈|经?升级|经?记录)|补发|退款|退回|换新|换货|寄出|寄一|安排|登记|核实|查件|催|拦截|改好|取消|赔|补差|优惠券|工单|维修|上门|(?<![a-z])(?:sent|resent|resend|refund\w*|replac\w*|arranged?|shipped|issued?|opened|cancel\w*|changed|repair\w*|credit\w*|escalat\w*|traced?|trace|collect\w*)(?![a-z])/gi
/** Courtesy, questions back: no deed. */
const EMPTY = /^(?:您好|你好|在的|好的|不客气|感谢|谢谢|祝您|稍等|请稍|hi|hello|thanks|thank you|you're welcome|have a|one moment|sure)/i
const ASKS = /[?？]\s*$/

function deeds(text: string): number {
  const found = new Set([...text.matchAll(DEED)].map(([word]) => word.toLowerCase())).size
  return found - (EMPTY.test(text) && text.length < 16 ? 2 : 0) - (ASKS.test(text) ? 1 : 0)
}

const shareOf = (words: readonly string[], text: string): number => {
  if (words.length === 0) return 0
  const held = new Set(termsOf(text))
  return words.filter((word) => held.has(word)).length / words.length
}

const SENTENCE = /[^。！？!?\n；;]*(?:[。！？!?；;]+|\n|$)/g
/** A reply this short, in code points, is told whole. */
const SHORT = 48

/** The sentences of a reply that tell what was done; a short reply whole. */
export function deedsOf(reply: string): string {
  if ([...reply].length <= SHORT) return reply.trim()
  // English sentences end at a point with a space behind it.
  const sentences = reply.split(/(?<=\.)\s+/).flatMap((part) => (part.match(SENTENCE) ?? []).map((sentence) => sentence.trim())).filter((sentence) => sentence !== '')
  const telling = sentences.filter((sentence) => deeds(sentence) > 0)
  return (telling.length > 0 ? telling : sentences).join(/\p{Script=Han}/u.test(reply) ? '' : ' ')
}

/** What the customer came with: the turn nearest to the words sought, else the first with a topic of its own. */
function matterOf(customers: readonly PastTurn[], words: readonly string[]): PastTurn | undefined {
  const scored = customers.map((turn, place) => ({ turn, score: 2 * shareOf(words, turn.text) + (turn.topics.length > 0 ? 1 : 0) - place * 0.05 }))
  return scored.sort((a, b) => b.score - a.score)[0]?.turn
}

/** The answer that did most about it, the later one of two alike; null where nothing but courtesy was said. */
function deedOf(turns: readonly PastTurn[], from: number): PastTurn | null {
  const ours = turns.filter((turn) => (turn.role === 'agent' || turn.role === 'autopilot') && turn.at >= from)
  const best = ours.map((turn) => ({ turn, score: deeds(turn.text) })).filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || b.turn.at - a.turn.at)[0]
  return best?.turn ?? null
}

/** Reads a conversation as a case for what is sought; null where its customer said nothing, or nothing of it is alike. */
export function readCase(over: OverConversation, sought: Sought): ReadCase | null {
  const words = termsOf(sought.words)
  const customers = over.turns.filter((turn) => turn.role === 'customer')
  const matter = matterOf(customers, words)
  if (!matter) return null
  const done = deedOf(over.turns, matter.at)
  const topics = [...new Set(customers.flatMap((turn) => turn.topics))]
  const [first] = sought.topics
  const alike = (first !== undefined && topics.includes(first) ? FIRST_TOPIC : 0) + (sought.topics.slice(1).some((topic) => topics.includes(topic)) ? SOME_TOPIC : 0)
  const said = WORDS * shareOf(words, over.turns.map((turn) => turn.text).join('\n'))
  const told = (done ? 0.5 : -0.5) + (over.disposition === null || EMPTY_ENDS.has(over.disposition) ? -0.5 : 0.5)
  if (said + alike < LEAST) return null
  const began = customers.find((turn) => turn.at <= matter.at)?.at ?? matter.at
  return { matter, done, topics, minutes: Math.max(0, Math.round((over.endedAt - began) / 60_000)), score: said + alike + told }
}

/** What a case gains by being about goods that are sought: little, since the matter counts. */
export const gainByGoods = (productIds: readonly string[], sought: Sought): number => (productIds.some((id) => sought.productIds.includes(id)) ? SAME_PRODUCT : 0)
