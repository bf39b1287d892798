import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { parseSynonyms } from '../../domain/knowledge/synonyms.ts'
import { featuresOf } from '../../domain/knowledge/vectors/features.ts'
import { writeVectors, type VectorTable } from '../../domain/knowledge/vectors/table.ts'
import { readCorpus } from '../corpus.ts'
import { countCompany, type CompanyLine } from './counts.ts'
import { strongest } from './factor.ts'

const SIZE = 160
const BYTE = 127
const HAN = /\p{Script=Han}/u
/** How often a line of each kind is counted: what was written to say one thing in many words teaches most. */
const TIMES = { paraphrase: 3, broad: 1, synonym: 3, shop: 2 }
const ShopArticles = z.array(z.object({ title: z.record(z.string(), z.string()), body: z.record(z.string(), z.string()) }))

type Language = 'zh' | 'en'
const repeat = <T>(lines: readonly T[], times: number): T[] => Array.from({ length: times }, () => lines).flat()
const read = (...parts: string[]): string => fs.readFileSync(path.join(...parts), 'utf8')

/** `what a help page calls it = what customers say / ...`: of each group the whole line, and each of the sayings with its name. */
export function paraphraseGroups(text: string): string[][] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#')).map((line) => {
    const [called = '', sayings = ''] = line.split('=')
    return [line.replace('=', ' / '), ...sayings.split('/').map((saying) => `${called} / ${saying}`)]
  })
}

function linesOf(project: string, language: Language): CompanyLine[] {
  let text = 0
  /** Lines of texts that each say one thing; repeated, they are still the same text. */
  const told = (texts: readonly (readonly string[])[], times = 1): CompanyLine[] =>
    texts.flatMap((lines) => { text += 1; return repeat(lines.map((line) => ({ features: featuresOf(line), text })), times) })

  const corpus = path.join(project, 'corpus')
  const messages = (['train', 'broad'] as const).flatMap((part) => readCorpus(corpus, part)).filter((line) => line.language === language)
  const synonyms = parseSynonyms(read(project, 'resources', 'knowledge', 'synonyms.txt')).map(({ ways }) => ways.filter((way) => HAN.test(way) === (language === 'zh')).map((way) => way.replace('*', ' ')).join(' / '))
  const shop = ShopArticles.parse(JSON.parse(read(project, 'resources', 'demo-shop', 'articles.json')))
    .flatMap(({ title, body }) => (body[language] ?? '').split(/[。\n]|\. /u).filter((sentence) => sentence.trim() !== '').map((sentence) => `${title[language] ?? ''} / ${sentence}`))
  return [
    // A topic is company like any word: messages of one topic are alike.
    ...messages.map(({ text: said, topics }) => ({ features: [...featuresOf(said), ...topics.map((topic) => `#${topic}`)], text: text += 1 })),
    ...told(synonyms.map((line) => [line]), TIMES.synonym), ...told(shop.map((line) => [line]), TIMES.shop),
    ...told(paraphraseGroups(read(corpus, 'paraphrases', `${language}.txt`)), TIMES.paraphrase),
    ...told(paraphraseGroups(read(corpus, 'paraphrases', `${language}-broad.txt`)), TIMES.broad),
  ]
}

/** The vectors of one language from the project's own texts. Same texts, same bytes. @param chance see `strongest` */
export function makeVectors(project: string, language: Language, chance: () => number): Uint8Array {
  const { features, weights, matrix } = countCompany(linesOf(project, language))
  const rows = strongest(matrix, SIZE, chance)
  const table: VectorTable = { size: SIZE, features, weights, scales: new Float32Array(features.length), values: new Int8Array(features.length * SIZE) }
  features.forEach((_, row) => {
    const own = rows.values.subarray(row * SIZE, (row + 1) * SIZE)
    const scale = own.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / BYTE || 1
    table.scales[row] = scale
    own.forEach((value, k) => { table.values[row * SIZE + k] = Math.round(value / scale) })
  })
  return writeVectors(table)
}
