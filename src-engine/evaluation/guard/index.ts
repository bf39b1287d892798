import type { GuardInput } from '../../domain/guard/index.ts'
import { catalogueDrafts, catalogueOf } from './catalogue.ts'
import { draftsOf, type DraftSet } from './drafts.ts'
import { measureGuard, type GuardFigures } from './measure.ts'
import { HELD_OUT_POOL, OPEN_POOL } from './pools.ts'
import { TEMPLATES } from './templates.ts'
import { HELD_OUT } from './templates-held-out.ts'
import { SECOND } from './templates-second.ts'
import { THIRD } from './templates-third.ts'

const SEED = 20_261_127
const ROUNDS = 12

/** Drafts by the templates that the guard was made with. */
export const openDrafts = (): DraftSet => draftsOf(TEMPLATES, OPEN_POOL, SEED, ROUNDS)
/** Drafts by templates, goods, people and places that nobody looked at while making it. */
export const heldOutDrafts = (): DraftSet => draftsOf(HELD_OUT, HELD_OUT_POOL, SEED + 1, ROUNDS)
/** By templates that were written after the held-out ones had been looked at. */
export const secondDrafts = (): DraftSet => draftsOf(SECOND, HELD_OUT_POOL, SEED + 2, ROUNDS)
/** By templates that were written last. */
export const thirdDrafts = (): DraftSet => draftsOf(THIRD, HELD_OUT_POOL, SEED + 3, ROUNDS)

/** What is wrong in them another product of a catalogue of 2,000 says. */
const soldDrafts = (): DraftSet => catalogueDrafts(catalogueOf(2_000, 7), SEED + 4, ROUNDS * 2, 'spoken of')

/** How long one draft takes in this process: the median of three rounds over all, in milliseconds. */
function time(set: DraftSet, rules: GuardInput['rules']): number {
  const all = [...set.right, ...set.spoiled]
  const rounds = Array.from({ length: 3 }, () => {
    const began = performance.now()
    measureGuard(set, rules)
    return (performance.now() - began) / all.length
  })
  return rounds.sort((a, b) => a - b)[1] ?? 0
}

/** One figure of the table of `npm run eval`, in the shape of its rows. */
export interface GuardRow { task: 'guard'; data: string; split: string; figure: string; unit: 'share' | 'ms'; value: number; baseline: null; best: string; target: { atLeast: number } | { atMost: number }; note?: string }

/** What was found in each set the first time, before what it showed was mended: the only figures that say how new replies fare. */
const UNSEEN = [['held out', heldOutDrafts, 'when unseen: .972'], ['second held out', secondDrafts, 'when unseen: .964'], ['third held out', thirdDrafts, 'when unseen: .975']] as const

const row = (split: string, figure: string, value: number, target: GuardRow['target'], more: Partial<GuardRow> = {}): GuardRow =>
  ({ task: 'guard', data: 'own replies', split, figure, unit: 'share', value, baseline: null, best: '', target, ...more })

/** What is found and what is wrongly marked in each set; the same in every run. @param rules the rule packs that ship */
export function guardShares(rules: GuardInput['rules']): GuardRow[] {
  const of = (split: string, { found, markedRight }: GuardFigures, more: Partial<GuardRow> = {}): GuardRow[] => [row(split, 'errors found', found, { atLeast: 0.99 }, more), row(split, 'right replies marked', markedRight, { atMost: 0.02 })]
  return [...of('open', measureGuard(openDrafts(), rules)), ...UNSEEN.flatMap(([split, drafts, note]) => of(split, measureGuard(drafts(), rules), { note })), ...of('other products', measureGuard(soldDrafts(), rules))]
}

/** The figures of task `guard`, with the time of a draft. @param rules the rule packs that ship */
export const guardRows = (rules: GuardInput['rules']): GuardRow[] => [...guardShares(rules), row('open', 'a draft', time(openDrafts(), rules), { atMost: 2 }, { unit: 'ms' })]
