import type { FoundGroup } from '../../../src-shared/contract/found.ts'

/** What is looked for: everything, or one kind that a sign at the beginning names. */
export type Scope = 'all' | 'orders' | 'people' | 'actions'

export interface PaletteQuery {
  scope: Scope
  words: string
}

const SIGNS: Readonly<Partial<Record<string, Scope>>> = { '#': 'orders', '@': 'people', '>': 'actions' }

/** `#2265` orders, `@chen` customers, `>pause` actions; the full-width signs of an input method count as well. */
export function parseQuery(typed: string): PaletteQuery {
  const text = typed.trimStart()
  const scope = SIGNS[(text[0] ?? '').normalize('NFKC').replace('》', '>')]
  return scope ? { scope, words: text.slice(1).trim() } : { scope: 'all', words: text.trim() }
}

const GROUPS: Readonly<Record<Scope, FoundGroup[]>> = { all: ['people', 'orders', 'messages', 'articles'], orders: ['orders'], people: ['people'], actions: [] }

/** What the engine has to be asked for; empty: nothing. */
export const groupsOf = (query: PaletteQuery): FoundGroup[] => (query.words === '' ? [] : GROUPS[query.scope])
