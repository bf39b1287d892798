import { plainNumber } from '../../../src-shared/domain/match.ts'
import type { Entity } from '../../../src-shared/domain/triage.ts'

/** Numbers in a text that may tell whose it is. `whole`: as they are known; `tails`: the last four digits of a phone or an order. */
export interface NumberClues { whole: string[]; tails: string[] }

/** A run of letters and digits, with the spaces and dashes that people group them by. */
const RUN = /[A-Za-z0-9](?:[A-Za-z0-9]|[ \u00a0-](?=\d)){5,39}/g
/** Fewest digits of a number that says whose it is. */
const LEAST_DIGITS = 6
const MOST = 12
/** A mainland phone with its country's code, which records leave out. */
const CHINA = /^(?:00)?86(1[3-9]\d{9})$/
const WHOLE = new Set<Entity['type']>(['order_no', 'tracking_no', 'phone', 'after_sale_no'])

/** By what triage read, and by anything that looks like a number: shops number their orders as they like. */
export function numberClues(text: string, entities: readonly Entity[]): NumberClues {
  const plain = text.normalize('NFKC')
  // A number may be grouped by spaces, or two may stand side by side: both readings are looked up.
  const runs = [...plain.matchAll(RUN)].flatMap(([run]) => [run, ...run.split(/[ \u00a0-]/)])
  const read = entities.filter((entity) => WHOLE.has(entity.type)).map((entity) => entity.value)
  const whole = [...read, ...runs].map((number) => plainNumber(number).replace(CHINA, '$1')).filter((number) => (number.match(/\d/g)?.length ?? 0) >= LEAST_DIGITS)
  const tails = entities.filter((entity) => entity.type === 'phone_last4').map((entity) => entity.value)
  return { whole: [...new Set(whole)].slice(0, MOST), tails: [...new Set(tails)] }
}

/** Does the name stand there as a word of its own? Han names have no borders; one letter is no name. */
export function standsAlone(folded: string, name: string): boolean {
  const points = [...name]
  if (/\p{Script=Han}/u.test(name)) return points.length >= 2
  if (points.length < 3) return false
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(folded)
}
