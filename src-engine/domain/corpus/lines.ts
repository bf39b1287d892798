import { z } from 'zod'
import { ACTS, EMOTIONS, MARKS, TOPICS } from '../../../src-shared/domain/triage.ts'

/** First line of every file of the corpus. */
export const COLUMNS = ['text', 'topics', 'acts', 'marks', 'emotion', 'before'] as const

const labels = <T extends readonly [string, ...string[]]>(list: T, most: number) => z.string()
  .transform((cell) => cell.split(' ').filter((one) => one !== ''))
  .pipe(z.array(z.enum(list)).max(most))

/** One message of a writer with what we agreed that it means. */
const Row = z.object({
  text: z.string().trim().min(1), topics: labels(TOPICS, 3), acts: labels(ACTS, 2), marks: labels(MARKS, MARKS.length), emotion: z.enum(EMOTIONS),
  /** Our side's line that it answers. */
  before: z.string().transform((cell) => (cell.trim() === '' ? null : cell)),
})
export interface CorpusLine extends z.infer<typeof Row> {
  /** ISO 639-1 and the name of the file: "zh/01-linyue". */
  readonly language: string
  readonly writer: string
}

/**
 * Reads a writer's file: tab-separated, no quoting, each line with all columns.
 * @throws Error that names the file, the line and what is wrong with it
 */
export function parseCorpusFile(text: string, language: string, writer: string): CorpusLine[] {
  const [head, ...rows] = text.split('\n')
  if (head !== COLUMNS.join('\t')) throw new Error(`${writer}: the first line must name the columns ${COLUMNS.join(', ')}`)
  if (rows.at(-1) === '') rows.pop()
  return rows.map((row, index) => {
    const cells = row.split('\t')
    const where = `${writer}: line ${String(index + 2)}`
    if (cells.length !== COLUMNS.length) throw new Error(`${where} has ${String(cells.length)} columns and not ${String(COLUMNS.length)}`)
    const read = Row.safeParse(Object.fromEntries(COLUMNS.map((name, i) => [name, cells[i]])))
    if (!read.success) throw new Error(`${where}: ${read.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`).join('; ')}`)
    return { ...read.data, language, writer }
  })
}

/**
 * `corpus/split.json`: writers to learn from, files of many voices that look for unusual wording (learned from, but not typical
 * enough to say how sure the model may be), and writers that are only measured. Each file is in one of them.
 */
export const CorpusSplit = z.object({ train: z.array(z.string()), broad: z.array(z.string()), test: z.array(z.string()) })
  .refine(({ train, broad, test }) => new Set([...train, ...broad, ...test]).size === train.length + broad.length + test.length, 'a writer is in two parts of the split')
export type CorpusSplit = z.infer<typeof CorpusSplit>
