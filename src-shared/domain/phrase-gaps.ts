/**
 * The variables a quick phrase may hold, written `{name}`. They stand in a file without zod because the window knows them too.
 * Order is the order in which the editor offers them. The last four have no value of their own: a person writes them.
 */
export const PHRASE_VARIABLES = ['customer', 'order', 'product', 'carrier', 'tracking', 'eta', 'amount', 'agent', 'shop', 'date', 'contact', 'address', 'detail'] as const
export type PhraseVariable = (typeof PHRASE_VARIABLES)[number]

const VARIABLE = new RegExp(`\\{(${PHRASE_VARIABLES.join('|')})\\}`, 'g')

/** A variable that still stands in a text: nobody has filled it. Offsets are UTF-16 code units, end exclusive. */
export interface Gap {
  name: PhraseVariable
  start: number
  end: number
}

/** The gaps of a text in their order. A reply with one is not sent. Other words in braces are words. */
export function gapsIn(text: string): Gap[] {
  return [...text.matchAll(VARIABLE)].map((match) => ({ name: match[1] as PhraseVariable, start: match.index, end: match.index + match[0].length }))
}

/** The words alone, as a name for a phrase that has none. */
export const withoutGaps = (text: string): string => text.replace(VARIABLE, '').replace(/\s+/g, ' ').trim()

/** Puts the known values in; a variable without one stays as it is. */
export function fillGaps(text: string, values: Partial<Record<PhraseVariable, string>>): string {
  return text.replace(VARIABLE, (gap, name: PhraseVariable) => values[name] || gap)
}
