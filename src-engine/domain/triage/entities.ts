import type { Entity } from '../../../src-shared/domain/triage.ts'
import { findAmounts } from './entities/amounts.ts'
import { findCarriers } from './entities/carriers.ts'
import { findCodes } from './entities/codes.ts'
import { findInvoiceTitles } from './entities/companies.ts'
import { findContacts, findPhones } from './entities/contacts.ts'
import { findDurations } from './entities/durations.ts'
import { findColours, findQuantities } from './entities/goods.ts'
import { findMoments } from './entities/moments.ts'
import { findAddresses, findNames, findPickupPoints } from './entities/places.ts'
import { findProducts } from './entities/products.ts'
import type { ProductLexicon } from './entities/products.ts'
import { settle, STRENGTH } from './entities/reading.ts'
import type { Candidate, Finder, Reading } from './entities/reading.ts'
import { findBodySizes, findSizes } from './entities/sizes.ts'
import { rawSpan } from './normalize.ts'
import type { Normalized } from './normalize.ts'
import { findSecrets } from './sensitive.ts'

/** China Standard Time; shoppers who write Chinese are taken to mean it. */
const CHINA_OFFSET_MINUTES = 480

const FINDERS: readonly Finder[] = [
  findCodes, findPhones, findContacts, findAmounts, findMoments, findDurations, findCarriers, findPickupPoints, findAddresses, findInvoiceTitles,
  findBodySizes, findSizes, findQuantities, findColours,
]

/** What a message is read with beside its words. */
export interface EntityContext {
  /** Our side's latest line, null when none: what it asked for decides what a bare number is. */
  readonly lastOurs?: string | null
  /** The shop's products by name; without them no product is found. */
  readonly products?: ProductLexicon
}

function readingOf(normalized: Normalized, raw: readonly string[], at: number, language: string, asked: string): Reading {
  const { text } = normalized
  const hasDigit = /\d/u.test(text)
  return {
    text, at, language, asked, hasDigit,
    raw: (from, to) => {
      const span = rawSpan(normalized, from, to)
      return raw.slice(span.start, span.end).join('').normalize('NFKC')
    },
    offsetMinutes: language === 'zh' ? CHINA_OFFSET_MINUTES : 0,
    hasHan: /[\u4e00-\u9fff]/u.test(text), hasLatin: /[a-z]/u.test(text),
    hasNumber: hasDigit || /[零一二两三四五六七八九十百千万半几]|(?<![a-z])(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half)(?![a-z])/u.test(text),
  }
}

/**
 * Entities in the order they stand in the text, never overlapping; offsets are raw code points. docs/triage-entities.md tells each type's normal form.
 * Of two readings of a place the longer holds, then the one that the words beside it name, then the one with a check digit, then the form.
 * For `sensitive` the `text` is masked and `value` is the kind of secret; digits inside a secret are never read as anything else.
 * @param at epoch milliseconds, for relative dates
 * @param language ISO 639-1; zh reads dates in +08:00, others in UTC
 */
export function findEntities(normalized: Normalized, raw: readonly string[], at: number, language: string, context: EntityContext = {}): Entity[] {
  const reading = readingOf(normalized, raw, at, language, (context.lastOurs ?? '').toLowerCase())
  const found: Candidate[] = []
  const add = (candidate: Candidate): void => { found.push(candidate) }
  const masks = new Map<number, string>()
  for (const secret of findSecrets(normalized)) {
    masks.set(secret.from, secret.masked)
    add({ type: 'sensitive', from: secret.from, to: secret.to, value: secret.kind, strength: STRENGTH.named })
  }
  for (const find of FINDERS) find(reading, add)
  if (context.products !== undefined) findProducts(reading, context.products, add)
  findNames(reading, settle(found).filter((one) => one.type === 'phone' || one.type === 'address'), add)
  return settle(found).map((one) => {
    const span = rawSpan(normalized, one.from, one.to)
    const text = one.type === 'sensitive' ? masks.get(one.from) ?? '[masked]' : raw.slice(span.start, span.end).join('')
    return { type: one.type, ...span, text, value: one.value, ...(one.carrier === undefined ? {} : { carrier: one.carrier }) }
  })
}
