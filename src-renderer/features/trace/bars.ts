import type { DraftTrace, TraceStep } from '../../../src-shared/domain/trace.ts'

/** A line of the timeline; `left` and `width` in percent of the whole time. */
export interface Bar {
  key: string
  what: { kind: 'step'; name: TraceStep['name'] } | { kind: 'request'; n: number } | { kind: 'tool'; name: string }
  left: number
  width: number
  ms: number
  /** 0: a step of the desk; 1: what it did within a step. */
  depth: 0 | 1
}

/** Narrower than this nothing is seen. */
const LEAST = 0.6

/** The steps as bars over time, requests and lookups below the step that they belong to. */
export function barsOf(trace: DraftTrace): Bar[] {
  const whole = Math.max(trace.ms, ...trace.steps.map(({ at, ms }) => at + ms), 0.1)
  const place = ({ at, ms }: { at: number; ms: number }): Pick<Bar, 'left' | 'width' | 'ms'> => {
    const width = Math.min(100, Math.max(LEAST, (ms / whole) * 100))
    return { left: Math.min((at / whole) * 100, 100 - width), width, ms }
  }
  return trace.steps.flatMap((step): Bar[] => {
    const own: Bar = { key: step.name, what: { kind: 'step', name: step.name }, depth: 0, ...place(step) }
    const rounds = step.name === 'compose' ? step.rounds : []
    return [own, ...rounds.flatMap((round, n): Bar[] => [
      { key: `request ${n}`, what: { kind: 'request', n: n + 1 }, depth: 1, ...place(round) },
      ...round.tools.map((tool, m): Bar => ({ key: `tool ${n} ${m}`, what: { kind: 'tool', name: tool.name }, depth: 1, ...place(tool) })),
    ])]
  })
}

/** When the first words showed, in percent of the whole time; null: none did. */
export function firstWordsAt({ firstWordsMs, ms }: DraftTrace): number | null {
  return firstWordsMs === null ? null : Math.min(100, (firstWordsMs / Math.max(ms, 0.1)) * 100)
}

/** `0.4 ms`, `12 ms`, `1.3 s` */
export function duration(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(ms >= 10_000 ? 0 : 1)} s`
  return `${ms >= 10 ? Math.round(ms) : ms.toFixed(1)} ms`
}

/** A text cut where placeholders stand. `value`: what a piece stands for; null: it is as it was sent. */
export function piecesOf(text: string, marks: readonly { mark: string; value: string }[]): { text: string; value: string | null }[] {
  if (marks.length === 0) return [{ text, value: null }]
  const values = new Map(marks.map(({ mark, value }) => [mark, value]))
  return text.split(/(\[[a-z]+-\d+(?:\.\d+)?\])/).filter((piece) => piece !== '').map((piece) => ({ text: piece, value: values.get(piece) ?? null }))
}

/** The request as a person reads it, line breaks inside its texts included; what is no JSON stays as it is. */
export function laidOut(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2).replace(/(?<=(?<!\\)(?:\\\\)*)\\n/g, '\n')
  } catch {
    return json
  }
}
