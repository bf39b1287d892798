import { fileLine, withoutFileLines } from '../../src-shared/domain/file-names.ts'
import type { Message } from '../../src-shared/domain/message.ts'
import { quoteOf } from '../../src-shared/domain/quote-of.ts'
import type { Verdict } from '../../src-shared/domain/triage.ts'
import { keptText } from '../domain/triage/kept.ts'
import type { Engine } from './context.ts'

/**
 * A message of the log as this desk keeps it: what a customer should not have written (a card, an identity number, a code)
 * is stars. The log quotes messages as they were written, so a quote is taken from the kept message; of one that is not here
 * no words are shown.
 * @param verdict null for messages that triage does not read
 */
export function keptMessage({ store }: Engine, received: Message, verdict: Verdict | null): Message {
  const message = verdict ? { ...received, ...keptWords(received, keptText(received.text, verdict.entities)) } : received
  const { quote } = message
  if (!quote) return message
  const quoted = store.messages.get(quote.id)
  return { ...message, quote: quoted ? quoteOf(quoted.message) : { ...quote, text: '' } }
}

/** The kept text, and the files under the names that it has for them. */
export function keptWords({ text, files }: Pick<Message, 'text' | 'files'>, kept: string): Pick<Message, 'text' | 'files'> {
  if (kept === text || files === undefined) return { text: kept }
  const signs = Array.from(kept)
  let end = signs.length
  const names = files.toReversed().map(({ name, bytes }) => {
    const line = Array.from(fileLine(name, bytes))
    const start = end - line.length
    end = start - 1
    return signs.slice(start + 2, start + 2 + Array.from(name).length).join('')
  }).toReversed()
  const named = withoutFileLines(text, files) !== text
  // Where its names stand elsewhere, none is shown.
  return { text: kept, files: files.map((file, at) => ({ ...file, name: named ? names[at] || 'file' : 'file' })) }
}
