import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { plain, wordsOf } from '../../domain/classify/text.ts'
import { composeSentences } from './compose.ts'
import { DEEDS, FATES, FRAMES, PLACES, THINGS } from './phrases.ts'

/** What the table of meanings is learned from: words, and lists of sentences. No line of BANKING77, and of no set a test line. */
export interface MeaningCorpus {
  words: string[]
  lists: string[][]
}

const SETS = ['clinc150', 'multidogo', 'goemotions', 'bitext_cs'] as const
const Line = z.object({ text: z.string() })
const COMPOSED = 80_000
const SEED = 5
/** A word is known when the sets have it so often, or our own frames have it. */
const WORD_TIMES = 2

const everySecond = (texts: readonly string[]): string[] => texts.filter((_, at) => at % 2 === 0)

/** Training lines of four public sets below `data`, and sentences put together from them; null where a set is not there. */
export function readMeaningCorpus(data: string): MeaningCorpus | null {
  const file = (set: string): string => path.join(data, set, 'train.jsonl')
  if (SETS.some((set) => !fs.existsSync(file(set)))) return null
  const read = (set: string): string[] => fs.readFileSync(file(set), 'utf8').trim().split('\n').map((line) => Line.parse(JSON.parse(line)).text)
  const [clinc, multidogo, goemotions, bitext] = SETS.map(read) as [string[], string[], string[], string[]]
  const chats = [...new Set(multidogo.filter((text) => text.length < 200 && text.includes(' ')))]
  const posts = goemotions.filter((text) => text.length < 160 && text.length > 10)
  return {
    words: knownWords([clinc, multidogo, goemotions, bitext].flat()),
    lists: [clinc, [...new Set([...chats, ...everySecond(bitext), ...everySecond(posts)])], composeSentences([...clinc, ...multidogo.filter((_, at) => at % 4 === 0), ...bitext], COMPOSED, SEED)],
  }
}

function knownWords(texts: readonly string[]): string[] {
  const times = new Map<string, number>()
  for (const text of texts) for (const word of wordsOf(plain(text))) times.set(word, (times.get(word) ?? 0) + 1)
  const own = [THINGS, DEEDS, FATES, PLACES, FRAMES].flat().flatMap((text) => wordsOf(plain(text)))
  return [...new Set([...own, ...[...times].flatMap(([word, n]) => (n >= WORD_TIMES ? [word] : []))])]
}
