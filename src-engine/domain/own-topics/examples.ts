import { OWN_TOPIC_MAX } from '../../../src-shared/domain/teaching.ts'
import type { OwnTopicsPreview } from '../../../src-shared/contract/teaching.ts'
import { plainName } from '../../../src-shared/domain/plain-name.ts'

/** A message and the shop's topic for it; null: a message that is none of the topics. */
export interface OwnExample {
  text: string
  label: string | null
}

interface Row {
  line: number
  cells: readonly string[]
  broken: boolean
}

/** Names of the columns as people write them. */
const TEXT = new Set(['text', 'message', 'utterance', 'query', 'question', 'sentence', 'example', 'content', '文本', '消息', '内容', '例句', '问题', '原话', '客户消息', '客户原话', '买家消息', '句子'])
const LABEL = new Set(['label', 'topic', 'intent', 'category', 'class', 'tag', '标签', '主题', '话题', '意图', '分类', '类别', '类型', '问题类型'])
/** Above the header there may be a name or a note. */
const HEADER_WITHIN = 5
/** More of a message changes nothing that is learned. */
const TEXT_MAX = 2_000

const fold = (cell: string): string => cell.normalize('NFKC').toLowerCase().replace(/\([^)]*\)/g, '').replace(/[\s_*:'"\ufeff-]/g, '')
const columnIn = (cells: readonly string[], names: ReadonlySet<string>): number => cells.findIndex((cell) => names.has(fold(cell)))

export interface ReadExamples {
  examples: OwnExample[]
  problems: OwnTopicsPreview['problems']
}

/** Finds the columns with the messages and their topics by the header. null: there is none. */
export function readExamples(table: readonly Row[]): ReadExamples | null {
  const at = table.slice(0, HEADER_WITHIN).findIndex(({ cells }) => columnIn(cells, TEXT) >= 0 && columnIn(cells, LABEL) >= 0)
  const header = table[at]?.cells
  if (!header) return null
  const [textAt, labelAt] = [columnIn(header, TEXT), columnIn(header, LABEL)]
  const read: ReadExamples = { examples: [], problems: [] }
  for (const { line, cells, broken } of table.slice(at + 1)) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const text = (cells[textAt] ?? '').trim().slice(0, TEXT_MAX)
    const label = plainName(cells[labelAt] ?? '').replace(/\s+/g, ' ')
    const reason = broken ? 'quotes' : text === '' ? 'no-text' : label.length > OWN_TOPIC_MAX ? 'too-long' : null
    if (reason) read.problems.push({ line, reason })
    else read.examples.push({ text, label: label === '' ? null : label })
  }
  return read
}

/** A table that a spreadsheet opens and `readExamples` reads again word for word. */
export function writeExamples(examples: readonly OwnExample[]): string {
  const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return `\ufeff${['text,label', ...examples.map(({ text, label }) => `${cell(text)},${cell(label ?? '')}`)].join('\r\n')}\r\n`
}
