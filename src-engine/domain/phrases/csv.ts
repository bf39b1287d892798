import type { Phrase } from '../../../src-shared/domain/phrase.ts'

const HEADER = ['code', 'group_zh', 'group_en', 'title_zh', 'title_en', 'text_zh', 'text_en']

/** RFC 4180: what holds a comma, a quote or a line break stands in quotes. */
const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Phrases as a table that `readRows` understands. Begins with a byte order mark: spreadsheets take the file for UTF-8 by it. */
export function toCsv(phrases: readonly Phrase[]): string {
  const rows = phrases.map(({ code, group, title, text }) => [code, group.zh, group.en, title.zh, title.en, text.zh, text.en])
  return `\ufeff${[HEADER, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
