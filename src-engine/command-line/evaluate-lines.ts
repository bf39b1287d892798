import { z } from 'zod'
import { Turn } from './commands.ts'

const Message = z.object({ text: z.string(), at: z.iso.datetime({ offset: true }).optional(), history: z.array(Turn).optional() })
const LabelLine = Message.extend({ label: z.string().min(1).nullable() })
const FeelingLine = Message.extend({ dissatisfied: z.boolean() })
export type LabelLine = z.infer<typeof LabelLine>
export type FeelingLine = z.infer<typeof FeelingLine>

export interface BadLine {
  /** From 1. */
  line: number
  error: string
}

export type EvaluationFile = ({ kind: 'labels'; lines: LabelLine[] } | { kind: 'dissatisfaction'; lines: FeelingLine[] }) & { bad: BadLine[] }

const SHAPES = {
  labels: 'a line of this file is {"text": string, "label": string or null}',
  dissatisfaction: 'a line of this file is {"text": string, "history"?: [...], "dissatisfied": boolean}',
}

type Parsed = { label: LabelLine | null; feeling: FeelingLine | null } | null

function parse(line: string): Parsed {
  try {
    const found: unknown = JSON.parse(line)
    return { label: LabelLine.safeParse(found).data ?? null, feeling: FeelingLine.safeParse(found).data ?? null }
  } catch {
    return null
  }
}

/**
 * Reads labelled lines. A file is of one kind, that of its first good line; lines of the other kind are bad ones.
 * @param only where given, the kind that the file must have
 */
export function readEvaluation(text: string, only: 'labels' | null): EvaluationFile {
  const rows = text.split(/\r?\n/).flatMap((line, at) => (line.trim() === '' ? [] : [{ line: at + 1, parsed: parse(line) }]))
  const first = rows.find(({ parsed }) => parsed?.label || parsed?.feeling)
  const kind = only ?? (first?.parsed?.label || !first ? 'labels' : 'dissatisfaction')
  const bad = rows.filter(({ parsed }) => !(kind === 'labels' ? parsed?.label : parsed?.feeling))
    .map(({ line, parsed }) => ({ line, error: parsed === null ? 'not JSON' : SHAPES[kind] }))
  return kind === 'labels'
    ? { kind, lines: rows.flatMap(({ parsed }) => parsed?.label ?? []), bad }
    : { kind, lines: rows.flatMap(({ parsed }) => parsed?.feeling ?? []), bad }
}
