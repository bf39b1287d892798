import { z } from 'zod'
import { ACTS, MARKS, TOPICS } from '../../../src-shared/domain/triage.ts'

/** Language groups that the rules are kept in: `latin` is English and pinyin together, `other` every smaller list. */
export type RuleGroup = 'zh' | 'latin' | 'other'

const Weight = z.number().gt(0).lt(1)
/** `[weight, pattern, pattern...]`: weight is the confidence that one hit alone gives, patterns are regular expressions. */
const Rule = z.tuple([Weight], z.string().min(1))
const Rules = z.array(Rule).default([])
const PerLanguage = z.object({ zh: z.string().min(1).optional(), en: z.string().min(1).optional() })
const Entry = z.object({
  hint: z.object({ zh: z.string(), en: z.string() }),
  zh: Rules, en: Rules, pinyin: Rules, other: Rules,
  /** The label is not given when this stands anywhere in the text. */
  unless: PerLanguage.optional(),
  /** The label is given only when this stands somewhere in the text. */
  requires: PerLanguage.optional(),
  /** Hits before this are taken back ("退了吧 算了 不退了"). */
  withdraw: PerLanguage.optional(),
  /** A negation right before a hit cancels it. */
  negatable: z.boolean().default(false),
})
type Entry = z.infer<typeof Entry>

export const LEXICON_EMOTIONS = ['grateful', 'confused', 'anxious', 'disappointed', 'angry', 'furious'] as const
export type LexiconEmotion = (typeof LEXICON_EMOTIONS)[number]
const TwoLanguages = z.object({ zh: z.string().min(1), en: z.string().min(1) })

const LexiconFile = z.object({
  version: z.literal(1),
  macros: z.record(z.string(), z.string()),
  /** Pairs traditional + simplified, written one after the other. */
  traditional: z.string(),
  /** Stop words (blank separated) and telling letters of the languages in Latin script; `pinyin` counts for zh. */
  languages: z.record(z.string(), z.object({ words: z.string(), letters: z.string().default('') })),
  why: z.record(z.string(), z.object({ zh: z.string(), en: z.string() })),
  repeat: TwoLanguages, wait: TwoLanguages, moneyWords: TwoLanguages, negation: TwoLanguages,
  /** `[winner, loser...]`: a more particular topic silences the general ones that its words also touch. */
  beats: z.array(z.tuple([z.enum(TOPICS)], z.enum(TOPICS))),
  /** Insults with their evasions; they decide the mark `abuse` where `marks.abuse` is what the heads were trained to see. */
  insults: Entry,
  topics: z.record(z.enum(TOPICS), Entry),
  acts: z.record(z.enum(ACTS), Entry),
  marks: z.record(z.enum(MARKS), Entry),
  emotions: z.record(z.enum(LEXICON_EMOTIONS), Entry),
})

export interface CompiledRule { readonly group: RuleGroup; readonly weight: number; readonly pattern: RegExp }
export interface CompiledEntry<Label extends string> {
  readonly label: Label
  readonly rules: readonly CompiledRule[]
  readonly unless: readonly RegExp[]
  readonly requires: readonly RegExp[]
  readonly withdraw: readonly RegExp[]
  readonly negatable: boolean
}
export interface LanguageProfile { readonly words: ReadonlySet<string>; readonly letters: ReadonlySet<string> }

/** The checked and compiled lexicon. Regular expressions are shared between calls; each use resets `lastIndex` first. */
export interface Lexicon {
  readonly simplified: ReadonlyMap<string, string>
  readonly languages: ReadonlyMap<string, LanguageProfile>
  /** What an evidence code means, for a person who reads it. */
  readonly why: ReadonlyMap<string, { readonly zh: string; readonly en: string }>
  readonly topics: ReadonlyArray<CompiledEntry<(typeof TOPICS)[number]>>
  readonly acts: ReadonlyArray<CompiledEntry<(typeof ACTS)[number]>>
  readonly marks: ReadonlyArray<CompiledEntry<(typeof MARKS)[number]>>
  readonly emotions: ReadonlyArray<CompiledEntry<LexiconEmotion>>
  readonly insults: CompiledEntry<'abuse'>
  readonly beats: ReadonlyMap<string, ReadonlySet<string>>
  readonly repeat: readonly RegExp[]
  readonly wait: { readonly zh: RegExp; readonly en: RegExp }
  readonly moneyWords: readonly RegExp[]
  readonly negation: { readonly zh: RegExp; readonly latin: RegExp }
}

const GAP = { zh: '(?:[^,.!?;]{0,8}?)', latin: '(?:[^,.!?;]{0,25}?)' }

/** Writes out `<macro>` and the gap sign `…`; a name that is no macro stays, since `(?<name>` is regular-expression syntax. */
function expand(source: string, macros: Readonly<Record<string, string>>, gap: string): string {
  return source.replace(/(?<!\(\?|\\k)<(\w+)>/gu, (whole, name: string) => macros[name] ?? whole).replaceAll('…', gap)
}

/** Throws SyntaxError, naming the rule, when a pattern is no regular expression. */
function build(source: string, where: string): RegExp {
  try {
    return new RegExp(source, 'gu')
  } catch (error) {
    throw new SyntaxError(`lexicon: ${where}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function compileEntry<Label extends string>(label: Label, entry: Entry, macros: Readonly<Record<string, string>>): CompiledEntry<Label> {
  const join = (patterns: readonly string[], group: RuleGroup): string => {
    const body = patterns.map((one) => expand(one, macros, group === 'zh' ? GAP.zh : GAP.latin)).join('|')
    // Han has no word boundaries; a Latin word must not match inside another one ("art" in "start").
    return group === 'zh' ? body : `(?<![a-z])(?:${body})(?![a-z])`
  }
  const rules = (list: Entry['zh'], group: RuleGroup): CompiledRule[] => list.map(([weight, ...patterns]) => (
    { group, weight, pattern: build(join(patterns, group), label) }))
  const either = (one: Entry['unless']): RegExp[] => [
    ...(one?.zh === undefined ? [] : [build(join([one.zh], 'zh'), label)]),
    ...(one?.en === undefined ? [] : [build(join([one.en], 'latin'), label)]),
  ]
  return {
    label, negatable: entry.negatable,
    rules: [...rules(entry.zh, 'zh'), ...rules(entry.en, 'latin'), ...rules(entry.pinyin, 'latin'), ...rules(entry.other, 'other')],
    unless: either(entry.unless), requires: either(entry.requires), withdraw: either(entry.withdraw),
  }
}

function pairs(text: string): Map<string, string> {
  const chars = Array.from(text)
  const map = new Map<string, string>()
  for (let i = 0; i + 1 < chars.length; i += 2) {
    const [from, to] = [chars[i] ?? '', chars[i + 1] ?? '']
    if (from !== to) map.set(from, to)
  }
  return map
}

/**
 * Checks and compiles `resources/triage/lexicon.json` (already parsed from JSON by the caller).
 * @throws ZodError when the shape is wrong, SyntaxError when a pattern is no regular expression
 */
export function parseLexicon(json: unknown): Lexicon {
  const file = LexiconFile.parse(json)
  const compileAll = <Label extends string>(labels: readonly Label[], entries: Readonly<Record<Label, Entry>>): CompiledEntry<Label>[] =>
    labels.map((label) => compileEntry(label, entries[label], file.macros))
  const both = (one: { zh: string; en: string }, name: string): RegExp[] => [build(one.zh, name), build(one.en, name)]
  return {
    simplified: pairs(file.traditional),
    languages: new Map(Object.entries(file.languages).map(([code, { words, letters }]) =>
      [code, { words: new Set(words.split(' ')), letters: new Set(letters) }])),
    why: new Map(Object.entries(file.why)),
    topics: compileAll(TOPICS, file.topics), acts: compileAll(ACTS, file.acts),
    marks: compileAll(MARKS, file.marks), emotions: compileAll(LEXICON_EMOTIONS, file.emotions),
    insults: compileEntry('abuse', file.insults, file.macros),
    beats: new Map(file.beats.map(([winner, ...losers]) => [winner, new Set<string>(losers)])),
    repeat: both(file.repeat, 'repeat'), moneyWords: both(file.moneyWords, 'moneyWords'),
    wait: { zh: build(file.wait.zh, 'wait'), en: build(file.wait.en, 'wait') },
    negation: { zh: build(file.negation.zh, 'negation'), latin: build(file.negation.en, 'negation') },
  }
}
