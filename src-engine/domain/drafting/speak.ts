import type { Citation } from '../../../src-shared/domain/draft.ts'
import { fits, intoBubbles, MAX_BUBBLES, type Piece } from './bubbles.ts'
import { wordings, type Templates } from './templates.ts'
import type { Bubble, Line, Source, Turn } from './types.ts'

export { MAX_BUBBLES }

export type Spoken = { text: string; citations: Citation[]; factsUsed: string[]; /** Something was left out because it had been said before. */ repeated: boolean; /** A line that deals with the matter was said, not the tone around it alone. */ matter: boolean }

/** Greeting, apology and closing. */
const TONE = /^(?:hello$|sorry|angry\.|threat\.|goods\.(?:about|noted|sorry)$)/

/**
 * Turns lines into text in one language. A sentence that this customer has already read from us takes its next wording,
 * or is left out (CO-07). A line whose variables are not all known is not said. Where that makes a bubble too long, the lines
 * have their shortest wording, those that tell facts last, if that helps. @param shared variables that any line may use
 * @param elsewhere what they read from us in other conversations, as `sentences` gives it
 */
export function speak(bubbles: readonly Bubble[], language: string, templates: Templates, history: readonly Turn[], shared: Vars = {}, elsewhere: readonly string[] = []): Spoken {
  const said = [...elsewhere, ...history.filter((turn) => turn.role !== 'customer').flatMap((turn) => sentences(turn.text))]
  const first = worded(bubbles, language, templates, said, (options) => options, shared)
  for (const order of fits(first.text, language) ? [] : [briefBesideFacts, briefest]) {
    const brief = worded(bubbles, language, templates, said, order, shared)
    if (fits(brief.text, language)) return brief
  }
  return first
}

/** In which order the wordings of a line are tried. */
type Order = (options: readonly string[], line: Line) => readonly string[]
const briefest: Order = (options) => options.toSorted((a, b) => a.length - b.length)
/** What is known of the order is told in full as long as the words around it can be shorter. */
const briefBesideFacts: Order = (options, line) => ('facts' in line && (line.facts?.length ?? 0) > 0 ? options : briefest(options, line))

/** In the wordings that come first as `ordered` puts them. @param before sentences that were said, as `sentences` gives them */
function worded(bubbles: readonly Bubble[], language: string, templates: Templates, before: readonly string[], ordered: Order, shared: Vars): Spoken {
  const said = [...before]
  const phrases = templates.languages.get(language) ?? {}
  const spoken: Spoken = { text: '', citations: [], factsUsed: [], repeated: false, matter: false }
  const texts: Piece[][] = []
  for (const bubble of bubbles) {
    if (texts.length === MAX_BUBBLES) break
    const pieces: Piece[] = []
    for (const line of bubble) {
      const choice = freshest(ordered(candidates(line, phrases, shared), line), said)
      spoken.repeated ||= choice.repeated
      if (choice.text === '') continue
      said.push(...sentences(choice.text))
      spoken.matter ||= !('key' in line && TONE.test(line.key))
      pieces.push({ text: choice.text, isQuote: 'verbatim' in line })
      for (const source of line.sources ?? []) cite(spoken.citations, source)
      if ('facts' in line) spoken.factsUsed.push(...(line.facts ?? []))
    }
    if (pieces.length > 0) texts.push(pieces)
  }
  spoken.factsUsed = [...new Set(spoken.factsUsed)]
  spoken.text = intoBubbles(texts, language).join('\n\n')
  return spoken
}

type Vars = Readonly<Record<string, string>>
const candidates = (line: Line, phrases: Readonly<Record<string, readonly string[]>>, shared: Vars): string[] =>
  'verbatim' in line ? [line.verbatim] : wordings(phrases, line.key, { ...shared, ...line.vars })

/** The first wording that is all new; else what is new in the one that has least been said. */
function freshest(options: readonly string[], said: readonly string[]): { text: string; repeated: boolean } {
  const fresh = options.find((option) => sentences(option).every((sentence) => !wasSaid(sentence, said)))
  if (fresh !== undefined) return { text: fresh, repeated: false }
  const first = options[0]
  if (first === undefined) return { text: '', repeated: false }
  const rest = splitSentences(first).filter((sentence) => !wasSaid(plain(sentence), said))
  // Half a sentence group is said only when it can stand alone: with its full sentences, not a leftover clause.
  return { text: rest.join('').trim(), repeated: true }
}

/** A greeting may have stood before it. */
export const wasSaid = (sentence: string, said: readonly string[]): boolean => sentence.length > 0 && said.some((known) => known.includes(sentence))

const SENTENCE = /(?:[^。\uff01\uff1f!?.\n]|\.(?!\s|$)|(?<=\d)\.)*(?:[。\uff01\uff1f!?.]+|\n|$)/gu
export const splitSentences = (text: string): string[] => [...text.matchAll(SENTENCE)].map(([sentence]) => sentence).filter((sentence) => sentence.trim() !== '')
const plain = (sentence: string): string => sentence.normalize('NFKC').toLowerCase().replace(/[\p{P}\p{S}\s]/gu, '')
/** Sentences in the form in which they are compared; very short ones ("好的。") may be said again. */
export const sentences = (text: string): string[] => splitSentences(text).map(plain).filter((sentence) => [...sentence].length >= 5)

function cite(citations: Citation[], source: Source): void {
  if (!citations.some((known) => known.kind === source.kind && known.id === source.id)) citations.push({ n: citations.length + 1, ...source })
}
