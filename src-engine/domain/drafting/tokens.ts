import type { TokenCount } from './model-port.ts'

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
/** Characters of other scripts that one token holds, and tokens of one character of these; the usual tokenizers lie around it. */
const OTHERS_A_TOKEN = 3.6
const TOKENS_A_SIGN = 0.9

/** About how many tokens a text is, for endpoints that do not count. */
export function estimateTokens(text: string): number {
  const signs = text.match(HAN)?.length ?? 0
  return Math.ceil(signs * TOKENS_A_SIGN + (text.length - signs) / OTHERS_A_TOKEN)
}

/** What a request costs as far as it went. */
export const estimateUsage = (sent: string, answer: string): TokenCount => ({ input: estimateTokens(sent), output: estimateTokens(answer) })
