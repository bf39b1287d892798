import type { Campaign, CampaignFields } from './campaign.ts'
import { campaignSpan } from './campaign-time.ts'
import type { LocalText } from './text.ts'

/**
 * What is wrong with a plan (`error`: it is not kept) or worth a look (`warning`).
 * `at`: the field, with what it is about. Codes are put into words by whoever shows them.
 */
export interface CampaignProblem {
  code: 'ends-before' | 'over-already' | 'overlaps' | 'changes-nothing' | 'no-group' | 'group-empty-language' | 'old-date' | 'lifts-nothing' | 'low-capacity'
  severity: 'error' | 'warning'
  /** Name of the other campaign, the phrase, the note or the topic that it is about; '' where there is none. */
  about: string
}

/** What a plan is held against. */
export interface CampaignPlace {
  now: number
  /** Other campaigns of the shop. */
  others: readonly Campaign[]
  phrases: readonly { group: LocalText; title: LocalText; code: string; text: LocalText }[]
  /** Topics that autopilot answers by itself today. */
  answering: readonly string[]
  /** Least room that an account has; null: not known. */
  leastCapacity: number | null
  /** Year and month of an instant by the shop's clock. */
  dayOf(at: number): { year: number; month: number; day: number }
}

/** Years, and days without one, in both ways to write them: 2025年11月11日, 11月11日, 11.11, Nov 11, 2025-11-11. */
const YEAR = /(?<!\d)(20\d\d)(?!\d)/g
const MONTH_DAY = /(?<!\d)(1[0-2]|0?[1-9])\s*月\s*(3[01]|[12]\d|0?[1-9])\s*[日号]/g

/** A text that names another year than the campaign's, or a day that lies outside of it by more than a month. */
export function hasOldDate(text: string, from: { year: number; month: number }, to: { year: number; month: number }): boolean {
  const years = [...text.matchAll(YEAR)].map(([, year]) => Number(year))
  if (years.some((year) => year < from.year || year > to.year + 1)) return true
  const first = from.year * 12 + from.month - 1
  const last = to.year * 12 + to.month + 1
  return [...text.matchAll(MONTH_DAY)].some(([, month]) => ![from.year - 1, from.year, to.year, to.year + 1].some((year) => year * 12 + Number(month) >= first && year * 12 + Number(month) <= last))
}

const inGroup = (group: string, phrase: { group: LocalText }): boolean => group !== '' && (phrase.group.zh === group || phrase.group.en === group)

/** What of a plan conflicts, is missing or looks like last year's. Pure. */
export function checkCampaign(plan: CampaignFields & { id: string; begunAt: number | null; endedAt: number | null }, place: CampaignPlace): CampaignProblem[] {
  const found: CampaignProblem[] = []
  const add = (code: CampaignProblem['code'], severity: CampaignProblem['severity'], about = ''): void => void found.push({ code, severity, about })
  if (plan.to <= plan.from) {
    add('ends-before', 'error')
    return found
  }
  if (plan.to <= place.now) add('over-already', 'error')
  const span = campaignSpan(plan)
  for (const other of place.others) {
    const its = campaignSpan(other)
    if (other.id !== plan.id && its.from < its.to && its.from < span.to && span.from < its.to) add('overlaps', 'error', other.name)
  }
  if (plan.capacity === null && plan.greeting === null && plan.suggestOnly.length === 0 && plan.phraseGroup === null && plan.notes.length === 0 && plan.warnFraction === null) add('changes-nothing', 'warning')
  if (plan.capacity !== null && place.leastCapacity !== null && plan.capacity < place.leastCapacity) add('low-capacity', 'warning', String(place.leastCapacity))
  for (const topic of plan.suggestOnly) if (topic !== '*' && !place.answering.includes(topic)) add('lifts-nothing', 'warning', topic)
  const [from, to] = [place.dayOf(plan.from), place.dayOf(plan.to)]
  const isOld = (text: LocalText): boolean => hasOldDate(`${text.zh}\n${text.en}`, from, to)
  const phrases = plan.phraseGroup === null ? [] : place.phrases.filter((phrase) => inGroup(plan.phraseGroup ?? '', phrase))
  if (plan.phraseGroup !== null && phrases.length === 0) add('no-group', 'warning', plan.phraseGroup)
  for (const { title, code, text } of phrases) {
    const name = title.zh || title.en || code
    if (text.zh.trim() === '' || text.en.trim() === '') add('group-empty-language', 'warning', name)
    if (isOld(text)) add('old-date', 'warning', name)
  }
  if (plan.greeting !== null && isOld(plan.greeting)) add('old-date', 'warning', '')
  for (const note of plan.notes) if (isOld(note.body) || isOld(note.title)) add('old-date', 'warning', note.title.zh)
  return found
}
