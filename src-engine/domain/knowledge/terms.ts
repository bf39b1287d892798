import { isStopWord, stem } from './stem.ts'
import { tokens } from './tokens.ts'

/** Characters and endings that say little by themselves. */
const COMMON = new Set('的了我你您他她是在不有这那就也都和要还吗呢吧啊呀哦嘛么什怎个一们到上下点来去说没能可以给把被让会想得着过很多少之其与及或为于从对跟请问')
const HAN_RUN = /\p{Script=Han}+/gu

/** What a text is searched by: its words without those that carry no matter, English ones without their endings. */
export const words = (text: string): string[] => tokens(text).filter((token) => !isStopWord(token)).map(stem)

const GRAM = 4
const LATIN_RUN = /[\p{Script=Latin}\p{N}]+/gu

/** Pieces of four letters of words in letters, with their edges: they still meet where endings, compounds and spelling differ. */
export function letterGrams(text: string): string[] {
  return [...text.normalize('NFKC').toLowerCase().matchAll(LATIN_RUN)].flatMap(([run]) => {
    const word = `_${run}_`
    return Array.from({ length: Math.max(0, word.length - GRAM + 1) }, (_, at) => word.slice(at, at + GRAM))
  })
}

/** Single Chinese characters: they still meet where words differ (退钱, 退款). */
export function characters(text: string): string[] {
  return [...text.normalize('NFKC').matchAll(HAN_RUN)].flatMap(([run]) => [...run].filter((one) => !COMMON.has(one)))
}
