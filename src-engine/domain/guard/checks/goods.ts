import type { Finding } from '../../../../src-shared/domain/draft.ts'
import { finding, type Span } from '../finding.ts'
import { THING_KEY } from '../source-keys.ts'
import type { Words } from '../sources.ts'
import { COLOURS, EN_COLOUR, ZH_COLOUR } from '../words/colours.ts'
import { GOODS, PLAIN_ADJECTIVES } from '../words/goods.ts'
import { holds, isAsked, spanOf, type Looked } from './looked.ts'

const ROW_OF = new Map(GOODS.flatMap((row) => row.map((word): [string, readonly string[]] => [word.toLowerCase(), row])))
const byLength = (words: string[]): string[] => words.sort((a, b) => b.length - a.length)
const WORDS = byLength([...ROW_OF.keys()])
const NOUN = new RegExp(`${WORDS.filter((word) => /\p{Script=Han}/u.test(word)).join('|')}|(?<![a-z])(?:${WORDS.filter((word) => !/\p{Script=Han}/u.test(word)).join('|')})s?(?![a-z])`, 'giu')
/** Ends the run of signs that belongs to a noun's name. */
const NAME_END = /[\p{P}\s的了款是在这那您我你把将和与及或发买拍订收到给退换寄共件个双只套台条瓶付有为用看做要]/u

/** A field that names goods, in the script of the words that are wrong, for the one key that puts them right. */
function titleOf({ sources }: Looked, { text }: Span): { expected: string; source: string } | undefined {
  const isHan = /\p{Script=Han}/u.test(text)
  const titles = sources.words.filter((words) => !words.foreign && words.record >= 0 && (/title|product_?name|item_?name|名称|品名/i.test(words.key) || (THING_KEY.test(words.where) && /^(?:name|zh|en)$/i.test(words.key))))
  const title = titles.find((words) => /\p{Script=Han}/u.test(words.text) === isHan) ?? titles[0]
  return title && { expected: title.text, source: title.where }
}

/** Goods that no record speaks of, by their noun or by the name before it. */
export function wrongGoods(looked: Looked): Finding[] {
  const { folded, said } = looked
  const found = [...folded.matchAll(NOUN)].flatMap((match): Span[] => {
    const word = match[0].toLowerCase()
    const row = ROW_OF.get(word) ?? ROW_OF.get(word.replace(/s$/, '')) ?? []
    const span = spanOf(match)
    // 一桌四椅 speaks of 椅子.
    const known = row.some((name) => holds(said, name.length > 1 ? name.replace(/子$/, '') : name))
    const before = nameBefore(folded, span.start)
    if (isTool(folded, span) || isAsked(folded, span)) return []
    if (!known) return [{ start: span.start - before.length, end: span.end, text: before + span.text }]
    const isStranger = before.length >= 2 && !PLAIN_ADJECTIVES.test(before) && !pairsOf(before).some((pair) => said.includes(pair.toLowerCase()))
    return isStranger ? [{ start: span.start - before.length, end: span.end, text: before + span.text }] : []
  })
  return [...found, ...models(looked)].map((span) => finding(span, 'product', 'warning', titleOf(looked, span) ?? {}))
}

/** What care and set-up are done with is no claim about goods: `不要用洗衣机`. */
const isTool = (folded: string, span: Span): boolean => /(?:用|放进?|放入|进|拿)$|(?<![a-z])(?:use|using|into|in) (?:the |a |an |your )?$/i.test(folded.slice(Math.max(0, span.start - 12), span.start))

/** The Chinese signs that stand straight before a noun and belong to its name. */
function nameBefore(folded: string, end: number): string {
  let start = end
  while (start > 0 && end - start < 6 && /\p{Script=Han}/u.test(folded[start - 1] ?? '') && !NAME_END.test(folded[start - 1] ?? '')) start -= 1
  return folded.slice(start, end)
}

const pairsOf = (text: string): string[] => Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2))

/** `Pro`, `X200`: which of several models. */
const MODEL = /(?<![A-Za-z\d#-])(?:Pro|Max|Plus|Mini|Lite|Ultra|Air)(?![A-Za-z])|(?<![A-Za-z\d#¥$€£-])[A-Z]{1,3}-?\d{2,4}[A-Z]{0,2}(?![A-Za-z\d-])/g
function models({ folded, said, claims }: Looked): Span[] {
  return [...folded.matchAll(MODEL)].map((match) => spanOf(match))
    .filter((span) => !holds(said, span.text) && !said.includes(span.text.toLowerCase()) && !claims.some((claim) => claim.start < span.end && span.start < claim.end))
}

/** Colours that no record speaks of. */
export function wrongColours({ folded, said, sources }: Looked): Finding[] {
  const matches = [...folded.matchAll(ZH_COLOUR), ...folded.matchAll(EN_COLOUR)]
  const variants = sources.words.filter((words) => !words.foreign && words.record >= 0 && /colou?r|颜色|variant|规格|sku|option/i.test(words.where))
  return matches.flatMap((match) => {
    const name = (match[1] ?? match[2] ?? '').toLowerCase()
    const row = COLOURS.find((names) => names.some((one) => one === name || (/\p{Script=Han}/u.test(name) && name.endsWith(one)))) ?? [name]
    const span = spanOf(match)
    // As a whole word: `red` is not in `delivered`.
    const isKnown = holds(said, span.text) || row.some((one) => (/\p{Script=Han}/u.test(one) ? hasColour(said, one) : holds(said, one)))
    return isKnown || isAsked(folded, span) ? [] : [finding(span, 'colour', 'warning', colourOf(variants, span))]
  })
}

/** The colour out of a field such as `黑色 / M码`, in the script of the words that are wrong. */
function colourOf(variants: readonly Words[], { text }: Span): { expected?: string; source?: string } {
  const form = /\p{Script=Han}/u.test(text) ? ZH_COLOUR : EN_COLOUR
  for (const { text: variant, where } of variants) {
    const [colour] = variant.match(form) ?? []
    if (colour !== undefined) return { expected: colour, source: where }
  }
  return variants[0] ? { source: variants[0].where } : {}
}

/** A record may say `黑` or `曜石黑`; 黑色 in a text; but no 红包. */
const hasColour = (said: string, sign: string): boolean => said.includes(`${sign}色`) || new RegExp(`${sign}(?:$|[\\s/,;,;|))])`, 'm').test(said)
