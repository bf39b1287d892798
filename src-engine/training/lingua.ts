import fs from 'node:fs'
import path from 'node:path'
import type { LanguageLine } from '../domain/language/train.ts'

/** The kinds of text in Lingua's data, by the name of its folder: each must be told, the shortest is the hardest. */
export const LINGUA_KINDS = ['single-words', 'word-pairs', 'sentences'] as const
export type LinguaKind = (typeof LINGUA_KINDS)[number]
export interface LinguaLine extends LanguageLine {
  kind: LinguaKind
}

/** Lines of `<data>/langid_lingua/<kind>/<ISO 639-1>.txt`, one text a line; null where the folder is not there. */
export function readLingua(data: string): LinguaLine[] | null {
  const folder = path.join(data, 'langid_lingua')
  if (!fs.existsSync(folder)) return null
  return LINGUA_KINDS.flatMap((kind) => fs.readdirSync(path.join(folder, kind)).sort().flatMap((file) =>
    fs.readFileSync(path.join(folder, kind, file), 'utf8').split('\n').filter((text) => text.trim() !== '').map((text) => ({ kind, code: path.basename(file, '.txt'), text }))))
}
