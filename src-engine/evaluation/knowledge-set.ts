import fs from 'node:fs'
import path from 'node:path'
import { indexFolder } from '../command-line/search.ts'
import { readMarkdownFolder } from '../adapters/markdown-folder.ts'
import { count, Field } from '../domain/knowledge/index/field.ts'
import type { Senses } from '../domain/knowledge/index/senses.ts'
import { words } from '../domain/knowledge/terms.ts'

export interface Asked { question: string; doc: string }

/** Names of the best documents for a question, best first, at most `k`. */
export type Find = (question: string, k: number) => string[]

export interface HitFigures { questions: number; first: number; firstFive: number }

/**
 * The questions about the articles of a folder. `asked.tsv`: as customers would ask, without a content word of the article's title;
 * `questions.tsv`: with as few words of the whole article as could be.
 */
export const QUESTIONS = { asked: 'asked.tsv', oblique: 'questions.tsv' } as const
export type QuestionSet = keyof typeof QUESTIONS

/** Questions with the article that answers each. @throws Error that names a line of another shape */
export function readAsked(folder: string, set: QuestionSet): Asked[] {
  return fs.readFileSync(path.join(folder, QUESTIONS[set]), 'utf8').split(/\r?\n/).flatMap((line, at) => {
    if (line.trim() === '') return []
    const [question, doc] = line.split('\t').map((part) => part.trim())
    if (!question || !doc) throw new Error(`${folder}: line ${String(at + 1)} of the questions is of another shape`)
    return [{ question, doc }]
  })
}

/**
 * Questions on which may be tuned, and the others. Tuned are those about the first third of the articles by name, which are
 * about orders and rules; of `asked` also those about every fourth of the rest, which are about goods.
 */
export function split(asked: readonly Asked[], set: QuestionSet): { tuned: Asked[]; held: Asked[] } {
  const docs = [...new Set(asked.map(({ doc }) => doc))].sort()
  const third = Math.floor(docs.length / 3)
  const tuned = new Set(docs.filter((_, at) => at < third || (set === 'asked' && at % 4 === 0)))
  return { tuned: asked.filter(({ doc }) => tuned.has(doc)), held: asked.filter(({ doc }) => !tuned.has(doc)) }
}

/** The search as it ships, over the articles of a set. */
export function openFind(folder: string, senses: Senses): Find {
  const index = indexFolder(path.join(folder, 'articles'), senses, (problem) => { throw new Error(problem) })
  return (question, k) => index.search(question, { k }).map(({ id }) => id)
}

/** BM25 of whole articles, over words (Chinese: pairs of characters). */
export function openPlain(folder: string): Find {
  const field = new Field()
  const files = readMarkdownFolder(path.join(folder, 'articles'))
  for (const [at, { raw }] of files.entries()) field.add(at, count(words(raw ?? '')))
  return (question, k) => {
    const scores = new Float32Array(files.length)
    field.score(count(words(question)), scores)
    return [...files.keys()].filter((at) => (scores[at] ?? 0) > 0).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, k).map((at) => files[at]?.doc ?? '')
  }
}

export function hitFigures(find: Find, asked: readonly Asked[]): HitFigures {
  const places = asked.map(({ question, doc }) => find(question, 5).indexOf(doc))
  const share = (within: number): number => places.filter((place) => place >= 0 && place < within).length / Math.max(1, asked.length)
  return { questions: asked.length, first: share(1), firstFive: share(5) }
}
