import { match, readingsOf, type Match, type ToPinyin } from '../../../src-shared/domain/match.ts'
import type { Command } from './commands.ts'

/** A command with the title shown and the titles in which it may be found. */
export interface Titled {
  command: Command
  /** In the language of the screen. */
  title: string
  /** The same in the other language. */
  other: string
}

export interface RankedCommand extends Titled {
  /** Marks in the title shown. */
  spans: Match['spans']
  score: number
}

/** Found by another word, not by its name: comes after every one that is. */
const BY_OTHER_WORD = 30

/** Commands that answer the words, best first; by their name in either language, its sounds, or other words for them. */
export function rankCommands(all: readonly Titled[], words: string, toPinyin: ToPinyin): RankedCommand[] {
  if (words === '') return all.map((titled) => ({ ...titled, spans: [], score: 0 }))
  const found = all.flatMap((titled): RankedCommand[] => {
    const shown = match(titled.title, readingsOf(titled.title, toPinyin), words)
    if (shown) return [{ ...titled, spans: shown.spans, score: shown.score }]
    const elsewhere = match(`${titled.other} ${titled.command.also} ${titled.title}`, readingsOf(titled.command.also, () => []), words)
    return elsewhere ? [{ ...titled, spans: [], score: BY_OTHER_WORD }] : []
  })
  return found.sort((a, b) => b.score - a.score)
}
