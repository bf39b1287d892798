import { standing } from '../embedding/standing.ts'
import { cosine, type Vector } from '../embedding/vector.ts'
import type { Passage } from '../passages.ts'
import { characters, words } from '../terms.ts'
import { count, Field, type Counted } from './field.ts'
import { MOST_DOCUMENTS } from './postings.ts'
import type { Directions, Senses } from './senses.ts'
import { Top } from './top.ts'
import { COMMON_SHARE, FIELD, MEANT, SENSE, TITLE_TIMES, WHOLE_SHARE } from './weights.ts'

/** One language of an entry, cut into passages. */
export interface Section { language: string; title: string; passages: readonly Passage[] }

export interface FoundPassage {
  id: string
  section: Section
  passage: Passage
  score: number
  /** What the words themselves earned: BM25 of the passage with its title. */
  lexical: number
  /** Share of the question's words that the passage or its title holds, weighed by their rarity; 0..1. */
  coverage: number
}

export interface SearchOptions {
  k: number
  /** An entry that is not accepted is not among the hits. */
  accepts?: (id: string) => boolean
  /** The score of an entry, changed by what is known beside the words; also asked for `seeds`, whose words may earn 0. */
  weigh?: (id: string, score: number) => number
  /** Entries that may be hits although they share nothing with the words. */
  seeds?: Iterable<string>
  /** Of two passages that earn the same, the one in this language. */
  prefer?: string
  /** Vector of the question; passages that have one of the same model are compared with it. */
  vector?: Vector | null
}

/** A passage that waits for its vector. */
export interface Unplaced { text: string; take(vector: Vector): void }

interface Entry { id: string; sections: readonly Section[]; first: number; last: number; alive: boolean; topics: ReadonlyMap<string, number>; whole: readonly Directions[] }
interface Document { entry: number; section: Section; passage: Passage; directions: Directions; vector: Vector | null }
interface Candidate { place: number; document: number; score: number; meant: number }

/** How many entries are looked at once more, by what they mean; an index with no more entries than the second is looked at whole. */
const LOOKED_AT = 400
const WHOLE = 3_000
/** A section of at most so many passages is about one thing, and has a direction of its own. */
const SHORT_SECTION = 8
/** With more passages than this, terms that stand in most of them are passed over: they cost the most and say the least. */
const LARGE = 20_000
/** Removed passages are kept until they are this many and more than those that are there. */
const KEPT_REMOVED = 1_000

/** Passages of entries (articles, files), found by words, characters and things spoken of; grows and shrinks in place. */
export class PassageIndex {
  readonly #senses: Senses
  #words = new Field()
  #characters = new Field()
  #concepts = new Field()
  #documents: Document[] = []
  #entries: Entry[] = []
  #places = new Map<string, number>()
  readonly #unplaced = new Set<Document>()
  #removed = 0

  constructor(senses: Senses) {
    this.#senses = senses
  }

  /** Passages that are there. */
  get size(): number {
    return this.#documents.length - this.#removed
  }

  /**
   * Adds an entry, or puts it in the place of the one of this id.
   * @param topics what it answers, where somebody has said so; else it is told from its words, which takes a millisecond or two
   */
  put(id: string, sections: readonly Section[], topics: readonly string[] = []): void {
    this.remove(id)
    this.#add(id, sections, topics.length > 0 ? new Map(topics.map((topic) => [topic, 1])) : this.#senses.topicsOf(sections))
  }

  #add(id: string, sections: readonly Section[], topics: ReadonlyMap<string, number>, vectors: ReadonlyMap<Passage, Vector | null> = new Map()): void {
    const first = this.#documents.length
    const entry = this.#entries.length
    for (const section of sections) {
      for (const passage of section.passages) {
        const document = this.#documents.length
        if (document >= MOST_DOCUMENTS) throw new Error('more passages than an index can hold')
        const read = this.#read(section, passage)
        this.#words.add(document, read.words)
        this.#characters.add(document, read.characters)
        this.#concepts.add(document, read.concepts)
        const directions = this.#senses.directionsOf(textOf(section, passage))
        this.#senses.learn(textOf(section, passage), directions, 1)
        const added = { entry, section, passage, directions, vector: vectors.get(passage) ?? null }
        this.#documents.push(added)
        if (!added.vector) this.#unplaced.add(added)
      }
    }
    this.#entries.push({ id, sections, first, last: this.#documents.length, alive: true, topics, whole: this.#wholeOf(sections) })
    this.#places.set(id, entry)
  }

  remove(id: string): void {
    const place = this.#places.get(id)
    const entry = place === undefined ? undefined : this.#entries[place]
    if (!entry) return
    for (let document = entry.first; document < entry.last; document++) {
      const known = this.#documents[document]
      if (!known) continue
      const read = this.#read(known.section, known.passage)
      this.#words.remove(document, read.words)
      this.#characters.remove(document, read.characters)
      this.#concepts.remove(document, read.concepts)
      this.#senses.learn(textOf(known.section, known.passage), known.directions, -1)
      this.#unplaced.delete(known)
    }
    entry.alive = false
    this.#removed += entry.last - entry.first
    this.#places.delete(id)
    if (this.#removed > Math.max(KEPT_REMOVED, this.size)) this.#rebuild()
  }

  /** Some of the passages that have no vector, at most `most`; each may take one, at any time. */
  unplaced(most: number): Unplaced[] {
    const some: Unplaced[] = []
    for (const document of this.#unplaced) {
      if (some.length === most) break
      const { section: { title }, passage: { heading = '', text } } = document
      some.push({ text: [...new Set([title, heading, text])].filter((part) => part !== '').join('\n'), take: (vector) => { if (this.#unplaced.delete(document)) document.vector = vector } })
    }
    return some
  }

  /** Length of the vectors that are there; null as long as there is none. */
  vectorLength(): number | null {
    return this.#documents.find(({ vector }) => vector !== null)?.vector?.bytes.length ?? null
  }

  /** Another model's vectors are to come; who waits to take one of the old waits in vain. */
  forgetVectors(): void {
    this.#unplaced.clear()
    this.#documents = this.#documents.map((document) => ({ ...document, vector: null }))
    for (const entry of this.#entries) if (entry.alive) for (const document of this.#documents.slice(entry.first, entry.last)) this.#unplaced.add(document)
  }

  /** Best first; of each entry its best passage. */
  search(query: string, { k, accepts, weigh, seeds = [], prefer, vector = null }: SearchOptions): FoundPassage[] {
    const asked = { words: count(words(query)), characters: count(characters(query)), concepts: this.#senses.conceptsOf(query) }
    for (const term of asked.words.keys()) asked.words.set(term, 1)
    const lexical = new Float32Array(this.#documents.length)
    const other = new Float32Array(this.#documents.length)
    const most = this.size > LARGE ? COMMON_SHARE : 1
    this.#words.score(asked.words, lexical, most)
    this.#characters.score(scaled(asked.characters, FIELD.characters), other, most)
    this.#concepts.score(scaled(asked.concepts, FIELD.concepts), other, most)
    const { best, scores } = this.#byEntry(lexical, other, prefer)
    const weighed = (place: number): number => weigh?.(this.#entries[place]?.id ?? '', scores[place] ?? 0) ?? scores[place] ?? 0
    const candidates = new Top(Math.max(this.#places.size <= WHOLE ? WHOLE : LOOKED_AT, k))
    const offer = (place: number): void => {
      const entry = this.#entries[place]
      if (!entry?.alive || !(accepts?.(entry.id) ?? true)) return
      candidates.add(place, weighed(place))
    }
    const everything = this.#places.size <= WHOLE && (vector !== null || this.#senses.hasDirections)
    const seeded = new Set([...seeds].flatMap((id) => this.#places.get(id) ?? []))
    for (let place = 0; place < this.#entries.length; place++) if (everything || (scores[place] ?? 0) > 0 || seeded.has(place)) offer(place)
    const found = this.#lookAgain(query, candidates, best, lexical)
    return (vector ? this.#byMeaning(found, vector, lexical) : found)
      .filter(({ score, meant }) => score > 0 || meant >= MEANT.alone).slice(0, k)
      .map(({ place, document, score }) => this.#toFound(place, document, score, lexical[document] ?? 0, asked.words))
  }

  /** The best passage of each entry, and what its terms earn. */
  #byEntry(lexical: Float32Array, other: Float32Array, prefer: string | undefined): { best: Int32Array; scores: Float32Array } {
    const best = new Int32Array(this.#entries.length).fill(-1)
    const scores = new Float32Array(this.#entries.length)
    for (let document = 0; document < lexical.length; document++) {
      const total = FIELD.words * (lexical[document] ?? 0) + (other[document] ?? 0)
      if (total === 0) continue
      const known = this.#documents[document]
      if (!known) continue
      const { entry } = known
      const before = scores[entry] ?? 0
      const isEqualAndPreferred = total === before && known.section.language === prefer && this.#documents[best[entry] ?? -1]?.section.language !== prefer
      if (total > before || isEqualAndPreferred) {
        scores[entry] = total
        best[entry] = document
      }
    }
    return { best, scores }
  }

  /** The best entries once more, with what question and passage mean. */
  #lookAgain(query: string, candidates: Top, best: Int32Array, lexical: Float32Array): Candidate[] {
    const topics = this.#senses.topicsOfQuestion(query)
    const directions = this.#senses.directionsOf(query)
    return candidates.sorted().map(({ item: place, score }) => {
      const entry = this.#entries[place]
      if (!entry) return { place, document: -1, score: 0, meant: 0 }
      let document = best[place] ?? -1
      let [nearest, ofBest] = [0, 0]
      for (let at = entry.first; at < entry.last; at++) {
        const known = this.#documents[at]
        const near = known ? this.#senses.nearness(directions, known.directions) : 0
        if (at === document) ofBest = near
        if (near <= nearest) continue
        nearest = near
        if (document < 0 || (lexical[document] ?? 0) + ofBest < (lexical[at] ?? 0) + near) [document, ofBest] = [at, near]
      }
      const ofWhole = entry.whole.reduce((most, whole) => Math.max(most, this.#senses.nearness(directions, whole)), 0)
      const sameTopics = this.#senses.alike(topics, entry.topics)
      return { place, document: document < 0 ? entry.first : document, score: score + SENSE.topics * sameTopics + (entry.whole.length > 0 ? (1 - WHOLE_SHARE) * nearest + WHOLE_SHARE * ofWhole : nearest), meant: 0 }
    }).sort((a, b) => this.#order(a, b))
  }

  #order(a: Candidate, b: Candidate): number {
    return b.score - a.score || ((this.#entries[a.place]?.id ?? '') < (this.#entries[b.place]?.id ?? '') ? -1 : 1)
  }

  /** The same entries, with what the vectors of their passages say. */
  #byMeaning(found: readonly Candidate[], asked: Vector, lexical: Float32Array): Candidate[] {
    const nearest = found.map(({ place, document }) => this.#nearest(place, document, asked, lexical))
    const stands = standing(nearest.map(({ cosine: near }) => near))
    return found.map(({ place, score }, at) => {
      const near = nearest[at] ?? { document: -1, cosine: null }
      const meant = stands.of(near.cosine)
      return { place, document: near.document, score: score + MEANT.weight * meant, meant }
    }).sort((a, b) => this.#order(a, b))
  }

  /** The passage of an entry that means most what was asked. @param document the one that the words chose; it stays where none has a vector */
  #nearest(place: number, document: number, asked: Vector, lexical: Float32Array): { document: number; cosine: number | null } {
    let best: { document: number; cosine: number | null } = { document, cosine: null }
    const entry = this.#entries[place]
    for (let at = entry?.first ?? 0; at < (entry?.last ?? 0); at++) {
      const vector = this.#documents[at]?.vector
      const near = vector ? cosine(asked, vector) : null
      if (near === null) continue
      if (best.cosine === null || near > best.cosine || (near === best.cosine && (lexical[at] ?? 0) > (lexical[best.document] ?? 0))) best = { document: at, cosine: near }
    }
    return best
  }

  #wholeOf(sections: readonly Section[]): Directions[] {
    return sections.filter(({ passages }) => passages.length > 0 && passages.length <= SHORT_SECTION)
      .map(({ title, passages }) => this.#senses.directionsOf([title, title, ...passages.map(({ text }) => text)].join('\n')))
  }

  #toFound(place: number, document: number, score: number, lexical: number, asked: Counted): FoundPassage {
    const [entry, known] = [this.#entries[place], this.#documents[document]]
    if (!entry || !known) throw new Error('a hit without its passage')
    const coverage = this.#words.coverage(asked, this.#read(known.section, known.passage).words)
    return { id: entry.id, section: known.section, passage: known.passage, score, lexical, coverage }
  }

  #read(section: Section, passage: Passage): { words: Counted; characters: Counted; concepts: Counted } {
    const { title } = section
    const text = passage.heading === undefined || passage.heading === title ? passage.text : `${passage.heading}\n${passage.text}`
    return {
      words: count(words(title), count(words(text)), TITLE_TIMES),
      characters: count(characters(title), count(characters(text)), TITLE_TIMES),
      concepts: this.#senses.conceptsOfPassage(title, `${title}\n${text}`),
    }
  }

  #rebuild(): void {
    const kept = this.#entries.filter(({ alive }) => alive)
    const vectors = new Map(this.#documents.map(({ passage, vector }) => [passage, vector]))
    this.#unplaced.clear()
    this.#words = new Field()
    this.#characters = new Field()
    this.#concepts = new Field()
    this.#documents = []
    this.#entries = []
    this.#places = new Map()
    this.#removed = 0
    for (const { id, sections, topics } of kept) this.#add(id, sections, topics, vectors)
  }
}

/** A passage as it is placed: what it stands under belongs to it. */
const textOf = ({ title }: Section, { heading, text }: Passage): string => [title, title, heading ?? '', text].join('\n')

const scaled = (terms: Counted, by: number): Map<string, number> => new Map([...terms].map(([term, weight]) => [term, Math.min(weight, 1) * by]))
