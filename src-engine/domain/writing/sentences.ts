/** A sentence with its closing marks and the blanks after it; joined they are the text again. */
const SENTENCE = /(?:[^。！？!?.…~～\n]|\.(?=\S))+(?:[。！？!?.…~～]+["'”’）)]*)?[ \t]*\n*|[。！？!?.…~～\n\s]+/gu

export const sentencesOf = (text: string): string[] => [...text.matchAll(SENTENCE)].map(([sentence]) => sentence)

/** What makes two sentences the same one: letters and digits alone. */
export const core = (sentence: string): string => sentence.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Does it hold a number, in figures or as a Chinese numeral beside a unit? Such a sentence is never left out. */
export const hasFigure = (text: string): boolean => /\d|[一二三四五六七八九十百两半]\s?(?:元|块|天|日|号|点|个|小时|分钟|周|月|年|件|折|倍)/u.test(text)

/** Blanks and marks that a removal left behind. */
export function tidied(text: string): string {
  return text
    .replace(/[ \t]{2,}/gu, ' ')
    .replace(/ +([,.!?;:])/gu, '$1')
    .replace(/([，,、])[ ]*(?=[，,、。！？!?])/gu, '')
    .replace(/([。！？!?])[，,、。]+/gu, '$1')
    .replace(/^[\s，,、。;；]+/u, '')
    .replace(/(\n)[ ，,、。]+/gu, '$1')
    .replace(/\n{3,}/gu, '\n\n')
    .replace(/[，,、]\s*$/u, '。')
    .trim()
}

/** English sentences begin with a capital, also after their first words were taken away. */
export const capitalised = (text: string): string => text.replace(/(^|[.!?]\s+|\n\s*)([a-z])/gu, (_whole, before: string, letter: string) => before + letter.toUpperCase())

export const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)
