import { z } from 'zod'
import { MOST_ROWS, readTableFile, type FileRow } from './table-file.ts'

const Line = z.object({ text: z.string(), label: z.string().nullable().optional() })

/** JSON Lines begin with a brace; a table never does. */
const isJsonLines = (text: string): boolean => text.replace(/^\ufeff/, '').trimStart().startsWith('{')

/**
 * Reads a table of examples: CSV, XLSX, or JSON Lines of `{"text", "label"}`, which become a table with that header.
 * A line that is no such object is `broken`. @throws AppError `import-unreadable`, `import-too-large`
 */
export async function readExampleTable(bytes: Uint8Array): Promise<readonly FileRow[]> {
  const text = new TextDecoder().decode(bytes)
  if (!isJsonLines(text)) return (await readTableFile(bytes)).rows
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/).slice(0, MOST_ROWS)
  return [{ line: 1, cells: ['text', 'label'], broken: false }, ...lines.flatMap((line, at) => (line.trim() === '' ? [] : [rowOf(line, at + 1)]))]
}

function rowOf(line: string, number: number): FileRow {
  try {
    const { text, label } = Line.parse(JSON.parse(line))
    return { line: number, cells: [text, label ?? ''], broken: false }
  } catch {
    return { line: number, cells: [line], broken: true }
  }
}
