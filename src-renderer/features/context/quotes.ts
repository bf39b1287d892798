/** One reason with all the customer's words that show it, each once, in the order in which they were written. */
export interface QuoteGroup {
  why: string
  texts: string[]
}

/** The quotes of a flag by their reason, so that ten angry words are one line and not ten. */
export function groupQuotes(quotes: readonly { text: string; why: string }[]): QuoteGroup[] {
  const groups = new Map<string, Set<string>>()
  for (const { text, why } of quotes) {
    const texts = groups.get(why) ?? new Set<string>()
    groups.set(why, texts.add(text.trim()))
  }
  return [...groups].map(([why, texts]) => ({ why, texts: [...texts].filter((text) => text !== '') }))
}
