import path from 'node:path'
import fs from 'node:fs'
import { openResources } from '../src-engine/adapters/resources.ts'
import { PassageIndex, type Section } from '../src-engine/domain/knowledge/index/passage-index.ts'
import { Senses } from '../src-engine/domain/knowledge/index/senses.ts'
import { quantile } from '../src-engine/domain/evaluation/quantile.ts'
import { openSenses } from '../src-engine/knowledge-files.ts'
import { seeded, type Random } from './corpus/random.ts'
import { ROOT } from './desk/places.ts'
import { ensure, type Measure, type Outcome } from './measure.ts'
import { interleave } from './stats.ts'

const PASSAGES = 100_000
const PER_ARTICLE = 5
const SENTENCES = 5
const SEED = 20261127
const RUNS = 5
const WARM_UPS = 1
/** Questions a run; the scan, which is slow, is asked the first of them only. */
const QUESTIONS = 200
const SCANNED = 10
const MANUAL_PASSAGES = 1_500

/** What customers write in our own corpus: real words with real frequencies. */
function readLines(language: string): string[] {
  const folder = path.join(ROOT, 'corpus', language)
  return fs.readdirSync(folder).sort().flatMap((name) => fs.readFileSync(path.join(folder, name), 'utf8').split('\n').slice(1).flatMap((line) => line.split('\t')[0] || []))
}

function section(random: Random, lines: readonly string[], passages: number): Section {
  const texts = Array.from({ length: passages }, () => Array.from({ length: SENTENCES }, () => random.pick(lines)).join('. '))
  return { language: '', title: random.pick(lines), passages: texts.map((text, paragraph) => ({ text, start: 0, end: text.length, paragraph })) }
}

/** Milliseconds that 95 of 100 searches stay under. */
function slowest(find: (question: string) => void, questions: readonly string[]): number {
  const times = questions.map((question) => {
    const began = performance.now()
    find(question)
    return performance.now() - began
  })
  return quantile(times, 0.95) ?? 0
}

export const knowledge: Measure = {
  name: 'knowledge', title: 'a question among 100,000 passages, 95 of 100 are faster', baseline: 'looking for its words in every passage', unit: 'ms', compare: 'ratio',
  async run() {
    const random = seeded(SEED)
    const lines = [readLines('zh'), readLines('en')]
    const index = new PassageIndex(new Senses(openSenses(openResources(path.join(ROOT, 'resources')))))
    const texts: string[] = []
    const began = performance.now()
    for (let at = 0; at < PASSAGES / PER_ARTICLE; at++) {
      const one = section(random, random.pick(lines), PER_ARTICLE)
      texts.push(...one.passages.map(({ text }) => text.toLowerCase()))
      index.put(`a${at}`, [one])
    }
    const built = performance.now() - began
    ensure(index.size === PASSAGES, `${PASSAGES} passages are indexed`)
    const manual = section(random, lines[0] ?? [], MANUAL_PASSAGES)
    const [putManual, putArticle] = [manual, section(random, lines[0] ?? [], PER_ARTICLE)].map((one, at) => {
      const from = performance.now()
      index.put(`new${at}`, [one])
      return performance.now() - from
    })
    ensure(index.search(manual.passages[7]?.text.slice(0, 40) ?? '', { k: 5 }).some(({ id }) => id === 'new0'), 'the manual answers at once')
    const questions = Array.from({ length: QUESTIONS }, () => random.pick(random.pick(lines)))
    // "在吗" asks nothing.
    ensure(questions.filter((question) => index.search(question, { k: 5 }).length > 0).length > 0.9 * QUESTIONS, 'hits')
    const scan = (question: string): void => {
      const words = question.toLowerCase().split(/[\s,.?!，。？！]+/u).filter((word) => word !== '')
      texts.map((text, at) => ({ at, held: words.filter((word) => text.includes(word)).length })).filter(({ held }) => held > 0).sort((a, b) => b.held - a.held).slice(0, 5)
    }
    const samples = await interleave(RUNS, WARM_UPS, () => slowest(scan, questions.slice(0, SCANNED)), () => slowest((question) => index.search(question, { k: 5 }), questions))
    return { ...samples, notes: [
      `${PASSAGES} passages in ${(built / 1_000).toFixed(1)} s; a manual of ${MANUAL_PASSAGES} passages in ${((putManual ?? 0) / 1_000).toFixed(2)} s, an article in ${(putArticle ?? 0).toFixed(1)} ms`,
    ] } satisfies Outcome
  },
}
