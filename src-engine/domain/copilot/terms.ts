import type { TextSpan } from '../../../src-shared/domain/copilot.ts'
import { isStopWord, stem } from '../knowledge/stem.ts'
import { tokens } from '../knowledge/tokens.ts'

/** Characters that stand in every sentence: alone they say nothing. */
const COMMON = new Set('的了我你您他她它是在不有这那就也都和要还吗呢吧啊呀么什怎个一们到上下来去说没能可以会被把给让多少几')
const HAN_RUN = /\p{Script=Han}+/gu
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu
const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character)

/** The words of a question that carry matter, as the index knows them; each once. */
export const termsOf = (text: string): string[] => [...new Set(tokens(text).filter((token) => !isStopWord(token) && !isFiller(token)).map(stem))]

/** A pair of characters of which none carries matter. */
const isFiller = (token: string): boolean => isHan(token) && [...token].every((character) => COMMON.has(character))

/**
 * Where the words of a query stand in a text: of Chinese every stretch of two characters and more that both have, of other
 * scripts words with the same stem. Code points, in reading order, never overlapping.
 */
export function marksOf(text: string, query: string): TextSpan[] {
  const asked = query.normalize('NFKC').toLowerCase()
  const runs = asked.match(HAN_RUN) ?? []
  const stems = new Set((asked.match(WORD) ?? []).filter((word) => !isHan(word) && !isStopWord(word)).map((word) => stem(word.replace(/['’]s?$/u, ''))))
  const points = [...text].map((character) => character.toLowerCase())
  const spans: TextSpan[] = []
  for (let at = 0; at < points.length;) {
    const length = hanLength(points, at, runs) || wordLength(points, at, stems)
    if (length > 0) spans.push({ start: at, end: at + length })
    at += length || skip(points, at)
  }
  return spans
}

/** How many characters from here stand in one run of the query; 0 below two, or where none of them carries matter. */
function hanLength(points: readonly string[], at: number, runs: readonly string[]): number {
  let length = 0
  while (at + length < points.length && isHan(points[at + length] ?? '') && runs.some((run) => run.includes(points.slice(at, at + length + 1).join('')))) length += 1
  return length >= 2 && points.slice(at, at + length).some((character) => !COMMON.has(character)) ? length : 0
}

const isLetter = (point: string | undefined): boolean => point !== undefined && /[\p{L}\p{N}]/u.test(point) && !isHan(point)

/** Length of the word that begins here if the query has its stem. */
function wordLength(points: readonly string[], at: number, stems: ReadonlySet<string>): number {
  if (!isLetter(points[at]) || isLetter(points[at - 1])) return 0
  const length = skip(points, at)
  return stems.has(stem(points.slice(at, at + length).join(''))) ? length : 0
}

/** To the next place where a word may begin. */
function skip(points: readonly string[], at: number): number {
  let length = 1
  while (isLetter(points[at]) && isLetter(points[at + length])) length += 1
  return length
}

const SENTENCE = /(?:[^。！？!?.\n；;]|\.(?!\s|$)|(?<=\d)\.)*(?:[。！？!?.；;]+|\n|$)/gu
/** What comes next belongs to it. */
const BEGUN = /[:：]\s*$/u
const HOW_MUCH = /几|多少|多久|多长|\bhow\b|\bwhen\b/i

/** Sentences of a passage; one that ends with a colon goes on to the line behind it. */
function sentencesOf(passage: string): string[] {
  const found: string[] = []
  for (const [sentence] of passage.matchAll(SENTENCE)) {
    const before = found.at(-1)
    if (before !== undefined && BEGUN.test(before)) found[found.length - 1] = before + sentence
    else if (sentence !== '') found.push(sentence)
  }
  return found
}

/** The sentence of a passage that shares most with the question, as code points, and how much: terms, and a little for single characters. */
export function answeringSentence(passage: string, question: string): { span: TextSpan | null; score: number } {
  const asked = new Set(termsOf(question))
  const characters = new Set([...question].filter((character) => isHan(character) && !COMMON.has(character)))
  let best: TextSpan | null = null
  let bestScore = 0
  let start = 0
  for (const sentence of sentencesOf(passage)) {
    const length = [...sentence].length
    const shared = new Set(termsOf(sentence).filter((term) => asked.has(term))).size
    const figure = shared > 0 && HOW_MUCH.test(question) && /\d/.test(sentence) ? 0.8 : 0
    const score = shared + 0.3 * new Set([...sentence].filter((character) => characters.has(character))).size + figure
    const lead = length - [...sentence.trimStart()].length
    if (score > LEAST_SHARED && score > bestScore) {
      bestScore = score
      best = { start: start + lead, end: start + lead + [...sentence.trim()].length }
    }
    start += length
  }
  return { span: best, score: bestScore }
}

/** Two single characters in common are chance. */
const LEAST_SHARED = 0.6
