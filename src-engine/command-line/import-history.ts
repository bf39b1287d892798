import fs from 'node:fs'
import path from 'node:path'
import { HISTORY_FORMATS, HistoryMapping, type HistoryConversation, type HistoryFormat } from '../../src-shared/domain/history.ts'
import { AppError } from '../../src-shared/errors.ts'
import type { ReadHistory } from '../flows/history-ports.ts'
import { openHistory } from '../read-history.ts'
import { fromCaller } from './lines.ts'
import { takeOption } from './options.ts'

/** Platforms of China write no zone; it is their hour that is meant. */
const ZONE = 'Asia/Shanghai'

interface Options { files: string[]; mapping: HistoryMapping | null; format: HistoryFormat | null; out: string; timeZone: string }

/** @throws Error with one sentence for a file that is no mapping */
function readMapping(file: string): HistoryMapping {
  try {
    return HistoryMapping.parse(JSON.parse(fs.readFileSync(fromCaller(file), 'utf8')))
  } catch (cause) {
    throw new Error('--mapping FILE holds {"columns":{"text":"name of a column",...},"agents":["name",...]}', { cause })
  }
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null
  } catch {
    return false
  }
}

/** @throws Error with one sentence for wrong usage */
function optionsOf(args: readonly string[]): Options {
  const mapping = takeOption(args, '--mapping')
  const format = takeOption(mapping.rest, '--format')
  const zone = takeOption(format.rest, '--zone')
  const out = takeOption(zone.rest, '--out')
  const known = HISTORY_FORMATS.find((one) => one === format.value)
  const unknown = out.rest.find((arg) => arg.startsWith('--'))
  if (unknown !== undefined) throw new Error(`unknown option ${unknown}`)
  if (format.value !== null && known === undefined) throw new Error(`--format is one of ${HISTORY_FORMATS.join(', ')}`)
  if (zone.value !== null && !isZone(zone.value)) throw new Error('--zone is a time zone such as Asia/Shanghai')
  if (out.value === null) throw new Error('--out FILE.jsonl is missing')
  if (out.rest.length === 0) throw new Error('name the files to import')
  return { files: out.rest, mapping: mapping.value === null ? null : readMapping(mapping.value), format: known ?? null, out: fromCaller(out.value), timeZone: zone.value ?? ZONE }
}

async function readFile(file: string, { mapping, format, timeZone }: Options): Promise<ReadHistory> {
  const session = openHistory({ name: path.basename(file), format, mapping, timeZone })
  for await (const piece of fs.createReadStream(fromCaller(file), { highWaterMark: 1 << 20 })) session.push(piece as Uint8Array)
  return session.end()
}

/**
 * `import FILE... [--mapping FILE] [--format F] [--zone Z] --out FILE.jsonl`: masked conversations, one a line. A conversation
 * that stands in two files is written once, as the later one has it. Rows that were left out are named on standard error.
 * @returns 0 all well, 1 rows or files were left out
 * @throws Error with one sentence for wrong usage
 */
export async function runImport(args: readonly string[]): Promise<number> {
  const options = optionsOf(args)
  const conversations = new Map<string, HistoryConversation>()
  let isBad = false
  for (const file of options.files) {
    try {
      const read = await readFile(file, options)
      for (const one of read.conversations) conversations.set(one.id, one)
      for (const { row, why } of read.skipped) process.stderr.write(`${JSON.stringify({ file, line: row, error: why })}\n`)
      if (read.skippedCount > read.skipped.length) process.stderr.write(`import: ${file}: ${read.skippedCount - read.skipped.length} more rows were left out\n`)
      process.stderr.write(`import: ${file}: ${read.shape.format}, ${read.conversations.length} conversations, ${read.turns} turns, mapping ${JSON.stringify(read.shape.mapping)}\n`)
      isBad ||= read.skippedCount > 0
    } catch (thrown) {
      isBad = true
      process.stderr.write(`import: ${file}: ${thrown instanceof AppError ? thrown.say.en : thrown instanceof Error ? thrown.message : 'failed'}\n`)
    }
  }
  const out = fs.openSync(options.out, 'w')
  for (const one of conversations.values()) fs.writeSync(out, `${JSON.stringify(one)}\n`)
  fs.closeSync(out)
  return isBad ? 1 : 0
}
