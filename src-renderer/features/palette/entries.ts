import type { FoundArticle, FoundEnd, FoundOrder, FoundPerson } from '../../../src-shared/contract/found.ts'
import type { CallResult } from '../../../src-shared/contract/calls.ts'
import type { InboxRow, SearchHit } from '../../../src-shared/contract/desk.ts'
import type { Command } from './commands.ts'
import type { Scope } from './query.ts'
import type { RankedCommand } from './rank-commands.ts'

export type Found = CallResult<'search.everything'>

/** One line of the palette. `off`: shown, but nothing to do it to now. */
export type Entry = { id: string; off?: boolean } & (
  | { kind: 'recent'; row: InboxRow }
  | { kind: 'person'; person: FoundPerson }
  | { kind: 'order'; order: FoundOrder }
  | { kind: 'message'; hit: SearchHit }
  | { kind: 'ended'; end: FoundEnd }
  | { kind: 'article'; article: FoundArticle }
  | { kind: 'command'; ranked: RankedCommand }
)

export type GroupName = 'recent' | 'people' | 'orders' | 'actions' | 'settings' | 'messages' | 'ended' | 'articles'
export interface Group {
  name: GroupName
  entries: Entry[]
}

/** Most commands, and most articles, shown while everything is looked for. */
const COMMANDS_MAX = 5
const ARTICLES_MAX = 5
/** From this score on a command was meant by its name: it stands before what customers wrote. */
const BY_NAME = 65

export interface Parts {
  scope: Scope
  words: string
  found: Found
  commands: readonly RankedCommand[]
  recent: readonly InboxRow[]
  /** Is there anything to do this to now? */
  can: (command: RankedCommand) => boolean
}

/** The palette's lines, in groups. Whom and what order comes first; then commands named by the words; what was written; the rest. */
export function groupsFrom({ scope, words, found, commands, recent, can }: Parts): Group[] {
  const lines = commands.map((ranked): Entry & { kind: 'command' } => ({ kind: 'command', id: ranked.command.id, ranked, off: !can(ranked) }))
  const shown = scope === 'actions' ? lines : lines.filter((line) => !line.off)
  const ofKind = (...kinds: Command['kind'][]) => shown.filter((line) => kinds.includes(line.ranked.command.kind))
  const actions = ofKind('action', 'demo')
  const settings = ofKind('set', 'open')
  if (words === '' && scope === 'all') {
    return filled([{ name: 'recent', entries: recent.map((row) => ({ kind: 'recent', id: row.id, row })) }, { name: 'actions', entries: ofKind('action') }])
  }
  const groups = scope === 'all' || scope === 'actions' ? commandGroups(actions, settings, scope === 'all' ? COMMANDS_MAX : Infinity) : []
  const named = groups.filter((group) => bestScore(group) >= BY_NAME)
  return filled([
    { name: 'people', entries: found.people.map((person) => ({ kind: 'person', id: `person-${person.conversationId}`, person })) },
    { name: 'orders', entries: found.orders.map((order) => ({ kind: 'order', id: `order-${order.no}`, order })) },
    ...named,
    { name: 'ended', entries: found.ended.map((end) => ({ kind: 'ended', id: `ended-${end.conversationId}`, end })) },
    { name: 'messages', entries: found.messages.map((hit) => ({ kind: 'message', id: `message-${hit.messageId}`, hit })) },
    ...groups.filter((group) => !named.includes(group)),
    { name: 'articles', entries: found.articles.slice(0, ARTICLES_MAX).map((article) => ({ kind: 'article', id: `article-${article.id}`, article })) },
  ])
}

const bestScore = (group: Group): number => Math.max(0, ...group.entries.map((entry) => (entry.kind === 'command' ? entry.ranked.score : 0)))

/** Actions and settings, the kind with the better match first. */
function commandGroups(actions: Entry[], settings: Entry[], most: number): Group[] {
  const groups: Group[] = [{ name: 'actions', entries: actions.slice(0, most) }, { name: 'settings', entries: settings.slice(0, most) }]
  return groups.sort((a, b) => bestScore(b) - bestScore(a))
}

const filled = (groups: Group[]): Group[] => groups.filter((group) => group.entries.length > 0)

/** Where a key leads among the entries that can be opened: `by` a line, or to the first of the next or previous group. */
export function stepIn(groups: readonly Group[], id: string | null, step: { by: 1 | -1; group: boolean }): string | null {
  const lists = groups.map((group) => group.entries.filter((entry) => !entry.off).map((entry) => entry.id)).filter((ids) => ids.length > 0)
  const all = lists.flat()
  const at = id === null ? -1 : all.indexOf(id)
  if (at < 0) return all[0] ?? null
  if (!step.group) return all[(at + step.by + all.length) % all.length] ?? null
  const list = lists.findIndex((ids) => ids.includes(all[at] as string))
  return lists[(list + step.by + lists.length) % lists.length]?.[0] ?? null
}
