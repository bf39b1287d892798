import type { Finding } from '../../../../src-shared/domain/draft.ts'
import { finding, type Span } from '../finding.ts'
import { anyNumber, CN_NUM } from '../numerals.ts'
import type { Sources, Words } from '../sources.ts'
import { GOODS } from '../words/goods.ts'
import { isAsked, spanOf, type Looked } from './looked.ts'

const LETTER = '(?:XX?S|[SML]|X{1,4}L|[2-6]XL)'
const SIZES = new RegExp(`(?<![A-Za-z\\d])(${LETTER})(?=码|号)[码号]|(?<![\\d.])(\\d{2}(?:\\.5)?)\\s?码|(?<![\\d-])(\\d{3}/\\d{2,3}[A-C]?)|(?<!最)(特大|加大|均|大|中|小|特小)[号码](?![楼线店院门])|(?<![a-z])size\\s?(${LETTER}|\\d{1,2}(?:\\.5)?)(?![a-z\\d])|(?<![a-z])(extra[ -]large|x-large|extra[ -]small|large|medium|small)(?= size|[.,;) ]|$)`, 'gi')
/** Words that are a size only beside goods: `a small delay` is none. */
const PLAIN = /^(?:large|medium|small)$/i
const ZH_EN: Readonly<Record<string, string>> = { 特大: 'extra large', 加大: 'extra large', 大: 'large', 中: 'medium', 小: 'small', 特小: 'extra small', 均: 'one size' }

/** Sizes that no record speaks of. */
export function wrongSizes({ folded, said, sources }: Looked): Finding[] {
  const sized = sources.words.filter(({ foreign, where, text }) => !foreign && (/size|尺码|尺寸|variant|规格|option|spec|sku|desc|title|name|名称|passage/i.test(where) || /size|码/i.test(text))).map(({ text }) => text)
  const tokens = new Set(sized.join(' ').toLowerCase().split(/[^a-z\d./-]+/))
  const fields = sources.words.filter((words) => !words.foreign && words.record >= 0 && /size|尺码|尺寸|variant|规格|sku|option/i.test(words.where))
  return [...folded.matchAll(SIZES)].flatMap((match) => {
    const span = spanOf(match)
    const value = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? match[6] ?? '').toLowerCase()
    // In English a plain adjective is a size only behind a comma, as in `black, medium`.
    if (PLAIN.test(value) && !/[,/(]\s?$|in $/.test(folded.slice(0, span.start))) return []
    const english = ZH_EN[value]
    const isKnown = tokens.has(value) || said.includes(span.text.toLowerCase()) || (english !== undefined && said.includes(english)) || (/[a-z]{3}/.test(value) && said.includes(value.replace(' ', '-')))
      || Object.entries(ZH_EN).some(([zh, en]) => en === value.replace('-', ' ') && (said.includes(`${zh}号`) || said.includes(`${zh}码`))) || sources.counts.length > 0 && sources.known.some((source) => source.shown === value && /size|尺码/i.test(source.where))
    return isKnown || isAsked(folded, span) ? [] : [finding(span, 'size', 'warning', sizeOf(fields, span))]
  })
}

/** The size out of a field such as `黑色 / M码`, written as in the reply. */
function sizeOf(fields: readonly Words[], { text }: Span): { expected?: string; source?: string } {
  const isHan = /\p{Script=Han}/u.test(text)
  for (const { text: field, where } of fields) {
    const size = (field.match(SIZES) ?? []).find((one) => /\p{Script=Han}/u.test(one) === isHan)
    if (size !== undefined) return { expected: size, source: where }
  }
  return fields[0] ? { source: fields[0].where } : {}
}

const MEASURE = '件|双|副|台|盒|瓶|套|只|条|袋|支|箱|罐|组|本|把|包(?!裹|邮|装|换|退|您|含)|个(?=包裹|商品|快递|装)|顶|枚|块(?=电池|手表)'
const ZH_COUNT = new RegExp(`(?<![第每\\d.各某几数哪上另半一]|任意)(\\d{1,3}|${CN_NUM})\\s?(?:${MEASURE})(?![事套备])`, 'g')
const EN_GOODS = GOODS.flat().filter((name) => /^[a-z]/.test(name)).join('|')
const EN_COUNT = new RegExp(`(?<![\\d.#-])(\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:[a-z]+ )?(?:items?|pieces?|pairs?|units?|boxes|bottles|jars|packs?|sets?|parcels?|packages?|products|(?:${EN_GOODS})s?)(?![a-z])|(?<![\\d.])(\\d{1,2}) ?[x×](?= ?[A-Za-z])|(?<![A-Za-z\\d])[x×](\\d{1,2})(?![\\d.])`, 'gi')

/** Words that count all lines of an order together. */
const ALL_SORTS = /件|个|items?$|pieces?$|products$|units?$/i

/** All pieces of one order; where it counts none, its lines. */
function totalsByRecord({ counts }: Sources): number[] {
  return [...new Set(counts.map(({ record }) => record))].map((record) => {
    const own = counts.filter((count) => count.record === record)
    const pieces = own.filter(({ isLength }) => !isLength)
    return (pieces.length > 0 ? pieces : own).reduce((sum, { value }) => sum + value, 0)
  })
}

/** How many pieces, where no record and no passage has that number of anything. */
export function wrongQuantities({ folded, said, sources }: Looked): Finding[] {
  const fields = sources.counts.filter(({ isLength }) => !isLength).map(({ value }) => value)
  const lengths = sources.counts.filter(({ isLength, where }) => isLength && (fields.length === 0 || /(?:parcel|package|order|包裹|订单)\w*$/i.test(where))).map(({ value }) => value)
  const known = [...fields, ...lengths]
  const totals = new Set([fields.reduce((sum, value) => sum + value, 0), ...totalsByRecord(sources)])
  return [...folded.matchAll(ZH_COUNT), ...folded.matchAll(EN_COUNT)].flatMap((match) => {
    const span = spanOf(match)
    const value = anyNumber(match[1] ?? match[2] ?? match[3] ?? '')
    // 一件事, 一套说法: one of something is seldom a count, unless it is written as a figure.
    if (value === null || (value === 1 && !/\d|一[瓶双台副盒罐箱袋支只]/.test(span.text) && !/[数共]量?$/.test(folded.slice(0, span.start))) || known.includes(value) || (totals.has(value) && ALL_SORTS.test(span.text)) || said.includes(span.text.toLowerCase())) return []
    const field = sources.counts.find(({ isLength }) => !isLength) ?? sources.counts[0]
    return [finding(span, 'quantity', 'warning', field ? { expected: span.text.replace(match[1] ?? match[2] ?? match[3] ?? '', String(field.value)), source: field.where } : {})]
  })
}
