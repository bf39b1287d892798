import type { ReadConcepts } from '../synonyms.ts'
import type { Placed, Places } from '../vectors/space.ts'
import type { Counted } from './field.ts'
import type { Section } from './passage-index.ts'
import { FLOOR } from './weights.ts'

/** What helps beyond the letters of the words; each may be missing. */
export interface SenseParts {
  /** Things spoken of, by the list of synonyms. */
  concepts?: ReadConcepts
  /** Probability of each topic that a text asks about, by its label. */
  topics?: (text: string) => ReadonlyMap<string, number>
  /** Direction of an English text by the encoder's table, length 1; null where it is not known. */
  meaning?: (text: string) => Float32Array | null
  /** Makes a place for an index to keep what it learns of its own words. */
  places?: () => Places
}

/** Directions of a passage, or of a question, in signed bytes; null where they are not known. */
export interface Directions { company: { han: boolean; bytes: Int8Array } | null; meaning: Int8Array | null }

/** A thing in the title, in the text, and one that only comes along. */
const IN_TITLE = 4
const IN_TEXT = 2
const COMES_ALONG = 1
/** Code points of an entry by which its topics are told. */
const TOLD_BY = 200
/** A topic less probable than this says nothing. */
const LEAST_TOPIC = 0.05
const BYTE = 127

/** What questions and passages mean, from the parts that are there. An index has its own. */
export class Senses {
  readonly #parts: SenseParts
  readonly #places: Places | null

  constructor(parts: SenseParts) {
    this.#parts = parts
    this.#places = parts.places?.() ?? null
  }

  /** Can texts be alike that share no term? */
  get hasDirections(): boolean {
    return this.#parts.topics !== undefined || this.#parts.meaning !== undefined || this.#places !== null
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

  /** Where a passage under its title points. */
  directionsOf(text: string): Directions {
    const placed = this.#places?.of(text) ?? null
    const meaning = this.#parts.meaning?.(text) ?? null
    return { company: placed && { han: placed.han, bytes: toBytes(placed.direction) }, meaning: meaning && toBytes(meaning) }
  }

  /** Words that the table has not are known by the passages of the index they stand in. @param by 1, or -1 for a passage that goes */
  learn(text: string, { company }: Directions, by: 1 | -1): void {
    if (company) this.#places?.learn(text, toPlaced(company), by)
  }

  /** How far two texts point the same way, above what unlike texts do: by the table of vectors, and by the encoder's; 0..1. */
  nearness(one: Directions, other: Directions): { company: number; meaning: number } {
    const same = one.company !== null && other.company !== null && one.company.han === other.company.han
    const company = same && one.company && other.company ? cosine(one.company.bytes, other.company.bytes) : 0
    const meaning = one.meaning && other.meaning ? cosine(one.meaning, other.meaning) : 0
    return { company: Math.max(0, company - FLOOR.company), meaning: Math.max(0, meaning - FLOOR.meaning) }
  }
}

const toBytes = (direction: Float32Array): Int8Array => Int8Array.from(direction, (value) => Math.round(value * BYTE))
const toPlaced = ({ han, bytes }: { han: boolean; bytes: Int8Array }): Placed => ({ han, direction: Float32Array.from(bytes, (value) => value / BYTE) })
const norm = (shares: ReadonlyMap<string, number>): number => Math.sqrt([...shares.values()].reduce((sum, share) => sum + share * share, 0))

/** Four places a turn, in two sums that do not wait for each other: of a search this is what is done most. */
function cosine(one: Int8Array, other: Int8Array): number {
  const of = (at: number): number => (one[at] as number) * (other[at] as number)
  const length = Math.min(one.length, other.length)
  const whole = length - (length % 4)
  let [even, odd] = [0, 0]
  for (let at = 0; at < whole; at += 4) {
    even += of(at) + of(at + 1)
    odd += of(at + 2) + of(at + 3)
  }
  for (let at = whole; at < length; at++) even += of(at)
  return (even + odd) / (BYTE * BYTE)
}
