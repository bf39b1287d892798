import type { Masking } from '../../../src-shared/domain/masking.ts'
import { createMasker } from '../../domain/drafting/masking/masker.ts'
import { createVault } from '../../domain/drafting/masking/vault.ts'
import { random } from '../guard/random.ts'
import type { Row } from '../task.ts'
import { HELD_OUT, SENTENCES } from './sentences.ts'
import { valueOf } from './values.ts'

/** Kinds that nobody may read, ever. */
const SECRETS = new Set(['card', 'id', 'iban', 'passport', 'ssn', 'code', 'password'])
const ROUNDS = 25
const SEED = 20_261_127

/** One personal value in one sentence, and whether any of it was left. */
export interface Seen { kind: string; value: string; text: string; sent: string; hidden: boolean }

/** Nothing of a value is left when neither it nor a part that would find its owner can be read. */
function isHidden(value: string, sent: string): boolean {
  if (sent.includes(value)) return false
  const parts = value.split(/[\s,，]+/u).filter((part) => /\d{4,}/u.test(part) || part.length >= 4)
  return !parts.some((part) => sent.includes(part))
}

/** Masks every sentence with made-up values, without anything that the shop's records would know: what a stranger writes. */
export function seenIn(sentences: readonly string[], language: 'zh' | 'en', policy: Masking = 'all'): Seen[] {
  const chance = random(SEED)
  return Array.from({ length: ROUNDS }, () => sentences).flat().flatMap((sentence) => {
    const put: Array<{ kind: string; value: string }> = []
    const text = sentence.replace(/\{([a-z-]+)\}/gu, (_, kind: string) => {
      const value = valueOf(language, kind, chance)
      put.push({ kind, value })
      return value
    })
    const sent = createMasker(policy, createVault([]), []).said(text, Date.UTC(2026, 10, 27, 4), null)
    return put.map((one) => ({ ...one, text, sent, hidden: isHidden(one.value, sent) }))
  })
}

const share = (seen: readonly Seen[]): number => seen.filter(({ hidden }) => hidden).length / seen.length

/** Recall of the masking, zh and en. What the shop's records know is not in it: that is always found. */
export function maskingRows(): Row[] {
  const row = { task: 'masking', data: 'own sentences', unit: 'share' as const, baseline: null, best: '', note: 'nothing known of the writer' }
  return ([['', SENTENCES], [', held out', HELD_OUT]] as const).flatMap(([part, sentences]) => (['zh', 'en'] as const).flatMap((language) => {
    const seen = seenIn(sentences[language], language)
    const [secret, personal] = [seen.filter(({ kind }) => SECRETS.has(kind)), seen.filter(({ kind }) => !SECRETS.has(kind))]
    return [
      { ...row, split: `${language}${part}`, figure: 'personal values hidden', value: share(personal), target: { atLeast: 0.9 } },
      { ...row, split: `${language}${part}`, figure: 'secrets hidden', value: share(secret), target: { atLeast: 0.95 } },
    ]
  }))
}
