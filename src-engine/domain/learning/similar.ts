import { isStopWord, stem } from '../knowledge/stem.ts'
import { tokens } from '../knowledge/tokens.ts'

/** Pairs of signs in Chinese and stems elsewhere, without gaps and stop words. */
export function termsOf(text: string): Set<string> {
  return new Set(tokens(text.replace(/\{[a-z]+\}/gu, ' ')).filter((term) => !isStopWord(term)).map(stem))
}

/** What every question may begin, end and be filled with: two that share nothing else ask different things. */
const FILLERS = /请问|想?问一?下|麻烦|你们?家?的?|您的?|我们?的?|亲+|这[个款]|那[个款]|一下|可不可以|可以|能不能|能|是不是|有没有|会不会|[吗呢呀啊吧哦啦哈么的了]|(?<![a-z])(?:can you tell me|could you tell me|i (?:want|would like|wanted) to (?:ask|know)|just wondering|quick question)(?![a-z])/giu

/** The terms of a question, without what only makes it one. */
export const askedTerms = (text: string): Set<string> => termsOf(text.replace(FILLERS, ' '))

/** Share of what two texts have in common (Dice 1945), 0..1; two texts without terms have nothing in common. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const term of a) if (b.has(term)) shared += 1
  return (2 * shared) / (a.size + b.size)
}

/** From here on two replies say the same: of pairs of the guard's clean replies 1 in 59,000 (zh) and 7 in 19,000 (en) reach it. */
export const SAME_REPLY = 0.6
/**
 * Questions are short, and the same one is asked in more ways. Of 463,000 pairs of questions of our corpus about different topics
 * 17 reach SAME_QUESTION in Chinese and none BY_WORDS_ALONE; of 430,000 in English 97 and 7, most of them of two or three words.
 */
export const SAME_QUESTION = 0.5
export const BY_WORDS_ALONE = 0.6
/** Fewer terms than this tell nothing apart. */
export const LEAST_TERMS = 3

/** The most alike, if it is alike enough. @param of the terms of a candidate */
export function mostAlike<T>(wanted: ReadonlySet<string>, candidates: readonly T[], of: (one: T) => ReadonlySet<string>, least: number): T | null {
  let best: { one: T; score: number } | null = null
  for (const one of candidates) {
    const score = likeness(wanted, of(one))
    if (score >= least && score > (best?.score ?? 0)) best = { one, score }
  }
  return best?.one ?? null
}
