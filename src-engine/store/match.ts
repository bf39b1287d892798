import { tokens } from '../domain/knowledge/tokens.ts'

/** The FTS expression for a query: each word as a phrase of its grams; the last gram of a word may be the beginning of a longer one. */
export function matchExpression(query: string): string | null {
  const words = query.trim().split(/\s+/).map((word) => tokens(word)).filter((grams) => grams.length > 0)
  if (words.length === 0) return null
  return words.map((grams) => `"${grams.map((gram) => gram.replaceAll('"', '')).join(' ')}" *`).join(' AND ')
}

/** Most pieces that one expression asks for. */
const MOST = 24

/** The FTS expression for any of the query's words: pairs of Chinese characters, words of other scripts. */
export function anyExpression(query: string): string | null {
  const grams = [...new Set(tokens(query))].filter((gram) => [...gram].length > 1).slice(0, MOST)
  return grams.length === 0 ? null : grams.map((gram) => `"${gram.replaceAll('"', '')}"`).join(' OR ')
}
