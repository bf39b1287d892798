import { local } from '../format.ts'
import type { Memory, Said } from './memory.ts'

/** What a line of a summary tells. Display order. */
export const SUMMARY_KINDS = ['matter', 'order', 'given', 'asked', 'promised', 'refused', 'open'] as const
export type SummaryKind = (typeof SUMMARY_KINDS)[number]

/** `words` are out of the turn `turn` as they stand, shortened; of `order` the order's number and goods. */
export interface SummaryLine { kind: SummaryKind; words: string; turn: number }

/** Longest piece that is told, in code points: a line is read at a glance. */
const LONGEST = 48
/** Lines of a summary at most. */
const MOST = 6

/**
 * A conversation in at most six lines, each the words of one message: nothing is said anew, so nothing can be wrong.
 * Short conversations have short summaries. @param language in which goods are named
 */
export function summarise(memory: Memory, language: string): SummaryLine[] {
  const line = (kind: SummaryKind) => ({ text, turn }: Said): SummaryLine => ({ kind, words: shortened(text), turn })
  const open = new Set(memory.open.map(({ turn }) => turn))
  const named = distinct(memory.matters.filter(({ turn }) => !open.has(turn)))
  const matters = (named.length > 0 ? named : memory.open.slice(0, 1)).map(line('matter'))
  const given = distinct(memory.given.filter(({ need }) => !IDENTITY.has(need))).map(line('given')).reverse()
  const promised = distinct(memory.promised).map(line('promised')).reverse()
  // What matters most comes first here, and goes in when the lines are full; then the order in which it is read.
  const wanted = [
    ...matters.slice(0, 1), ...orderLine(memory, language), ...memory.open.filter(({ turn }) => matters[0]?.turn !== turn).slice(-1).map(line('open')), ...promised.slice(0, 1),
    ...distinct(memory.asked.filter(({ answered }) => !answered)).slice(-1).map(line('asked')), ...distinct(memory.refused).slice(-1).map(line('refused')), ...given.slice(0, 1),
    ...promised.slice(1, 2), ...given.slice(1, 2), ...matters.slice(1).slice(-1),
  ].slice(0, MOST)
  return wanted.sort((a, b) => SUMMARY_KINDS.indexOf(a.kind) - SUMMARY_KINDS.indexOf(b.kind) || a.turn - b.turn)
}

/** Who somebody is stands elsewhere on the desk, and is no matter to hand over. */
const IDENTITY: ReadonlySet<string> = new Set(['order_no', 'phone_tail', 'address'])

function orderLine({ focus, open, matters }: Memory, language: string): SummaryLine[] {
  if (!focus.order) return []
  const title = focus.order.items[0]?.title
  const goods = title ? local(title, language) : ''
  return [{ kind: 'order', words: shortened(`${focus.order.no} ${goods}`.trim()), turn: matters[0]?.turn ?? open[0]?.turn ?? 0 }]
}

const distinct = <T extends Said>(all: readonly T[]): T[] => [...new Map(all.map((one) => [`${one.turn} ${one.text}`, one])).values()]

/** On one line, cut behind a whole word where that is near. */
export function shortened(text: string, longest = LONGEST): string {
  const flat = [...text.replace(/\s+/g, ' ').trim()]
  if (flat.length <= longest) return flat.join('')
  const head = flat.slice(0, longest - 1).join('')
  const space = head.lastIndexOf(' ')
  return `${space > longest * 0.7 ? head.slice(0, space) : head}…`
}

const LABELS: Readonly<Record<SummaryKind, string>> = {
  matter: 'What it is about', order: 'Order spoken of', given: 'The customer has already given', asked: 'We asked, not answered yet', promised: 'We promised', refused: 'We refused', open: 'Still open',
}

/** The summary for a model's prompt, one line each; '' when there is none. */
export const summaryText = (lines: readonly SummaryLine[]): string => lines.map(({ kind, words }) => `- ${LABELS[kind]}: ${words}`).join('\n')
