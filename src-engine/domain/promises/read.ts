import type { ShopHours } from '../../../src-shared/domain/shop-hours.ts'
import { PROMISE_WORDS_MAX, type Promised, type PromiseKind } from '../../../src-shared/domain/follow-up.ts'
import { Money } from '../../../src-shared/domain/text.ts'
import { calendar } from '../guard/calendar.ts'
import { claims } from '../guard/extract.ts'
import { fold } from '../guard/fold.ts'
import { clausesOf, sentencesOf, type Part } from './clauses.ts'
import { dueIn } from './due.ts'
import { join, type Said } from './join.ts'
import { shopTime } from './shop-time.ts'
import type { Terms } from './terms.ts'
import { en } from './wording-en.ts'
import { zh } from './wording-zh.ts'
import type { Deed, Wording } from './wording.ts'

/** A promise with its place: code points of the text, `end` exclusive. */
export interface ReadPromise extends Promised {
  start: number
  end: number
}

const HAN = /\p{Script=Han}/u

/** What a clause says: of a promise, of a time or an amount for a neighbour, or nothing. */
interface Clause extends Part {
  deed: Deed | null
  due: number | null
  amount: Money | null
}

/** Where promises are read: the shop's terms, its zone (IANA), and when its people are there; without them the terms' own hours. */
export interface Place {
  terms: Terms
  timeZone: string
  hours?: ShopHours
}

function amountIn(text: string, at: number, timeZone: string): Money | null {
  const found = claims(text, calendar(new Date(at).toISOString(), timeZone)).find((claim) => claim.kind === 'amount')
  const [currency, minor] = found?.keys[0]?.split(':') ?? []
  return Money.safeParse({ currency, amount: Number(minor) }).data ?? null
}

function deedOf(text: string, wording: Wording): Deed | null {
  return wording.deeds.find(([form]) => form.test(text))?.[1] ?? null
}

/**
 * The clauses of a sentence with what they promise. A commitment needs words that make it one; in Chinese, where they are
 * mostly left out, a time or an amount does as well.
 */
function readSentence(sentence: Part, at: number, place: Place, shop: ReturnType<typeof shopTime>): Clause[] {
  const wording = HAN.test(sentence.text) ? zh : en
  if (wording.open.test(sentence.text)) return []
  let committed = false
  const clauses = clausesOf(sentence).map((part): Clause => {
    const doubted = wording.doubts.test(part.text)
    const commits = wording.commits.test(part.text)
    if (doubted) return { ...part, deed: null, due: null, amount: null }
    const due = dueIn(part.text, at, place.timeZone, shop)
    const amount = amountIn(part.text, at, place.timeZone)
    const means = commits || (wording.carries ? committed : due !== null)
    committed ||= commits
    return { ...part, deed: means ? deedOf(part.text, wording) : null, due, amount }
  })
  return wording.moment.test(sentence.text) && clauses.every(({ due }) => due === null) ? [] : clauses
}

const MONEY_KINDS: ReadonlySet<Deed> = new Set<Deed>(['refund', 'compensation', 'pay'])

/** Clauses beside one another that say nothing of their own, nearest first, at most two. */
function beside(clauses: readonly Clause[], index: number, step: 1 | -1): Clause[] {
  const free: Clause[] = []
  for (let at = index + step; free.length < 2; at += step) {
    const clause = clauses[at]
    if (!clause || clause.deed !== null) break
    free.push(clause)
  }
  return free
}

/** The time and the amount of a clause: its own, else those of a neighbour that promises nothing itself. */
function said(clauses: readonly Clause[], index: number): Said | null {
  const clause = clauses[index]
  if (!clause?.deed) return null
  const [before, after] = [beside(clauses, index, -1), beside(clauses, index, 1)]
  const isMoney = MONEY_KINDS.has(clause.deed)
  const timed = clause.due === null ? [...before, ...after].find((one) => one.due !== null) : undefined
  const payer = isMoney && clause.amount === null ? [...after, ...before].find((one) => one.amount !== null) : undefined
  const parts = [clause, timed, payer].filter((one) => one !== undefined)
  return {
    deed: clause.deed, due: clause.due ?? timed?.due ?? null, amount: isMoney ? (clause.amount ?? payer?.amount ?? null) : null,
    start: Math.min(...parts.map((one) => one.start)), end: Math.max(...parts.map((one) => one.start + one.text.length)),
  }
}

/**
 * The promises in a reply of ours, in reading order; deterministic, zh and en. What is asked, offered, denied, estimated, past,
 * a rule of the shop, or depends on the customer is none.
 * @param at when it is said, milliseconds since the epoch
 */
export function readPromises(text: string, at: number, place: Place): ReadPromise[] {
  const shop = shopTime(place.terms, place.timeZone, place.hours)
  const folded = fold(text)
  const points = [...text]
  const found = sentencesOf(folded).map((sentence) => {
    const clauses = readSentence(sentence, at, place, shop)
    return clauses.flatMap((_, index) => said(clauses, index) ?? [])
  })
  return join(found).map(({ deed, due, amount, start, end }) => {
    const kind: PromiseKind = deed
    return {
      kind, amount, start, end, words: points.slice(start, end).join('').slice(0, PROMISE_WORDS_MAX),
      dueAt: due ?? shop.usual(at, place.terms.defaults[kind]), assumed: due === null,
    }
  })
}
