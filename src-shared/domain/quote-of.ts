import type { Message, Quote } from './message.ts'

/** Longest excerpt that a quote carries, in Unicode code points. */
export const QUOTE_LENGTH = 80

/** What a quote shows of a message: nothing of one that was taken back. */
export function quoteOf(message: Pick<Message, 'id' | 'author' | 'text' | 'attachments' | 'recalledAt'> & { seq: number }): Quote {
  const gone = message.recalledAt !== undefined
  const line = [...message.text.replace(/\s+/g, ' ').trim()]
  const text = line.length > QUOTE_LENGTH ? `${line.slice(0, QUOTE_LENGTH - 1).join('')}…` : line.join('')
  return { id: message.id, seq: message.seq, kind: message.author.kind, text: gone ? '' : text, pictures: gone ? 0 : message.attachments.length }
}
