import { inLanguage, type Phrase, type PhraseScope } from '../../../src-shared/domain/phrase.ts'
import { withoutGaps } from '../../../src-shared/domain/phrase-gaps.ts'
import { isSubsequence, spell, type Spelling } from './spelling.ts'

/** How often this agent took a phrase and when last; what was never taken is not in the map. */
export type Usage = ReadonlyMap<string, { uses: number; lastUsedAt: number }>

interface Entry {
  phrase: Phrase
  code: string
  spellings: Spelling[]
  titles: string
  groups: string
  text: string
}

/** How well a word fits, best first. */
const FIT = { code: 0, codeBegins: 1, spelled: 2, letters: 3, title: 4, group: 5, text: 6 } as const
/** So many letters in order are a wish; one alone stands in every title. */
const LEAST_LETTERS = 2
/** First words that stand for a missing title. */
const TITLE_POINTS = 24

/** The title in a language, or the phrase's own first words. */
export function titleOf({ title, text }: Pick<Phrase, 'title' | 'text'>, language: 'zh' | 'en'): string {
  return inLanguage(title, language) || [...withoutGaps(inLanguage(text, language))].slice(0, TITLE_POINTS).join('')
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

function entryOf(phrase: Phrase): Entry {
  const titles = [...new Set([titleOf(phrase, 'zh'), titleOf(phrase, 'en')])]
  // A code may be Chinese too, and is then typed like any other word.
  return {
    phrase, code: fold(phrase.code), spellings: [phrase.code, ...titles].map(spell), titles: fold(titles.join('\n')),
    groups: fold(`${phrase.group.zh}\n${phrase.group.en}`), text: fold(`${phrase.text.zh}\n${phrase.text.en}`),
  }
}

/** How a word fits a phrase; null: not at all. */
function fitOf(entry: Entry, word: string): number | null {
  if (entry.code !== '' && entry.code === word) return FIT.code
  if (entry.code.startsWith(word)) return FIT.codeBegins
  if (entry.spellings.some((s) => s.initials.startsWith(word) || s.full.startsWith(word))) return FIT.spelled
  if (word.length >= LEAST_LETTERS && entry.spellings.some((s) => isSubsequence(word, s.initials) || s.full.includes(word))) return FIT.letters
  if (entry.titles.includes(word)) return FIT.title
  if (entry.groups.includes(word)) return FIT.group
  return entry.text.includes(word) ? FIT.text : null
}

/** Every word must fit; the worst one counts. */
function worstFit(entry: Entry, words: readonly string[]): number | null {
  let worst = 0
  for (const word of words) {
    const fit = fitOf(entry, word)
    if (fit === null) return null
    worst = Math.max(worst, fit)
  }
  return worst
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function byUse(usage: Usage) {
  return (a: Phrase, b: Phrase): number => {
    const [mine, theirs] = [usage.get(a.id), usage.get(b.id)]
    return (theirs?.uses ?? 0) - (mine?.uses ?? 0) || (theirs?.lastUsedAt ?? 0) - (mine?.lastUsedAt ?? 0) || byText(a.code || '\uffff', b.code || '\uffff') || byText(a.id, b.id)
  }
}

/** The phrases of a desk, spelled out once so that a search looks at letters only. */
export function createPhraseIndex(phrases: readonly Phrase[]) {
  const entries = phrases.map(entryOf)
  return {
    /**
     * Best first: exact code, beginning of a code, pinyin (initials or in full), letters in between, title, group, text; what
     * fits alike is ordered by use. An empty query gives all by use.
     */
    search(query: string, usage: Usage, scope: PhraseScope | null = null): Phrase[] {
      const words = fold(query).split(/\s+/).filter(Boolean)
      const order = byUse(usage)
      return entries
        .flatMap((entry) => {
          if (scope !== null && entry.phrase.scope !== scope) return []
          const fit = worstFit(entry, words)
          return fit === null ? [] : [{ fit, phrase: entry.phrase }]
        })
        .sort((a, b) => a.fit - b.fit || order(a.phrase, b.phrase))
        .map(({ phrase }) => phrase)
    },
  }
}
export type PhraseIndex = ReturnType<typeof createPhraseIndex>
