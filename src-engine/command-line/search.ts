import { z } from 'zod'
import { modelFromEnvironment } from '../../src-shared/model-environment.ts'
import { createLateEmbeddings } from '../adapters/late-model.ts'
import { readMarkdownFolder } from '../adapters/markdown-folder.ts'
import type { Resources } from '../adapters/resources.ts'
import type { Vector } from '../domain/knowledge/embedding/vector.ts'
import { PassageIndex } from '../domain/knowledge/index/passage-index.ts'
import { Senses } from '../domain/knowledge/index/senses.ts'
import { readMarkdown } from '../domain/knowledge/markdown.ts'
import { openSenses } from '../knowledge-files.ts'
import { fromCaller, lineOptions, type LineOptions, type LineWork } from './lines.ts'
import { createMeaning } from './meaning-search.ts'
import { takeOption } from './options.ts'

const QueryLine = z.object({ id: z.string(), query: z.string() })
const DEFAULT_K = 5
const MOST_K = 1_000

/** Indexes a folder of Markdown files; those without text, or that cannot be read, are named to `tell` and left out. @throws Error where there is no such folder */
export function indexFolder(folder: string, senses: Senses, tell: (problem: string) => void): PassageIndex {
  const index = new PassageIndex(senses)
  for (const { doc, raw, problem } of readMarkdownFolder(folder)) {
    const { title, passages } = readMarkdown(raw ?? '', nameOf(doc))
    if (raw === null || passages.length === 0) tell(`${doc} is left out: ${raw === null ? problem : 'it is empty'}`)
    else index.put(doc, [{ language: '', title, passages }])
  }
  return index
}

const nameOf = (doc: string): string => (doc.split('/').at(-1) ?? doc).replace(/\.[^.]+$/u, '').replace(/[-_]+/gu, ' ')

/**
 * `deskmate search --kb DIR [--k 5]`: the passages of a folder of Markdown files that answer each query, one a file; by what is
 * meant as well, where the environment names an endpoint and DESKMATE_EMBEDDING_MODEL.
 */
export function openSearch(args: readonly string[], resources: Resources, env: Readonly<Record<string, string | undefined>> = process.env): { options: LineOptions; work: LineWork } {
  const kb = takeOption(args, '--kb')
  const most = takeOption(kb.rest, '--k')
  const options = lineOptions(most.rest)
  if (kb.value === null) throw new Error('--kb DIR is missing')
  const k = most.value === null ? DEFAULT_K : Number(most.value)
  if (!Number.isInteger(k) || k < 1 || k > MOST_K) throw new Error(`--k is a whole number from 1 to ${MOST_K}`)
  const tell = (problem: string): void => void process.stderr.write(`deskmate search: ${problem}\n`)
  const index = indexFolder(fromCaller(kb.value), new Senses(openSenses(resources)), tell)
  const named = modelFromEnvironment(env)
  const meaning = named && named.embeddings !== '' ? createMeaning(index, createLateEmbeddings({ baseUrl: named.baseUrl, name: named.embeddings, key: named.key }), tell) : null
  return {
    options,
    work: (line) => {
      const { id, query } = QueryLine.parse(line)
      const answer = (vector: Vector | null): unknown =>
        ({ id, hits: index.search(query, { k, vector }).map(({ id: doc, section, passage, score }) => ({ doc, title: section.title, passage: passage.text, start: passage.start, end: passage.end, score: Number(score.toFixed(4)) })) })
      return meaning ? meaning(query).then(answer) : answer(null)
    },
  }
}
