import type { Manner } from '../../../src-shared/domain/manner.ts'
import { ORDER_ANSWERS, EXPLAINED_TO_ANYBODY, PERSON_TOPICS, PRODUCT_TOPICS } from './answers/index.ts'
import { asBubble, orderSource, plainly, productName, type Context } from './answers/context.ts'
import { actAnswer, fixedAnswer, threatened } from './answers/fixed.ts'
import { topicOfState } from './answers/logistics.ts'
import { aboutProduct, productMeant, warranty } from './answers/goods.ts'
import { approvedAnswer } from './approved.ts'
import { byNumber, byProduct, chooseOrder, type Choice } from './choose-order.ts'
import { needsOf, remember } from './dialogue/memory.ts'
import { withNotice } from './notices.ts'
import { withoutKnown } from './dialogue/known.ts'
import { looksLikeOrderNo } from './dialogue/order-number.ts'
import { day, TIME_ZONE } from './format.ts'
import { mannersFor } from './manner.ts'
import { withManners } from './mannered.ts'
import type { Matter } from './matter.ts'
import { quote } from './quote.ts'
import { sentences, wasSaid } from './speak.ts'
import { asksForSpec } from './spec-words.ts'
import type { Bubble, DraftInput, Line } from './types.ts'

export { TIME_ZONE }
/** Languages with all phrases; the others can say only where a parcel is, and the fixed texts. */
export const isFull = (language: string): language is 'zh' | 'en' => language === 'zh' || language === 'en'
const SHORT_TOPICS = new Set(['where_is_order', 'ship_when', 'logistics_stuck', 'safety_incident', 'scam_check'])

/** `manners`: rules about this customer that shaped it. */
export type Plan = { bubbles: Bubble[]; choice: Choice | null; manners: Manner[] }

/** What to say, before wording: gravest first, then the matter, with the tone around it and the customer's own ways heeded. */
export function plan(input: DraftInput, matter: Matter): Plan {
  const made = withNotice(planned(input, matter), input, matter)
  if (!isFull(matter.language) || made.bubbles.length === 0) return { ...made, manners: [] }
  return withManners(made, mannersFor(matter.verified ? input.customer : null, own(input), made.choice?.order?.no ?? null, matter.language), matter)
}

type Planned = Omit<Plan, 'manners'>

function planned(input: DraftInput, matter: Matter): Planned {
  if (!isFull(matter.language) && !matter.topics.every((topic) => SHORT_TOPICS.has(topic))) return { bubbles: tone(acknowledged(matter), matter), choice: null }
  const fixed = fixedAnswer(input, matter)
  if (fixed) return { bubbles: fixed, choice: null }
  // Orders given to the machine are not requests: only what the customer's own orders answer is taken up beside them.
  if (matter.marks.has('injection') && matter.topics.length > 0 && !matter.topics.some((topic) => ORDER_ANSWERS[topic] || PERSON_TOPICS.has(topic))) return { bubbles: [[plainly('injection')]], choice: null }
  // What a person approved for this very question; a dispute is never settled by a sentence that was meant for others.
  const approved = matter.topics.some((topic) => DISPUTED.has(topic)) ? null : approvedAnswer(input, matter)
  const byOrder = matter.verified && matter.topics.some((topic) => ORDER_ANSWERS[topic])
  if (approved && !byOrder) return { bubbles: tone([[approved], ...(matter.topics.some((topic) => PERSON_TOPICS.has(topic)) ? [[plainly('person.next')]] : [])], matter), choice: null }
  const isLoose = matter.inherited || (matter.topics.length === 0 && [...matter.acts].every((act) => act === 'provide_info'))
  const loose = (isLoose ? looseAnswer(input, matter) : null) ?? pressedAnswer(input, matter)
  if (loose) return { bubbles: tone(loose.bubbles, matter), choice: loose.choice }
  if (matter.inherited && otherGoods(input, matter)) return { bubbles: [], choice: null }
  const grave = matter.topics.find((topic) => PERSON_TOPICS.has(topic) || DISPUTED.has(topic))
  const answered = (grave === undefined ? matter.topics : [grave]).map((topic) => answerTopic(input, matter, topic))
  const choice = answered.find((one) => one.choice?.order)?.choice ?? answered[0]?.choice ?? null
  const memory = remember(input.history, own(input), input.timeZone ?? TIME_ZONE, input.shownOrder)
  const matters = withoutKnown(together(answered.map((one) => one.bubbles)), needsOf(memory, choice?.order?.no ?? null))
  // The facts of the order come first: they are this customer's.
  const bubbles = approved && choice?.order ? [...merged(matters).slice(0, 2), [approved]] : matters.length > 0 ? merged(matters) : isFull(matter.language) ? (byWords(input, matter) ?? actAnswer(matter)) : acknowledged(matter)
  return { bubbles: tone(bubbles, matter), choice }
}

/** Of one topic all; of two the first gets two bubbles; three get one each, so that none goes unanswered. */
function together(topics: readonly Bubble[][]): Bubble[] {
  const [only, ...others] = topics
  if (!only || others.length === 0) return only ?? []
  if (others.length === 1) return topics.flatMap((bubbles, index) => bubbles.slice(0, index === 0 ? 2 : 1))
  return topics.map((bubbles) => bubbles.slice(0, 2).flat())
}

/**
 * In a language whose phrases tell no more: thanks are returned, a pause is left alone, and everybody else hears that the
 * message was read and is being looked into. Nothing is promised.
 */
function acknowledged(matter: Matter): Bubble[] {
  if (matter.acts.has('thanks')) return [[plainly('act.thanks')]]
  return matter.acts.has('closing') || matter.acts.has('hold_on') ? [] : [[plainly('ack')]]
}

/** Cases that are told alone: what else the message holds can wait for the person who settles them. */
const DISPUTED = new Set(['refund_rejected', 'refund_amount', 'refund_only'])

/**
 * A customer who presses or is upset without naming anything is not asked what it is about when only one of the orders
 * is open (AI-05: nobody has to repeat).
 */
function pressedAnswer(input: DraftInput, matter: Matter): Planned | null {
  if (!matter.verified || matter.topics.length > 0 || !(matter.acts.has('urge') || matter.emotion >= 2)) return null
  const [order, ...others] = own(input).filter((candidate) => candidate.status === 'shipped' || candidate.status === 'paid' || candidate.status === 'refunding')
  if (!order || others.length > 0) return null
  return answerTopic(input, matter, order.afterSale && order.afterSale.status !== 'closed' ? 'refund_progress' : 'where_is_order')
}

/** Words that may ask where goods are, when they name some. */
const WHEREABOUTS = /到|哪|发|送|收|跑|呢|\b(?:where|when|yet|still|arriv\w*|here|got|coming|shipp?\w*)\b/i

/**
 * A message whose topic nobody recognised: the article that its own words point to, or, when it asks about goods that are
 * under way, where they are. null: neither.
 */
function looseAnswer(input: DraftInput, matter: Matter): Planned | null {
  if ([...matter.acts].some((act) => act !== 'provide_info') || !isFull(matter.language)) return null
  if (!matter.verified && looksLikeOrderNo(matter.words, [])) return { bubbles: [askIdentity(input, matter)], choice: null }
  const orders = own(input)
  const numbered = matter.verified && matter.topics.length === 0 ? byNumber(matter.words, orders) : null
  if (numbered) return answerTopic(input, matter, matter.asks && WHEREABOUTS.test(matter.words) ? 'where_is_order' : 'order_lookup')
  const goods = matter.verified ? orders.flatMap((order) => order.items.map((item) => item.productId)) : null
  const named = productMeant(matter.words, input, [])
  // Goods of several orders in one message: an article about one of them would be a guess.
  const several = matter.verified && new Set(byProduct(matter.words, orders).map((order) => order.items.map((item) => item.productId).join())).size > 1
  if (named && asksForSpec(matter.words)) return answerTopic(input, matter, 'product_question')
  const words = several ? null : quoteFor(input, matter, null, named ? [named.id] : goods)
  if (words && matter.asks) return { bubbles: [[words]], choice: null }
  const [order, ...others] = matter.verified && matter.asks && matter.topics.length === 0 && WHEREABOUTS.test(matter.words) ? byProduct(matter.words, orders) : []
  if (!order || others.length > 0 || (order.status !== 'shipped' && order.status !== 'paid')) return null
  return answerTopic(input, matter, 'where_is_order')
}

/** Two topics may ask the same thing; it is asked once. */
const merged = (bubbles: Bubble[]): Bubble[] => {
  const keys = new Set<string>()
  return bubbles.filter((bubble) => {
    const key = JSON.stringify(bubble)
    return keys.has(key) ? false : keys.add(key)
  })
}

/** An angry customer reads an apology for the experience, the matter, and who goes on with it; a new one a greeting. */
function tone(bubbles: Bubble[], matter: Matter): Bubble[] {
  const [head = [], ...rest] = bubbles
  const threat = threatened(matter)
  if (threat || matter.emotion >= 3) {
    const close: Bubble = [plainly(threat ? 'threat.next' : 'angry.next')]
    const body = [[plainly(threat ? 'threat.sorry' : 'angry.sorry'), ...head], ...rest.slice(0, 1)]
    return threat || !body.flat().some((line) => 'key' in line && line.key === 'person.next') ? [...body, close] : body
  }
  if (head.length === 0) return bubbles
  if (matter.emotion === 2) return [[plainly(matter.acts.has('urge') ? 'sorry.wait' : 'sorry'), ...head], ...rest]
  return matter.first && (matter.acts.size === 0 || matter.topics.length > 0) ? [[plainly('hello'), ...head], ...rest] : bubbles
}

function answerTopic(input: DraftInput, matter: Matter, topic: string): Planned {
  const answer = ORDER_ANSWERS[topic]
  const choice = matter.verified ? chooseOrder({ text: matter.words, history: input.history, orders: own(input), topic, denied: matter.acts.has('deny_correct') && !matter.first, shown: input.shownOrder, earlier: input.earlier }) : null
  const goods = choice?.order?.items.map((item) => item.productId) ?? []
  const product = productMeant(matter.words, input, goods)
  const quoteTopic = (choice?.order && (topic === 'where_is_order' || topic === 'ship_when') ? topicOfState(choice.order, input.now) : null) ?? topic
  const context: Context = {
    input, matter, topic, language: matter.language, timeZone: input.timeZone ?? TIME_ZONE,
    choice: choice ?? { order: null, certain: false, ask: [], unknownNumber: false },
    quote: quoteFor(input, matter, quoteTopic, product ? [product.id] : goods.length > 0 ? goods : null),
  }
  if (PRODUCT_TOPICS.has(topic)) return { bubbles: aboutProduct(context, product), choice }
  if (topic === 'warranty_repair') return { bubbles: warranty(context, product), choice }
  if (!answer) return { bubbles: PERSON_TOPICS.has(topic) ? [...asBubble(context.quote), [plainly('person.next')]] : asBubble(context.quote), choice }
  if (!choice) {
    const general = generalAnswer(input, matter, topic)
    if (general && !ABOUT_OWN.test(matter.words)) return { bubbles: [[general]], choice }
    return { bubbles: [...(EXPLAINED_TO_ANYBODY.has(topic) ? asBubble(context.quote) : asBubble(general)), askIdentity(input, matter)], choice }
  }
  if (choice.order) return { bubbles: answer(context, choice.order), choice }
  return { bubbles: choice.unknownNumber ? [[plainly('order.unknown')]] : choice.ask.length > 0 ? [whichOrder(context)] : [[plainly('order.none')]], choice }
}

/** The question is about the customer's own order, whatever the shop says of all orders. */
const ABOUT_OWN = /我的|我(?:买|下|付|收|退|这|那|有|昨|前|上)|(?:这|那)(?:个|单|笔|件)(?:订单)?|帮我|查一?下|(?<![a-z])(?:my|mine|i (?:bought|ordered|placed|received|returned|paid|sent))(?![a-z])/i

/** Asked as anybody would ask it. */
const GENERAL = /一般|通常|你们|能不能|可不可以|可以.{0,8}吗|能.{0,6}吗|多久|几[天点个]|谁(?:出|承担|付)|支持|怎么(?:开|退|换|申请|算)|(?<![a-z])(?:how (?:long|much|many|do)|do you|can (?:i|you|we)|does|what(?:'s| is) (?:your|the)|is there|are there|who pays|policy)(?![a-z])/i

/** What the shop says to everybody, where the words ask for it: needs no order and no name. */
function generalAnswer(input: DraftInput, matter: Matter, topic: string): Line | null {
  if (!isFull(matter.language)) return null
  const plain = input.hits.filter((hit) => hit.article.topics.length === 0)
  return plain.length === 0 ? null : quote(plain, { topic, words: matter.words, language: matter.language, productIds: null, strong: !GENERAL.test(matter.words), avoid: avoided(input) })
}

/** `那个灯呢`, `what about the lamp`: the same question of other goods. */
const ALIKE = /^(?:那|还有)?[^，。,.]{0,12}呢[？?]?$|^(?:and |ok(?:ay)?,? |so )?(?:what|how) about|^and (?:the|my)/i

/** The topic led to nothing, and may have been mistaken: then what the question itself points to among the untagged articles. */
function byWords(input: DraftInput, matter: Matter): Bubble[] | null {
  const plain = matter.asks && matter.topics.length > 0 ? input.hits.filter((hit) => hit.article.topics.length === 0) : []
  const found = plain.length > 0 && isFull(matter.language) ? quote(plain, { topic: null, words: matter.words, language: matter.language, productIds: null, avoid: avoided(input) }) : null
  return found ? [[found]] : null
}

/** The words name goods of an order other than the one spoken of: then the open topic is not what they ask. */
function otherGoods(input: DraftInput, matter: Matter): boolean {
  const named = byProduct(matter.words, own(input))
  if (named.length === 0 || matter.topics[0] === undefined || ALIKE.test(matter.words)) return false
  const before = chooseOrder({ text: '', history: input.history.slice(0, -1), orders: own(input), topic: matter.topics[0], denied: false }).order
  return before !== null && !named.includes(before)
}

/** Only orders of the customer that this conversation is verified for, whatever was handed in. */
const own = (input: DraftInput): DraftInput['orders'] => input.orders.filter((order) => order.customerId === input.customer?.id)

/** Was it said before in this conversation? */
function avoided(input: DraftInput): (text: string) => boolean {
  const said = input.history.filter((turn) => turn.role !== 'customer').flatMap((turn) => sentences(turn.text))
  return (text) => sentences(text).some((sentence) => wasSaid(sentence, said))
}

function quoteFor(input: DraftInput, matter: Matter, topic: string | null, productIds: readonly string[] | null): Line | null {
  if (!isFull(matter.language)) return null
  return quote(input.hits, { topic, words: matter.words, language: matter.language, productIds, avoid: avoided(input), strict: matter.topics.length > 1, onTopicOnly: topic !== null && PERSON_TOPICS.has(topic) })
}

/** Order number and the last four digits of the phone; only what is still missing. */
function askIdentity(input: DraftInput, matter: Matter): Bubble {
  const known = needsOf(remember(input.history, [], input.timeZone ?? TIME_ZONE), null).given
  const injection = matter.marks.has('injection') ? [plainly('injection')] : []
  return [...injection, plainly(known.has('order_no') ? (known.has('phone_tail') ? 'verify.again' : 'verify.phone') : 'verify.ask')]
}

function whichOrder(context: Context): Bubble {
  const list = context.choice.ask
    .map((order, index) => {
      const tail = order.no.slice(-4)
      const date = order.placedAt > 0 ? day(order.placedAt, context.language, context.timeZone) : context.language === 'zh' ? `尾号${tail}` : `ending in ${tail}`
      return `${index + 1}. ${productName(context, order)}${context.language === 'zh' ? `\uff08${date}\uff09` : ` (${date})`}`
    })
    .join('\n')
  return [{ key: 'which', vars: { list }, sources: context.choice.ask.map(orderSource), facts: ['order.items', 'order.placedAt'] }]
}
