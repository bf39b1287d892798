/** A greeting at the beginning of a text, with its marks. */
const GREETING_ZH = /^\s*(?:亲+|亲爱的)?[，,]?(?:[\p{Script=Han}]{1,4}(?:先生|女士|小姐)?[，,]?)?(?:您好|你好)(?:呀|啊|哦)?[，,。！!~～\s]*/u
const GREETING_EN = /^\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^,.!\n]{0,30}[,.!]+\s*/iu

/** @returns the greeting that a text begins with, '' when there is none, and the rest */
export function opening(text: string, language: 'zh' | 'en'): { greeting: string; rest: string } {
  const greeting = (language === 'zh' ? GREETING_ZH : GREETING_EN).exec(text)?.[0] ?? ''
  return { greeting, rest: text.slice(greeting.length) }
}

/** The first of several that this customer has not read from us yet; null: all were said. */
export const fresh = (choices: readonly string[], said: readonly string[], text: string): string | null =>
  choices.find((choice) => ![...said, text].some((known) => known.includes(choice.replace(/[。.]$/u, '')))) ?? null
