import { COLUMN_ROLES, type ColumnRole, type HistoryConversation, type HistoryFormat, type HistoryMapping, type SkippedRow } from '../../../src-shared/domain/history.ts'
import { SIGNED_IN } from './header-words.ts'
import { maskTurns, type RawTurn } from './mask.ts'
import { orderState } from '../shop-records/statuses.ts'
import type { Row } from './rows.ts'
import { LOG_COLUMNS } from './text-log.ts'
import { readTime } from './times.ts'
import { whoWrote } from './who.ts'

/** Where an export names no conversations, another begins after so long a silence. */
const SILENCE_MS = 12 * 3600_000
/** More skipped rows are counted and not named. */
const MOST_NAMED = 1000
/** More turns than any desk has in a year; beyond it the file is refused rather than the memory filled. */
export const MOST_TURNS = 3_000_000

interface Talk { turns: RawTurn[]; names: Set<string>; orders: Set<string>; status: string | null }

export interface Assembling {
  names: readonly string[]
  mapping: HistoryMapping
  format: HistoryFormat
  /** IANA zone of times without one. */
  timeZone: string
  /** Makes an id that tells nothing of the words it is made from; the same words, the same id. */
  idOf(words: string): string
}
export interface Assembled {
  conversations: HistoryConversation[]
  turns: number
  skipped: SkippedRow[]
  /** Of all rows that were left out. */
  skippedCount: number
}

/** Puts the rows of a file together to conversations, oldest turn first, and masks them. */
export function createAssembler({ names, mapping, format, timeZone, idOf }: Assembling) {
  const place = new Map<string, number>(names.map((name, at) => [name, at]))
  const column = (role: ColumnRole): number => place.get(mapping.columns[role] ?? '') ?? -1
  const at = Object.fromEntries(COLUMN_ROLES.map((role) => [role, column(role)])) as Record<ColumnRole, number>
  const agents = new Set(mapping.agents)
  const talks = new Map<string, Talk>()
  const skipped: SkippedRow[] = []
  let skippedCount = 0
  let count = 0
  /** Whom the rows are about, where only the customer's own rows tell. */
  let current = ''
  let lastPart = ''

  function skip(row: number, why: SkippedRow['why']): void {
    skippedCount++
    if (skipped.length < MOST_NAMED) skipped.push({ row, why })
  }
  function take(row: Row): void {
    const cell = (role: ColumnRole): string => (at[role] < 0 ? '' : (row.cells[at[role]] ?? '').trim())
    if (row.broken) return skip(row.line, 'broken')
    const text = cell('text')
    if (text === '') return skip(row.line, 'text')
    const time = at.time < 0 ? null : readTime(cell('time'), timeZone)
    if (at.time >= 0 && time === null) return skip(row.line, 'time')
    // Another talk begins: whom the one before was with says nothing of it.
    if (cell('conversation') !== lastPart) current = ''
    lastPart = cell('conversation')
    const [sender, customer, agent] = [cell('sender'), cell('customer'), cell('agent')]
    const role = whoWrote({ role: cell('role'), sender, customer, agent }, agents)
    if (role === null) return skip(row.line, 'who')
    if (role === 'customer' && sender !== '') current = sender
    const key = keyOf(cell('conversation'), customer, sender === '' ? '' : current)
    if (key === null) return skip(row.line, 'conversation')
    const talk = talks.get(key) ?? { turns: [], names: new Set(), orders: new Set(), status: null }
    talks.set(key, talk)
    talk.turns.push({ role, at: time, text, line: row.line })
    for (const name of [sender, customer, agent]) if (name !== '') talk.names.add(name)
    if (cell('order') !== '') talk.orders.add(cell('order'))
    talk.status = orderState(cell('orderStatus')) ?? talk.status
    if (++count > MOST_TURNS) throw new RangeError('too many turns')
  }
  /** A log's parts and its people together: two customers may stand in one part. */
  function keyOf(conversation: string, customer: string, sender: string): string | null {
    if (at.conversation >= 0 && conversation === '') return null
    return [conversation, customer, at.conversation < 0 || mapping.columns.conversation === LOG_COLUMNS[0] ? sender : ''].join('\u0000')
  }
  function finish(): Assembled {
    const conversations: HistoryConversation[] = []
    let turns = 0
    for (const [key, talk] of talks) {
      for (const part of partsOf(talk.turns, at.conversation < 0)) {
        const masked = maskTurns(part, talk.names, talk.orders)
        turns += masked.length
        conversations.push({ id: idOf([format, key, at.conversation < 0 ? (part[0]?.at ?? part[0]?.line ?? 0) : ''].join('\u0000')), format, orderStatus: talk.status, verified: SIGNED_IN.has(format) ? true : null, turns: masked })
      }
    }
    talks.clear()
    return { conversations, turns, skipped, skippedCount }
  }
  return { take, finish, /** Rows that became turns so far. */ taken: () => count }
}

/** In order of time, each once, cut at long silences where the file names no conversations. */
function partsOf(turns: readonly RawTurn[], isLoose: boolean): RawTurn[][] {
  const sorted = [...turns].sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || a.line - b.line)
  const seen = new Set<string>()
  const parts: RawTurn[][] = []
  let last: number | null = null
  for (const turn of sorted) {
    const same = `${turn.at ?? ''} ${turn.role} ${turn.text}`
    if (turn.at !== null && seen.has(same)) continue
    seen.add(same)
    const isNew = parts.length === 0 || (isLoose && last !== null && turn.at !== null && turn.at - last > SILENCE_MS)
    if (isNew) parts.push([turn])
    else parts.at(-1)?.push(turn)
    last = turn.at ?? last
  }
  return parts
}
