import { stem } from '../stem.ts'

/** A statement without its figures and its "not". Two with one key, of which one denies, contradict each other. */
export interface Statement { key: string; denies: boolean; /** Its figures; '' where it has none. */ figures: string }

/** Fewer letters say too little to be told from others by. */
const LEAST = { han: 4, other: 8 } as const

const HAN = /\p{Script=Han}/u
/** "Is it or is it not": asked, not said. */
const ASKS = /(\p{Script=Han})[不没]\1|吗$|是否|\bwhether\b/u
/** What depends on something is no statement about all. */
const DEPENDS = /如果|假如|若|除非|除了|除.{1,12}外|只有|仅限|否则|不然|的话|\b(?:if|unless|except|otherwise|only|until|while|when|once|but)\b/u

const AMOUNT = /(?:\d+(?:[.,:]\d+)*|[零一二两三四五六七八九十百千万半]+)\s*-?\s*(?:个?工作日|个?自然日|个?小时|分钟|个?月|天|日|周|年|元|块|次|件|%|(?:working\s+|business\s+)?(?:days?|hours?|minutes?|weeks?|months?|years?|yuan)\b)(?:以?内|之内)?|\d+(?:[.,:]\d+)*/gu

/** 不 that is part of a word and denies nothing. */
const NOT_ZH = /不(?!过|仅|但|论|管|同|好意思|锈|久|少|断|如|足|良|符|小心|满|一|错|便|限|透|止|妨|远|对)|没|无(?=法|需|须|权|任何)/gu
const FILLERS_ZH = /可以|能够|可|能|会|将|都|均|也|是|的|了|您|我们|本店|请|一律|暂时|暂|目前|现在|有|法/gu
const NOT_EN = /\b(?:not(?! only)|never|no(?! \d))\b/gu
const FILLERS_EN = new Set(['can', 'could', 'may', 'will', 'would', 'shall', 'do', 'does', 'did', 'is', 'are', 'was', 'be', 'been', 'have', 'has', 'the', 'a', 'an', 'any', 'please', 'we', 'you', 'your', 'our', 'it', 'they', 'there', 'ever', 'also', 'currently', 'within', 'in', 'for', 'to', 'of', 'up'])

/** Reads a sentence as a statement; null for a question, for what depends on something, and for what denies twice or says too little. */
export function statementOf(sentence: string, isQuestion: boolean): Statement | null {
  const said = sentence.normalize('NFKC').toLowerCase().replaceAll('’', "'").trim()
  if (isQuestion || ASKS.test(said) || DEPENDS.test(said)) return null
  const figures = (said.match(AMOUNT) ?? []).join(' ')
  const plain = said.replace(AMOUNT, ' ')
  const { key, nots } = HAN.test(plain) ? chinese(plain) : english(plain)
  return nots > 1 || [...key].length < (HAN.test(plain) ? LEAST.han : LEAST.other) ? null : { key, denies: nots === 1, figures }
}

function chinese(text: string): { key: string; nots: number } {
  const plain = text.replaceAll('不用', '不需').replaceAll('需要', '需').replaceAll('须', '需')
  const nots = plain.match(NOT_ZH)?.length ?? 0
  return { key: plain.replace(NOT_ZH, '').replace(FILLERS_ZH, '').replace(/[^\p{L}]/gu, ''), nots }
}

function english(text: string): { key: string; nots: number } {
  const plain = text.replace(/\bcannot\b/gu, 'can not').replace(/\bcan't\b/gu, 'can not').replace(/\bwon't\b/gu, 'will not').replace(/n't\b/gu, ' not')
  const words = plain.replace(NOT_EN, ' ').match(/\p{L}+/gu) ?? []
  return { key: words.filter((word) => !FILLERS_EN.has(word)).map(stem).join(''), nots: plain.match(NOT_EN)?.length ?? 0 }
}

/** One says it and the other denies it; of different times or amounts both may hold. */
export const oppose = (a: Statement, b: Statement): boolean => a.key === b.key && a.denies !== b.denies && (a.figures === '' || b.figures === '' || a.figures === b.figures)
