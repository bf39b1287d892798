/** Words of the customer that a flag rests on, with all reasons that they were raised for. */
export interface Quote {
  text: string
  whys: string[]
}

/** Each word once, in the order in which they were written, with every reason that speaks for it. */
export function groupQuotes(quotes: readonly { text: string; why: string }[]): Quote[] {
  const whys = new Map<string, Set<string>>()
  for (const { text, why } of quotes) {
    const words = text.trim()
    if (words !== '') whys.set(words, (whys.get(words) ?? new Set<string>()).add(why))
  }
  return [...whys].map(([text, reasons]) => ({ text, whys: [...reasons] }))
}
