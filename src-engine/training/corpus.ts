import fs from 'node:fs'
import path from 'node:path'
import { CorpusSplit, parseCorpusFile, type CorpusLine } from '../domain/corpus/lines.ts'

/** Lines of one part of the corpus under `folder` (`corpus/` of the project), writers in the order of the split. */
export function readCorpus(folder: string, part: keyof CorpusSplit): CorpusLine[] {
  const split = CorpusSplit.parse(JSON.parse(fs.readFileSync(path.join(folder, 'split.json'), 'utf8')))
  return split[part].flatMap((writer) => {
    const [language = ''] = writer.split('/')
    return parseCorpusFile(fs.readFileSync(path.join(folder, `${writer}.tsv`), 'utf8'), language, writer)
  })
}
