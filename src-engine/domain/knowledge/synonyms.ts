import { stem } from './stem.ts'

/** Ways to say one thing, of both languages; `near` are things that come along with it. */
export interface SynonymGroup {
  name: string
  ways: readonly string[]
  near: readonly string[]
}

/** What a text speaks of: groups by name, with how surely (1, or less for those that only come along). */
export type ReadConcepts = (text: string) => ReadonlyMap<string, number>

/** A thing that only comes along with what is said. */
const NEAR = 0.35
/** Between the halves of a Chinese way with a gap (洗*小), in UTF-16 units. */
const LONGEST_GAP = 5
/** Words that may stand between the words of an English way. */
const WORDS_BETWEEN = 2
const LATIN_WORD = /[a-z0-9']+/g
const IS_HAN = /\p{Script=Han}/u

/**
 * Reads a list of synonyms: a group a line, `name = way, way, way ~ group, group`; `#` begins a remark. A Chinese way may have
 * one gap of at most five characters (`洗*小`).
 * @throws Error that names the line which is of another shape, or a group that is named and not there
 */
export function parseSynonyms(text: string): SynonymGroup[] {
  const groups: SynonymGroup[] = []
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.replace(/#.*$/, '').trim()
    if (line === '') continue
    const read = /^([a-z0-9-]+)\s*=\s*([^=~]+)(?:~([^=~]+))?$/.exec(line)
    if (!read) throw new Error(`synonyms: line ${String(at + 1)} is not "name = way, way ~ group"`)
    const list = (part: string | undefined): string[] => (part ?? '').split(',').map((one) => one.trim()).filter((one) => one !== '')
    groups.push({ name: read[1] ?? '', ways: list(read[2]), near: list(read[3]) })
  }
  const names = new Set(groups.map(({ name }) => name))
  if (names.size < groups.length) throw new Error('synonyms: a name stands for two groups')
  const lost = groups.flatMap(({ near }) => near).find((name) => !names.has(name))
  if (lost !== undefined) throw new Error(`synonyms: there is no group ${lost}`)
  return groups
}

interface HanWay { head: string; tail: string | null; group: SynonymGroup }
interface LatinWay { words: readonly string[]; group: SynonymGroup }

/** Makes the reader of a list: finds every way to say a thing in a text, overlapping ones too. Pure. */
export function createConcepts(groups: readonly SynonymGroup[]): ReadConcepts {
  const han = new Map<string, HanWay[]>()
  const latin = new Map<string, LatinWay[]>()
  const into = <T>(map: Map<string, T[]>, key: string, one: T): void => { map.set(key, [...(map.get(key) ?? []), one]) }
  for (const group of groups) {
    for (const way of group.ways) {
      const clean = way.normalize('NFKC').toLowerCase()
      if (IS_HAN.test(clean)) {
        const [head = '', tail = null] = clean.split('*')
        into(han, head.slice(0, 2), { head, tail, group })
      } else {
        const stems = latinWords(clean)
        if (stems[0] !== undefined) into(latin, stems[0], { words: stems, group })
      }
    }
  }
  return (text) => {
    const found = new Map<string, number>()
    const clean = text.normalize('NFKC').toLowerCase()
    readHan(clean, han, found)
    readLatin(latinWords(clean), latin, found)
    return found
  }
}

const latinWords = (text: string): string[] => (text.match(LATIN_WORD) ?? []).map((word) => stem(word.replace(/'s?$/, '').replaceAll("'", '')))

function tell(group: SynonymGroup, found: Map<string, number>): void {
  found.set(group.name, 1)
  for (const name of group.near) found.set(name, Math.max(NEAR, found.get(name) ?? 0))
}

function readHan(text: string, ways: ReadonlyMap<string, readonly HanWay[]>, found: Map<string, number>): void {
  for (let at = 0; at < text.length; at++) {
    for (const length of [1, 2]) {
      for (const { head, tail, group } of ways.get(text.slice(at, at + length)) ?? []) {
        if (head.length < length || !text.startsWith(head, at)) continue
        const rest = at + head.length
        if (tail === null || text.slice(rest, rest + LONGEST_GAP + tail.length).includes(tail)) tell(group, found)
      }
    }
  }
}

function readLatin(words: readonly string[], ways: ReadonlyMap<string, readonly LatinWay[]>, found: Map<string, number>): void {
  for (const [at, word] of words.entries()) {
    for (const way of ways.get(word) ?? []) if (follows(way.words, words, at)) tell(way.group, found)
  }
}

/** Do the words of the way follow each other from here on, with at most a few others between two? */
function follows(way: readonly string[], words: readonly string[], at: number): boolean {
  let place = at
  for (const wanted of way.slice(1)) {
    const next = words.slice(place + 1, place + 2 + WORDS_BETWEEN).indexOf(wanted)
    if (next < 0) return false
    place += 1 + next
  }
  return true
}
