import type { ReadConcepts } from '../synonyms.ts'
import type { Counted } from './field.ts'
import type { Section } from './passage-index.ts'

/** What helps beyond the letters of the words; each may be missing. */
export interface SenseParts {
  /** Things spoken of, by the list of synonyms. */
  concepts?: ReadConcepts
  /** Probability of each topic that a text asks about, by its label. */
  topics?: (text: string) => ReadonlyMap<string, number>
  /** Direction of a text, length 1; null where it is not known. */
  meaning?: (text: string) => Float32Array | null
}

/** A thing in the title, in the text, and one that only comes along. */
const IN_TITLE = 4
const IN_TEXT = 2
const COMES_ALONG = 1
/** Code points of an entry by which its topics are told. */
const TOLD_BY = 200
/** A topic less probable than this says nothing. */
const LEAST_TOPIC = 0.05
const BYTE = 127

/** What questions and passages mean, from the parts that are there. */
export class Senses {
  readonly #parts: SenseParts

  constructor(parts: SenseParts) {
    this.#parts = parts
  }

  /** Can entries be alike that share no term? */
  get hasDense(): boolean {
    return this.#parts.topics !== undefined || this.#parts.meaning !== undefined
  }

  conceptsOf(question: string): Counted {
    return this.#parts.concepts?.(question) ?? new Map<string, number>()
  }

  conceptsOfPassage(title: string, text: string): Counted {
    const read = this.#parts.concepts
    if (!read) return new Map()
    const inTitle = read(title)
    return new Map([...read(text)].map(([name, sure]) => [name, inTitle.get(name) === 1 ? IN_TITLE : sure === 1 ? IN_TEXT : COMES_ALONG]))
  }

  topicsOfQuestion(question: string): ReadonlyMap<string, number> {
    return this.#told(question)
  }

  topicsOf(sections: readonly Section[]): ReadonlyMap<string, number> {
    const sum = new Map<string, number>()
    for (const { title, passages } of sections) {
      for (const text of [title, [...`${title} ${passages[0]?.text ?? ''}`].slice(0, TOLD_BY).join('')]) {
        for (const [topic, share] of this.#told(text)) sum.set(topic, Math.max(sum.get(topic) ?? 0, share))
      }
    }
    return sum
  }

  #told(text: string): ReadonlyMap<string, number> {
    const told = this.#parts.topics?.(text)
    return new Map([...(told ?? [])].filter(([, share]) => share >= LEAST_TOPIC))
  }

  /** Cosine of two distributions over topics, 0..1. */
  alike(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
    let product = 0
    for (const [topic, share] of one) product += share * (other.get(topic) ?? 0)
    return product === 0 ? 0 : product / (norm(one) * norm(other))
  }

  /** A direction in signed bytes: kept for each passage. */
  meaningOf(text: string): Int8Array | null {
    const direction = this.#parts.meaning?.(text)
    return direction ? Int8Array.from(direction, (value) => Math.round(value * BYTE)) : null
  }

  cosine(one: Int8Array, other: Int8Array | null): number {
    if (!other) return 0
    let product = 0
    for (let at = 0; at < one.length; at++) product += (one[at] ?? 0) * (other[at] ?? 0)
    return product / (BYTE * BYTE)
  }
}

const norm = (shares: ReadonlyMap<string, number>): number => Math.sqrt([...shares.values()].reduce((sum, share) => sum + share * share, 0))
