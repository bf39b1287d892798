import { sentences, splitSentences, wasSaid } from './speak.ts'
import type { DraftInput, Turn } from './types.ts'

/**
 * Sentences that this customer has read from us, in the form in which they are compared: those of the conversation, and those
 * of their other ones.
 */
export const saidTo = (history: readonly Turn[], elsewhere: readonly string[] = []): string[] =>
  [...elsewhere, ...history.filter((turn) => turn.role !== 'customer').flatMap((turn) => sentences(turn.text))]

/** Sentences that they have read from us in other conversations and in earlier matters of this one. */
export const saidElsewhere = ({ earlier = [], remembered }: Pick<DraftInput, 'earlier' | 'remembered'>): string[] => saidTo(earlier, remembered?.said)

/**
 * A model's draft without the sentences that this customer has read from us already (CO-07). All of it stays where nothing
 * else would be left.
 */
export function withoutRepeats(text: string, history: readonly Turn[], elsewhere: readonly string[] = []): string {
  const said = saidTo(history, elsewhere)
  const isNew = (sentence: string): boolean => {
    const compared = sentences(sentence)
    return compared.length === 0 || !compared.every((one) => wasSaid(one, said))
  }
  const bubbles = text.split(/\n\s*\n/).map((bubble) => splitSentences(bubble).filter(isNew).join('').trim()).filter(Boolean)
  const left = bubbles.join('\n\n')
  return sentences(left).length === 0 ? text : left
}
