import type { Act } from '../../../src-shared/domain/triage.ts'
import type { Scored } from './scan.ts'

/** Something the words leave open, with the place that says so, in UTF-16 units of the normalised text. */
export interface NeedSign { readonly from: number; readonly to: number; readonly weight: number }
export interface Need {
  /** 0..`NEED_MOST`: how much the message still wants. A calm question is a small need and never an alarm. */
  readonly strength: number
  /** Factor 0..1 on everything that is carried: thanks, an assent or an answer lay little weight on what was before. */
  readonly rest: number
  /** Words of refusal, lack and trouble; a question alone is shown nowhere. */
  readonly signs: readonly NeedSign[]
}

/** A need said calmly stays under the level of an unhappy message. */
export const NEED_MOST = 0.35
/** Noisy-or weights. Round numbers on purpose: they rank, and nobody could tell .12 from .14 apart. */
const WEIGHT = { base: 0.05, question: 0.1, negation: 0.15, hitch: 0.1, nudge: 0.12, length: 0.04 }
const LONG = 30
/** What an act leaves of everything else. */
const REST: Readonly<Partial<Record<Act, number>>> = { thanks: 0.05, closing: 0.2, affirm: 0.2, provide_info: 0.4, hold_on: 0.4, media_only: 0.4, greeting: 0.6 }

const ASK = /[?？]|吗|怎么|怎样|什么|多久|多长|几天|几点|哪|能不能|是不是|有没有|可不可以|会不会|要不要|为啥|咋|啥|(?:呢|么)$|\b(?:what|when|where|why|how|who|which|can|could|will|would|is it|are you|do you|does)\b/gu
const NOT = /(?<![能会可要是好行对差])不(?!好意思|客气|用|错|谢|过|管|但|仅|止|急)|(?<!有)没(?!事|问题|关系|了)|无法|未|拒|别(?=再)|\b(?:not|no|never|nothing|nobody|cannot|without|none)\b|n't\b|\bdont\b/gu
const HITCH = /取消|降价|差价|退|(?<!不)错|(?<!多)少|缺|坏|漏|破|烂|丢|慢|还没|一直|又|才|都(?=[\d一二两三四五六七八九十半])|这么|到底|已经|算了|怎么办|(?<!不)急|为什么|凭|投诉|赔|骗|\b(?:still|again|already|wrong|missing|broken|damaged|late|refund|cancel|lost|delayed|waiting|instead|actually|said|told|fail(?:ed|s)?|problem|issue|complain\w*)\b/gu
const NUDGE = /^[?!.~ ]+$|^(?:在(?:吗|么|不|嘛)?|人呢|有人(?:吗|么|在)?|喂|亲|客服|你好|您好|hello|hi|anyone(?: there)?)[?!. ]*$/u
/** An assent, a number, a card, a sticker: an answer and not a wish. */
const ASSENT = /^(?:(?:好(?:的|吧|哒|滴|嘞|呢|呀|啊)?|嗯+|恩+|哦+|噢|行(?:吧)?|是(?:的)?|对(?:的)?|可以(?:的)?|知道了?|明白了?|了解了?|收到了?|谢谢|ok(?:ay)?|yes|yeah|yep|sure|great|fine|perfect|sounds good|that works|got it|cool)[ ,.!~]*)+$/u
const ONLY_DATA = /^(?:[\d\s\-#:;.]+|#?e-s\[?[^\]]*\]?|\[[^\]]*\]|\p{Extended_Pictographic})+$/u

const or = (weights: readonly number[]): number => 1 - weights.reduce((left, weight) => left * (1 - weight), 1)

function places(pattern: RegExp, text: string, weight: number): NeedSign[] {
  pattern.lastIndex = 0
  const found: NeedSign[] = []
  for (let match = pattern.exec(text); match !== null && found.length < 3; match = pattern.exec(text)) {
    found.push({ from: match.index, to: match.index + match[0].length, weight })
  }
  return found
}

/** How much of what is carried the message leaves; an assent with an open question leaves all. */
function restOf(text: string, acts: ReadonlyArray<Scored<Act>>, open: boolean): number {
  const bare = text.trim()
  if (ASSENT.test(bare)) return /谢|thank/u.test(bare) ? REST.thanks ?? 1 : 0.15
  if (ONLY_DATA.test(bare) && /[\p{L}\p{N}\]]|\p{Extended_Pictographic}/u.test(bare)) return 0.4
  const rests = acts.map((one) => (open && one.label !== 'thanks' ? 1 : REST[one.label] ?? 1))
  return Math.min(1, ...rests)
}

/**
 * What a customer's message leaves open by its own words.
 * @param text normalised
 * @param acts by the rules, which miss some but hardly ever hear thanks in "太麻烦了": a false one would wipe out a grievance
 */
export function readNeed(text: string, acts: ReadonlyArray<Scored<Act>>): Need {
  const [asks, nots, hitches] = [places(ASK, text, WEIGHT.question), places(NOT, text, WEIGHT.negation), places(HITCH, text, WEIGHT.hitch)]
  const nudges = NUDGE.test(text.trim()) || acts.some((one) => one.label === 'urge')
  const has = (signs: readonly NeedSign[], weight: number): number => (signs.length > 0 ? weight : 0)
  const strength = or([
    WEIGHT.base, has(asks, WEIGHT.question), has(nots, WEIGHT.negation), has(hitches, WEIGHT.hitch), nudges ? WEIGHT.nudge : 0,
    WEIGHT.length * Math.min(1, text.length / LONG),
  ])
  return { strength: Math.min(NEED_MOST, strength), rest: restOf(text, acts, nots.length + hitches.length + asks.length > 0), signs: [...nots, ...hitches] }
}
