import type { TFunction } from 'i18next'
import type { Finding } from '../../../../src-shared/domain/draft.ts'
import type { FindingOrigin } from '../../../../src-shared/domain/finding-origin.ts'
import type { LocalText } from '../../../../src-shared/domain/text.ts'
import { adviceWords } from '../../rewriting/advice.ts'

/** Longest piece of the marked words that is repeated, in code points. */
const QUOTED_MAX = 40
const NUMBERS: ReadonlySet<string> = new Set(['order_no', 'tracking_no', 'number_tail', 'phone'])
/** Kinds that say more than that something is wrong. */
const OWN = ['other-customer', 'personal-data', 'internal-passage', 'injection-echo', 'placeholder', 'language', 'policy'] as const
const isOwn = (kind: string): kind is (typeof OWN)[number] => (OWN as readonly string[]).includes(kind)

/** The screen's language, which the words themselves know. */
const local = (t: TFunction, { zh, en }: LocalText): string => (String(t('guard.tongue')) === 'zh' ? zh || en : en || zh)
/** So that it can stand within a sentence. */
const unended = (sentence: string): string => sentence.replace(/[。.!！\s]+$/u, '')

function quoted(text: string): string {
  const points = [...text.trim()]
  return points.length > QUOTED_MAX ? `${points.slice(0, QUOTED_MAX).join('')}…` : points.join('')
}

/** What was compared, as a person knows it; null: nothing that has a name. */
function originWords(t: TFunction, origin: FindingOrigin): string | null {
  switch (origin.kind) {
    case 'rule': return origin.law === '' ? null : origin.law
    case 'order': return t('guard.source.order', { no: origin.no, field: t(`guard.field.${origin.field}`) })
    case 'product': return t('guard.source.product', { title: local(t, origin.title), field: origin.label ? local(t, origin.label) : t(`guard.field.${origin.field}`) })
    case 'customer': return t('guard.source.customer', { field: t(`guard.field.${origin.field}`) })
    case 'policy': return t('guard.source.policy', { field: t(`guard.field.${origin.field}`) })
    default: return t(`guard.source.${origin.kind}`, { title: local(t, origin.title) })
  }
}

/** Why the words are marked. */
function reason(t: TFunction, { kind, severity, text: whole, expected, source, origin }: Finding): string {
  const text = quoted(whole)
  if (kind === 'past-time') return t('guard.past', { text, now: source ?? '' })
  if (kind === 'rule' && origin?.kind === 'rule') {
    const say = unended(local(t, origin.say))
    return expected === undefined ? t('guard.why.rule', { text, say }) : t('guard.why.rule.expected', { text, say, expected })
  }
  if (isOwn(kind)) return t(`guard.why.${kind}`, { text })
  if (kind === 'other-order') return expected === undefined ? t('guard.why.other-order', { text }) : t('guard.why.other-order.expected', { text, expected })
  if (kind === 'over-cap' && expected !== undefined) return t('guard.why.over-cap', { text, expected })
  if (expected !== undefined) return t('guard.expected', { text, expected })
  if (NUMBERS.has(kind)) return t('guard.why.number', { text })
  // The words have a source, and it speaks of something else.
  if (origin !== undefined) return t(kind === 'date' || kind === 'amount' ? 'guard.elsewhere' : 'guard.differs', { text })
  if (kind === 'date' || kind === 'weekday' || kind === 'time') return t('guard.why.date', { text })
  if (kind === 'duration' || kind === 'percentage') return t('guard.why.promise', { text })
  return t(severity === 'error' ? 'guard.unsourced' : 'guard.check', { text })
}

/** What is to be said of a finding: why it is marked, what the source says, and which source it is. */
export function findingWords(t: TFunction, finding: Finding): string {
  const own = adviceWords(t, finding)
  if (own !== null) return own
  const what = reason(t, finding)
  const source = finding.origin ? originWords(t, finding.origin) : null
  return source === null ? what : t('guard.from', { what, source })
}

/** The question before something goes out marked: the first of the reasons, and how many more there are. */
export function questionWords(t: TFunction, act: 'question' | 'copy', findings: readonly Finding[]): string {
  const [first, ...more] = findings
  const what = first ? findingWords(t, first) : ''
  return more.length > 0 ? t(`guard.${act}.more`, { what, count: more.length }) : t(`guard.${act}`, { what })
}

/** Why words do not leave: what they would give away, each thing once. */
export function stoppedWords(t: TFunction, act: 'send' | 'copy', findings: readonly Finding[]): string {
  const what = [...new Set(findings.flatMap(({ protects }) => protects ?? []))].map((one) => t(`stopped.what.${one}`)).join(t('list.comma'))
  return t(`stopped.${act}`, { what })
}

/** What may stand in place of stopped words, as it is put in, each once. */
export const correctionsIn = (findings: readonly Finding[]): string[] => [...new Set(findings.flatMap(({ expected }) => expected ?? []))]

/** So many reasons are read before the ways on; the rest are marked in the field. */
const REASONS_MOST = 4

/** Why words are stopped, each reason once, and how many more there are. */
export function reasonsIn(t: TFunction, findings: readonly Finding[]): { said: string[]; more: number } {
  const reasons = [...new Set(findings.map((finding) => findingWords(t, finding)))]
  return { said: reasons.slice(0, REASONS_MOST), more: Math.max(0, reasons.length - REASONS_MOST) }
}
