import { standing } from '../embedding/standing.ts'
import { cosine, type Vector } from '../embedding/vector.ts'
import type { Passage } from '../passages.ts'
import { characters, letterGrams, words } from '../terms.ts'
import { count, Field, type Counted } from './field.ts'
import { MOST_DOCUMENTS } from './postings.ts'
import type { Directions, Senses } from './senses.ts'
import { Top } from './top.ts'
import { COMMON_SHARE, IN_ENTRY, MEANT, TITLE_TIMES, WEIGHTS, type Weights } from './weights.ts'

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

interface Entry { id: string; sections: readonly Section[]; first: number; last: number; firstStretch: number; lastStretch: number; alive: boolean; topics: ReadonlyMap<string, number> }
/** `words`: counted when it is first a hit; the same few passages answer again and again. */
interface Document { entry: number; section: Section; passage: Passage; directions: Directions; vector: Vector | null; words?: Counted }
/** Neighbouring passages that are about one thing: an article, or a piece of a manual. Entries are told apart by them, passages within an entry by themselves. */
interface Stretch { entry: number; section: Section; passages: readonly Passage[]; directions: Directions }
interface Candidate { place: number; document: number; score: number; meant: number }

/** How many entries are looked at once more, by what they mean; an index with no more entries than the second is looked at whole. */
const LOOKED_AT = 400
const WHOLE = 3_000
/** Passages of a stretch, at most. */
const STRETCH = 8
/** With more passages than this, terms that stand in most of them are passed over: they cost the most and say the least. */
const LARGE = 20_000
/** Removed passages are kept until they are this many and more than those that are there. */
const KEPT_REMOVED = 1_000

/** Passages of entries (articles, files), found by words, characters and things spoken of; grows and shrinks in place. */
export class PassageIndex {
  readonly #senses: Senses
  #words = new Field()
  #stretchFields = newStretchFields()
  #documents: Document[] = []
  #stretches: Stretch[] = []
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
    const firstStretch = this.#stretches.length
    const entry = this.#entries.length
    for (const section of sections) {
      for (const passage of section.passages) {
        const document = this.#documents.length
        if (document >= MOST_DOCUMENTS) throw new Error('more passages than an index can hold')
        this.#words.add(document, wordsOf(section, [passage]))
        const directions = this.#senses.directionsOf(textOf(section, passage))
        this.#senses.learn(textOf(section, passage), directions, 1)
        const added = { entry, section, passage, directions, vector: vectors.get(passage) ?? null }
        this.#documents.push(added)
        if (!added.vector) this.#unplaced.add(added)
      }
    }
    for (const { section, passages } of stretchesOf(sections)) {
      const terms = this.#stretchTerms(section, passages)
      for (const name of STRETCH_FIELDS) this.#stretchFields[name].add(this.#stretches.length, terms[name])
      this.#stretches.push({ entry, section, passages, directions: this.#senses.directionsOf([section.title, section.title, ...passages.map(({ text }) => text)].join('\n')) })
    }
    this.#entries.push({ id, sections, first, last: this.#documents.length, firstStretch, lastStretch: this.#stretches.length, alive: true, topics })
    this.#places.set(id, entry)
  }

  remove(id: string): void {
    const place = this.#places.get(id)
    const entry = place === undefined ? undefined : this.#entries[place]
    if (!entry) return
    for (let document = entry.first; document < entry.last; document++) {
      const known = this.#documents[document]
      if (!known) continue
      this.#words.remove(document, wordsOf(known.section, [known.passage]))
      this.#senses.learn(textOf(known.section, known.passage), known.directions, -1)
      this.#unplaced.delete(known)
    }
    for (let at = entry.firstStretch; at < entry.lastStretch; at++) {
      const stretch = this.#stretches[at]
      if (!stretch) continue
      const terms = this.#stretchTerms(stretch.section, stretch.passages)
      for (const name of STRETCH_FIELDS) this.#stretchFields[name].remove(at, terms[name])
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
    const weights = WEIGHTS[HAN.test(query) ? 'han' : 'other']
    const asked = { words: scaled(count(words(query)), 1), characters: count(characters(query)), letters: count(letterGrams(query)), concepts: this.#senses.conceptsOf(query) }
    const lexical = new Float32Array(this.#documents.length)
    const most = this.size > LARGE ? COMMON_SHARE : 1
    this.#words.score(asked.words, lexical, most)
    const ofStretches = new Float32Array(this.#stretches.length)
    for (const name of STRETCH_FIELDS) this.#stretchFields[name].score(scaled(asked[name], weights[name]), ofStretches, most)
    const scores = new Float32Array(this.#entries.length)
    this.#stretches.forEach(({ entry }, at) => { scores[entry] = Math.max(scores[entry] ?? 0, ofStretches[at] ?? 0) })
    const best = this.#bestPassages(lexical, prefer)
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
    const found = this.#lookAgain(query, candidates, { best, lexical, weights })
    return (vector ? this.#byMeaning(found, vector, lexical) : found)
      .filter(({ score, meant }) => score > 0 || meant >= MEANT.alone).slice(0, k)
      .map(({ place, document, score }) => this.#toFound(place, document, score, lexical[document] ?? 0, asked.words))
  }

  /** The passage of each entry whose words earn most; -1 where none does. */
  #bestPassages(lexical: Float32Array, prefer: string | undefined): Int32Array {
    const best = new Int32Array(this.#entries.length).fill(-1)
    for (let document = 0; document < lexical.length; document++) {
      const total = lexical[document] ?? 0
      const known = this.#documents[document]
      if (total === 0 || !known) continue
      const { entry } = known
      const before = lexical[best[entry] ?? -1] ?? 0
      const isEqualAndPreferred = total === before && known.section.language === prefer && this.#documents[best[entry] ?? -1]?.section.language !== prefer
      if (total > before || isEqualAndPreferred) best[entry] = document
    }
    return best
  }

  /** The best entries once more, with what question and passage mean. */
  #lookAgain(query: string, candidates: Top, { best, lexical, weights }: { best: Int32Array; lexical: Float32Array; weights: Weights }): Candidate[] {
    const topics = this.#senses.topicsOfQuestion(query)
    const directions = this.#senses.directionsOf(query)
    return candidates.sorted().map(({ item: place, score }) => {
      const entry = this.#entries[place]
      if (!entry) return { place, document: -1, score: 0, meant: 0 }
      let document = best[place] ?? -1
      let [nearest, ofBest] = [0, 0]
      for (let at = entry.first; at < entry.last; at++) {
        const known = this.#documents[at]
        const { company, meaning } = known ? this.#senses.nearness(directions, known.directions) : NOT_NEAR
        const near = weights.near * company + weights.meant * meaning
        nearest = Math.max(nearest, weights.near * company)
        if (at === document) ofBest = near
        else if (near > 0 && (document < 0 || IN_ENTRY.words * (lexical[document] ?? 0) + ofBest < IN_ENTRY.words * (lexical[at] ?? 0) + near)) [document, ofBest] = [at, near]
      }
      let whole = 0
      for (let at = entry.firstStretch; at < entry.lastStretch; at++) {
        const stretch = this.#stretches[at]
        const { company, meaning } = stretch ? this.#senses.nearness(directions, stretch.directions) : NOT_NEAR
        whole = Math.max(whole, weights.whole * company + weights.meant * meaning)
      }
      return { place, document: document < 0 ? entry.first : document, score: score + weights.topics * this.#senses.alike(topics, entry.topics) + nearest + whole, meant: 0 }
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

  #toFound(place: number, document: number, score: number, lexical: number, asked: Counted): FoundPassage {
    const [entry, known] = [this.#entries[place], this.#documents[document]]
    if (!entry || !known) throw new Error('a hit without its passage')
    const coverage = this.#words.coverage(asked, known.words ??= wordsOf(known.section, [known.passage]))
    return { id: entry.id, section: known.section, passage: known.passage, score, lexical, coverage }
  }

  #stretchTerms(section: Section, passages: readonly Passage[]): Record<StretchField, Counted> {
    const { title } = section
    const text = bodyOf(section, passages)
    return {
      words: wordsOf(section, passages),
      characters: count(characters(title), count(characters(text)), TITLE_TIMES),
      letters: count(letterGrams(title), count(letterGrams(text)), TITLE_TIMES),
      concepts: this.#senses.conceptsOfPassage(title, `${title}\n${text}`),
    }
  }

  #rebuild(): void {
    const kept = this.#entries.filter(({ alive }) => alive)
    const vectors = new Map(this.#documents.map(({ passage, vector }) => [passage, vector]))
    this.#unplaced.clear()
    this.#words = new Field()
    this.#stretchFields = newStretchFields()
    this.#documents = []
    this.#stretches = []
    this.#entries = []
    this.#places = new Map()
    this.#removed = 0
    for (const { id, sections, topics } of kept) this.#add(id, sections, topics, vectors)
  }
}

const HAN = /\p{Script=Han}/u
const NOT_NEAR = { company: 0, meaning: 0 }

/** What a stretch is found by. */
const STRETCH_FIELDS = ['words', 'characters', 'letters', 'concepts'] as const
type StretchField = typeof STRETCH_FIELDS[number]
const newStretchFields = (): Record<StretchField, Field> => ({ words: new Field(), characters: new Field(), letters: new Field(), concepts: new Field() })

const stretchesOf = (sections: readonly Section[]): { section: Section; passages: readonly Passage[] }[] => sections.flatMap((section) =>
  Array.from({ length: Math.ceil(section.passages.length / STRETCH) }, (_, at) => ({ section, passages: section.passages.slice(at * STRETCH, (at + 1) * STRETCH) })))

/** The text of passages with the headings they stand under; the title's is not said twice. */
const bodyOf = ({ title }: Section, passages: readonly Passage[]): string =>
  passages.map(({ heading, text }) => (heading === undefined || heading === title ? text : `${heading}\n${text}`)).join('\n')

const wordsOf = (section: Section, passages: readonly Passage[]): Counted => count(words(section.title), count(words(bodyOf(section, passages))), TITLE_TIMES)

/** A passage as it is placed: what it stands under belongs to it. */
const textOf = ({ title }: Section, { heading, text }: Passage): string => [title, title, heading ?? '', text].join('\n')

const scaled = (terms: Counted, by: number): Map<string, number> => new Map([...terms].map(([term, weight]) => [term, Math.min(weight, 1) * by]))
