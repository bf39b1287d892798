import { local } from '../format.ts'
import type { Memory, Said } from './memory.ts'

/** What a line of a summary tells. Display order. */
export const SUMMARY_KINDS = ['matter', 'order', 'given', 'asked', 'promised', 'refused', 'open'] as const
export type SummaryKind = (typeof SUMMARY_KINDS)[number]

/** `words` are out of the turn `turn` as they stand, shortened; of `order` the order's number and goods. */
export interface SummaryLine { kind: SummaryKind; words: string; turn: number }

/** Longest piece that is told, in code points: a line is read at a glance. */
const LONGEST = 48
/** Lines of one kind at most, the newest. */
const MOST_OF_KIND = 2

/**
 * A conversation in at most seven lines, each the words of one message: nothing is said anew, so nothing can be wrong.
 * Short conversations have short summaries.
 */
export function summarise(memory: Memory, language: string): SummaryLine[] {
  const line = (kind: SummaryKind, { text, turn }: Said): SummaryLine => ({ kind, words: shortened(text), turn })
  const matters = memory.matters.length > 0 ? [...new Map(memory.matters.map((one) => [one.turn, one])).values()] : memory.open.slice(0, 1)
  const unanswered = memory.asked.filter(({ answered }) => !answered)
  const given = memory.given.filter(({ need }) => need !== 'order_no' && need !== 'phone_tail' && need !== 'address')
  return [
    ...[...matters.slice(0, 1), ...matters.slice(1).slice(-1)].map((one) => line('matter', one)),
    ...orderLine(memory, language),
    ...lastOf(distinct(given)).map((one) => line('given', one)),
    ...lastOf(distinct(unanswered), 1).map((one) => line('asked', one)),
    ...lastOf(distinct(memory.promised)).map((one) => line('promised', one)),
    ...lastOf(distinct(memory.refused), 1).map((one) => line('refused', one)),
    ...lastOf(memory.open.filter(({ turn }) => !matters.some((one) => one.turn === turn)), 1).map((one) => line('open', one)),
  ].slice(0, 7)
}

function orderLine({ focus, open, matters }: Memory, language: string): SummaryLine[] {
  if (!focus.order) return []
  const title = focus.order.items[0]?.title
  const goods = title ? local(title, language) : ''
  return [{ kind: 'order', words: shortened(`${focus.order.no} ${goods}`.trim()), turn: matters[0]?.turn ?? open[0]?.turn ?? 0 }]
}

const distinct = <T extends Said>(all: readonly T[]): T[] => [...new Map(all.map((one) => [`${one.turn} ${one.text}`, one])).values()]
const lastOf = <T>(all: readonly T[], most = MOST_OF_KIND): T[] => all.slice(-most)

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
