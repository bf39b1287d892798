import { describe, expect, test } from 'vitest'
import type { ToPinyin } from '../../../src-shared/domain/match.ts'
import { COMMANDS } from './commands.ts'
import { endsFor } from './ends.ts'
import { groupsFrom, stepIn, type Found, type Group, type Parts } from './entries.ts'
import { groupsOf, parseQuery } from './query.ts'
import { rankCommands, type Titled } from './rank-commands.ts'

const toPinyin: ToPinyin = (han) => [...han].map((c) => ({ 完: 'wan', 结: 'jie', 暂: 'zan', 停: 'ting' })[c] ?? c)
const command = (id: string) => {
  const found = COMMANDS.find((one) => one.id === id)
  if (!found) throw new Error(`no command ${id}`)
  return found
}
const titled = (id: string, title: string, other: string): Titled => ({ command: command(id), title, other })
const ALL: readonly Titled[] = [
  titled('action-resolve', '完结，看下一位', 'Resolve and go on'), titled('action-pause-autopilot', '暂停或恢复自动处理', 'Pause or resume autopilot'),
  titled('set-theme-dark', '外观：深色', 'Theme: Dark'), titled('open-appearance', '外观', 'Appearance'),
]
const ids = (words: string) => rankCommands(ALL, words, toPinyin).map((ranked) => ranked.command.id)
const NOTHING: Found = { people: [], orders: [], messages: [], articles: [], ended: [] }

describe('what was asked for', () => {
  test('Z-17 words name a way to end in either language, by its beginning or its sound; one letter, and a search for one kind, name none', () => {
    const names = { refund: ['退款', 'Refund'], 'exchange-return': ['换货或退货', 'Exchange or return'] } as Record<string, string[]>
    const sounds: ToPinyin = (han) => [...han].map((c) => ({ 退: 'tui', 款: 'kuan' })[c] ?? c)
    const ends = (typed: string) => endsFor(parseQuery(typed), (end) => names[end] ?? [], sounds)
    for (const typed of ['退款', 'refund', 'Ref', 'tuik']) expect(ends(typed), typed).toEqual(['refund'])
    expect(ends('return')).toEqual(['exchange-return'])
    expect([ends('r'), ends(''), ends('>refund'), ends('@退款')]).toEqual([[], [], [], []])
  })

  test('Z-4 a sign at the beginning asks for one kind, also as an input method writes it', () => {
    expect([parseQuery('#2265'), parseQuery(' ＠陈'), parseQuery('>pause'), parseQuery('》'), parseQuery('a#b ')]).toEqual([
      { scope: 'orders', words: '2265' }, { scope: 'people', words: '陈' }, { scope: 'actions', words: 'pause' }, { scope: 'actions', words: '' }, { scope: 'all', words: 'a#b' },
    ])
    expect(groupsOf(parseQuery('#2265'))).toEqual(['orders'])
    expect([groupsOf(parseQuery('>x')), groupsOf(parseQuery('@')), groupsOf(parseQuery(''))]).toEqual([[], [], []])
  })
})

describe('commands', () => {
  test('Z-4 a command is found by its name in either language, by the sounds of its Chinese name, and by other words for it', () => {
    expect(ids('完结')).toEqual(['action-resolve'])
    expect(ids('wanjie')).toEqual(['action-resolve'])
    expect(ids('wj')).toEqual(['action-resolve'])
    expect(ids('resolve')).toEqual(['action-resolve'])
    expect(ids('kill switch')).toEqual(['action-pause-autopilot'])
    expect(ids('暗色')).toEqual(['set-theme-dark', 'open-appearance'])
    expect(ids('dark')).toContain('set-theme-dark')
    expect(ids('banana')).toEqual([])
  })

  test('Z-2 a command called so comes before one that is only also called so', () => {
    expect(ids('外观')).toEqual(['open-appearance', 'set-theme-dark'])
  })

  test('Z-4 no two commands have one id (else Enter would do the other)', () => {
    expect(new Set(COMMANDS.map((one) => one.id)).size).toBe(COMMANDS.length)
  })
})

describe('the lines', () => {
  const message = { conversationId: 'c', messageId: 'm', displayName: '陈', at: 1, text: '换货', spans: [] }
  const article = { id: 'a1', title: { zh: '换货', en: 'Exchanges' }, body: { zh: '', en: '' }, audience: 'customer' as const, holds: 'now' as const, titleSpans: { zh: [], en: [] } }
  const parts = (change: Partial<Parts>): Parts => ({ scope: 'all', words: 'x', found: NOTHING, commands: [], recent: [], can: () => true, ...change })

  test('Z-4 a command named by the words stands before what customers wrote, one that is only also called so behind it, articles last', () => {
    const names = (words: string) => groupsFrom(parts({ words, commands: rankCommands(ALL, words, toPinyin), found: { ...NOTHING, messages: [message], articles: [article] } })).map((group) => group.name)
    expect(names('完结')).toEqual(['actions', 'messages', 'articles'])
    expect(names('暗色')).toEqual(['messages', 'settings', 'articles'])
  })

  test('Z-2 a setting that is called just so stands before an action that only holds the word (else Enter would pause autopilot for who wants its settings)', () => {
    const both = [...ALL, titled('open-autopilot', '自动处理', 'Autopilot')]
    const names = groupsFrom(parts({ scope: 'actions', words: 'x', commands: rankCommands(both, '自动处理', toPinyin) })).map((group) => group.name)
    expect(names).toEqual(['settings', 'actions'])
  })

  test('Z-9 what cannot be done now is left out, and shown without effect where actions are asked for', () => {
    const commands = rankCommands(ALL, '', toPinyin)
    const can = (one: { command: { id: string } }) => one.command.id !== 'action-resolve'
    const entries = (scope: Parts['scope']) => groupsFrom(parts({ scope, words: '', commands, can })).find((group) => group.name === 'actions')?.entries.map((entry) => [entry.id, entry.off])
    expect(entries('all')).toEqual([['action-pause-autopilot', false]])
    expect(entries('actions')).toEqual([['action-resolve', true], ['action-pause-autopilot', false]])
  })

  test('Z-9 the marked line goes round, over whole groups too, and never stands on what cannot be done', () => {
    const line = (id: string, off = false): Group['entries'][number] => ({ id, off, kind: 'article', article })
    const groups: Group[] = [{ name: 'actions', entries: [line('a', true), line('b'), line('c')] }, { name: 'articles', entries: [line('d'), line('e')] }]
    const go = (id: string | null, by: 1 | -1, group = false) => stepIn(groups, id, { by, group })
    expect([go(null, 1), go('b', 1), go('e', 1), go('b', -1)]).toEqual(['b', 'c', 'b', 'e'])
    expect([go('c', 1, true), go('d', 1, true), go('e', -1, true), go('gone', 1)]).toEqual(['d', 'b', 'b', 'b'])
    expect(stepIn([], null, { by: 1, group: false })).toBeNull()
  })
})
