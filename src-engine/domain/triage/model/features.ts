import { findClasses, type WordClasses } from './classes.ts'
import { add, BEFORE_MAX, keyOf, keyOfPair, keyOfPiece, TEXT_MAX, type Found, type Group } from './grams.ts'

/** What the heads look at. Both texts are normalised (see `normalize.ts`). */
export interface Reading {
  readonly text: string
  /** As received: capitals say something that the normalised text has lost. */
  readonly raw: string
  /** Our side's latest line; null when there is none. */
  readonly before: string | null
  /** Names of the lexicon's labels that have a hit in the text ("topic.ship_when"). */
  readonly rules: readonly string[]
}

/** Pairs of classes are looked at among the first so many: a longer message repeats itself. */
const MOST_CLASSES = 12

/** Spaces of keys: the same letters say another thing as a word, inside a word, or in our own line. */
const SPACE = { word: 1, pair: 2, inner: 3, han: 4, whole: 5, edge: 6, shape: 7, rule: 8, skip: 9, code: 10, answered: 11, kind: 12, kinds: 13, next: 14, before: 32 } as const
const HAN_LONGEST = 4
const INNER = { shortest: 3, longest: 5 }
/** A message of at most this many characters is also looked at as a whole ("好的", "ok"). */
const WHOLE_MAX = 12
/** A message of at most this many characters mostly answers our line. */
const SHORT = 8

const RUN = /\p{Script=Han}+|[a-z']+|\d+|[!?.,~…]+|\p{Extended_Pictographic}/gu
const isHan = (unit: number): boolean => (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff)
const isLetter = (unit: number): boolean => (unit >= 97 && unit <= 122) || unit === 39

/** End of an English word without its inflection: "refunds" and "refunded" are one word. @returns UTF-16 unit */
function stemEnd(text: string, from: number, to: number): number {
  let end = to
  if (end - from > 4 && text.charCodeAt(end - 1) === 115) end -= text.charCodeAt(end - 2) === 39 ? 2 : 1
  if (end - from > 6 && text.endsWith('ing', end)) return end - 3
  if (end - from > 5 && (text.endsWith('ed', end) || text.endsWith('ly', end))) return end - 2
  return end
}

function hanRun(text: string, from: number, to: number, space: number, group: Group, found: Found): void {
  const isOurs = space >= SPACE.before
  const longest = isOurs ? 3 : HAN_LONGEST
  for (let start = from; start < to; start++) {
    for (let n = isOurs ? 2 : 1; n <= longest && start + n <= to; n++) {
      add(found, group, keyOfPiece(space + SPACE.han, text, start, start + n), start, start + n)
    }
    if (!isOurs && start + 3 <= to) add(found, group, keyOfPair(space + SPACE.skip, text.charCodeAt(start), text.charCodeAt(start + 2)), start, start + 3)
  }
}

/** Letters inside a word, its edges marked, so that a slip of the finger does not hide it. */
function innerGrams(text: string, from: number, to: number, found: Found): void {
  const edged = ` ${text.slice(from, to)} `
  for (let n = INNER.shortest; n <= INNER.longest; n++) {
    for (let start = 0; start + n <= edged.length; start++) add(found, 'letters', keyOfPiece(SPACE.inner, edged, start, start + n), from, to)
  }
}

/** Digits by how many they are: which order it is does not tell what is wanted. */
const digitsName = (length: number): string => (length <= 2 ? `${String(length)}d` : length <= 4 ? '4d' : length <= 6 ? '6d' : length < 11 ? '10d' : length === 11 ? '11d' : 'long')

/** Words, characters, signs and numbers of one text. @param space 0 for the message, `SPACE.before` for our line */
function readText(text: string, space: number, group: Group, found: Found): void {
  const isOurs = space >= SPACE.before
  let [lastWord, lastFrom] = [0, -1]
  RUN.lastIndex = 0
  for (let match = RUN.exec(text); match !== null; match = RUN.exec(text)) {
    const [from, to] = [match.index, match.index + match[0].length]
    const unit = text.charCodeAt(from)
    let word = 0
    if (isHan(unit)) {
      hanRun(text, from, to, space, group, found)
      word = keyOfPiece(space + SPACE.edge, text, Math.max(from, to - 2), to)
    } else if (isLetter(unit)) {
      word = keyOfPiece(space + SPACE.word, text, from, stemEnd(text, from, to))
      add(found, group, word, from, to)
      if (!isOurs) innerGrams(text, from, to, found)
    } else {
      const name = unit >= 48 && unit <= 57 ? digitsName(to - from) : match[0].slice(0, 3)
      word = keyOf(space + SPACE.code, name)
      add(found, isOurs ? group : 'shape', word, from, to)
    }
    if (lastFrom >= 0) add(found, group, keyOfPair(space + SPACE.pair, lastWord, word), lastFrom, to)
    lastWord = word
    lastFrom = from
  }
}

/** How the message looks: length, alphabet, capitals, floods. */
function readShape({ raw, text }: Reading, found: Found): void {
  const shape = (name: string): void => add(found, 'shape', keyOf(SPACE.shape, name))
  const length = text.length
  shape(`length ${length <= 2 ? '2' : length <= 4 ? '4' : length <= 8 ? '8' : length <= 16 ? '16' : length <= 40 ? '40' : 'more'}`)
  const hasHan = /\p{Script=Han}/u.test(text)
  shape(hasHan ? 'han' : /[a-z]/u.test(text) ? 'latin' : 'no letters')
  const caps = raw.match(/[A-Z]/gu)?.length ?? 0
  if (caps >= 6 && caps * 2 > (raw.match(/[A-Za-z]/gu)?.length ?? 0)) shape('capitals')
  if (/(.)\1{3,}/u.test(text)) shape('flood')
  if (/[?]/u.test(text)) shape('asks')
  if (/https?:|www\./u.test(text)) shape('link')
  if (/^\[[^\]]*\]$/u.test(text.trim())) shape('placeholder')
  if (/[a-z]{1,4}\d{6,}/u.test(text)) shape('code')
}

/** Classes of words, alone, one after the other, and together in one message. */
function readClasses(text: string, classes: WordClasses, found: Found): void {
  const hits = findClasses(text, classes)
  hits.forEach((hit, i) => {
    add(found, 'classes', keyOf(SPACE.kind, String(hit.number)), hit.from, hit.to)
    const next = hits[i + 1]
    if (next !== undefined) add(found, 'classes', keyOfPair(SPACE.next, hit.number, next.number), hit.from, next.to)
    for (let j = i + 1; j < Math.min(hits.length, MOST_CLASSES); j++) {
      const other = hits[j]
      if (other === undefined || other.number === hit.number) continue
      add(found, 'classes', keyOfPair(SPACE.kinds, Math.min(hit.number, other.number), Math.max(hit.number, other.number)))
    }
  })
}

const QUESTION = /[?]\s*$|吗|呢|是否|对吧|可以么|好么|确认一下|还是|\b(?:shall|would you|do you|is (?:it|this|that)|can (?:i|you)|should|which|what|could)\b/u

function readBefore({ before, text }: Reading, found: Found): void {
  if (before === null) return
  const line = before.slice(-BEFORE_MAX)
  const answered = keyOf(SPACE.answered, QUESTION.test(line) ? 'asked' : 'told')
  add(found, 'before', answered)
  if (text.length <= WHOLE_MAX) add(found, 'text', keyOfPair(SPACE.answered, answered, keyOf(SPACE.whole, text.trim())))
  // A short answer lives on what was asked; in a long message our line is only company.
  readText(line, SPACE.before + (text.length <= SHORT ? 32 : 0), 'before', found)
}

/** Writes the features of a message into `found`. Same reading, same features, on every machine. */
export function featuresOf(reading: Reading, classes: WordClasses, found: Found): void {
  found.count = 0
  const text = reading.text.slice(0, TEXT_MAX)
  readText(text, 0, 'text', found)
  const bare = text.trim()
  if (bare.length <= WHOLE_MAX) add(found, 'text', keyOf(SPACE.whole, bare), 0, text.length)
  add(found, 'text', keyOf(SPACE.edge, `^${bare.slice(0, 2)}`), 0, Math.min(2, text.length))
  add(found, 'text', keyOf(SPACE.edge, `${bare.slice(-2)}$`), Math.max(0, text.length - 2), text.length)
  readShape(reading, found)
  for (const rule of reading.rules) add(found, 'rules', keyOf(SPACE.rule, rule))
  readClasses(text, classes, found)
  readBefore(reading, found)
}
