import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { canDo } from '../../app/can-do.ts'
import type { en } from '../../app/i18n/en.ts'
import { useDesk, useDeskState, useRows } from '../../bridge/hooks.ts'
import { canWish } from '../demo/wishes.ts'
import { COMMANDS } from './commands.ts'
import { groupsFrom, type Found, type Group } from './entries.ts'
import { usePinyin } from './pinyin.ts'
import type { PaletteQuery } from './query.ts'
import { rankCommands, type Titled } from './rank-commands.ts'
import { recentIds } from './recent.ts'

type Speak = (word: keyof typeof en) => string

function useTitled(): readonly Titled[] {
  const { i18n } = useTranslation()
  const { language } = i18n
  return useMemo(() => {
    const speaker = (of: string): Speak => i18n.getFixedT(of)
    const isWord = (value: string): value is keyof typeof en => i18n.exists(value)
    const titles = (of: string) => COMMANDS.map((command) => {
      const t = speaker(of)
      if (command.kind === 'demo') return i18n.getFixedT(of)('palette.demo', { name: t(command.name) })
      if (command.kind !== 'set') return t(command.name)
      return i18n.getFixedT(of)('palette.setting', { name: t(command.name), value: isWord(command.value) ? t(command.value) : command.value })
    })
    const [shown, other] = [titles(language), titles(language === 'zh' ? 'en' : 'zh')]
    return COMMANDS.map((command, at) => ({ command, title: shown[at] ?? '', other: other[at] ?? '' }))
  }, [i18n, language])
}

/** Turns what the engine found into the palette's lines: together with commands that answer the words. */
export function useGroups(): (query: PaletteQuery, found: Found) => Group[] {
  const desk = useDesk()
  const titled = useTitled()
  const toPinyin = usePinyin()
  const rows = useRows()
  const state = useDeskState()
  return useMemo(() => ({ scope, words }, found) => groupsFrom({
    scope, words, found,
    commands: scope === 'all' || scope === 'actions' ? rankCommands(state?.demo ? titled : titled.filter(({ command }) => command.kind !== 'demo'), words, toPinyin) : [],
    recent: recentIds().flatMap((id) => rows?.get(id) ?? []),
    can: ({ command }) => (command.kind === 'action' ? canDo(desk, command.action) : command.kind !== 'demo' || (state !== undefined && canWish(state, command.wish))),
  }), [desk, titled, toPinyin, rows, state])
}
