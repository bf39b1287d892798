import type { Finding } from '../../../../src-shared/domain/draft.ts'
import { finding, type Span } from '../finding.ts'
import type { Sources } from '../sources.ts'
import { spanOf, type Looked } from './looked.ts'

/** Places in Chinese and English addresses; a chain of them is an address. */
const ZH_PART = /[\p{Script=Han}]{2,8}?(?:省|自治区|市(?!场|面|区)|区(?!域|别|分)|县|镇(?!痛|静)|乡|街道|大道|大街|路(?!上|径|由|线|过|途|况)|巷|弄(?!错|清|坏|丢)|小区|花园|大厦)|\d+(?:号楼|栋|幢|单元|室|弄)|\d+号(?![前后之发到送出码线店仓机铺电池口馆门]|\d*:)/gu
const ZH_FRAME = /地址|寄[到往至]|送[到往至]|送达|收货|发[到往至]|签收地|区域|配送|寄回|[路街道巷弄]\d+号|\p{Script=Han}{2,4}[省市]\p{Script=Han}{2,4}[市区县]/u
const EN_STREET = /(?<![A-Za-z\d])\d{1,5} (?:[A-Z][a-z]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Ct|Place|Square)(?![a-z])/g
const EN_PLACE = /(?:(?<![a-z])(?:(?:deliver(?:ed|s)?|ship(?:ped|s)?|sent|going|addressed|address is|on its way)(?: it| the parcel| your parcel)? ?(?:to|in)?|on [A-Z\d][\w\s]{2,12} in|is in|to|in) |(?:Street|Road|Avenue|Lane|Drive|Boulevard|Way|Court|Place|Square), )([A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?)(?![a-z])(?! (?:Street|Road|Avenue|Lane|Drive|Express|Mail|Post|number))/g
const POST_CODE = /(?:邮编|(?<![a-z])(?:zip(?: code)?|post ?code|postal code))\D{0,8}(\d{4,6})(?!\d)/gi
const NO_PLACE = /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|English|Chinese|China|Members?|Mr|Ms|Mrs|Dr|Royal|Our|Your|Please|Could|Black|White|Customer|Support|The|This)\b/

/** Parts of an address that stand in no record and no passage. */
export function wrongAddresses({ folded, said, sources, claims }: Looked): Finding[] {
  const known = addressTexts(sources)
  const chinese = [...folded.matchAll(/[^。!?\n]+/g)].filter((sentence) => ZH_FRAME.test(sentence[0])).flatMap((sentence) => [...sentence[0].matchAll(ZH_PART)].map((match) => ({ ...spanOf(match), start: sentence.index + match.index, end: sentence.index + match.index + match[0].length })))
    .map((span) => trimmed(span)).filter((span) => span.text.length >= 2 && !knownPart(said, known, span.text) && !claims.some((claim) => claim.start < span.end && span.start < claim.end))
  const streets = [...folded.matchAll(EN_STREET)].map((match) => spanOf(match)).filter((span) => !sameStreet(said, known, span.text))
  const places = [...folded.matchAll(EN_PLACE)].map((match) => spanOf(match, 1)).filter((span) => !NO_PLACE.test(span.text) && !said.includes(span.text.toLowerCase()))
  const codes = [...folded.matchAll(POST_CODE)].map((match) => spanOf(match, 1)).filter((span) => !hasNumber(said, span.text))
  return [...chinese, ...streets, ...houses(folded, known), ...places, ...codes].map((span) => finding(span, 'address', 'warning', meant(span, sources)))
}

/** The field of an address that has a part of this sort, else the first. */
function meant(span: Span, sources: Sources): { expected?: string; source?: string } {
  const fields = sources.words.filter(({ foreign, record, where, key }) => !foreign && record >= 0 && /addr|ship_?to|region|city|地址/i.test(where) && !/name|phone|tel|mobile/i.test(key))
  const sort = /[a-z]+$/i.exec(span.text)?.[0] ?? span.text.slice(-1)
  const field = fields.find(({ text }) => text.includes(sort)) ?? fields[0]
  if (field === undefined) return {}
  // Of a whole address the part alone goes in.
  const part = /\p{Script=Han}/u.test(sort) ? new RegExp(`\\d+${sort}|[^省市区县路街\\s\\d]{2,4}?${sort}`, 'u').exec(field.text)?.[0] : undefined
  return { expected: part ?? field.text, source: field.where }
}

/** Without the words that lead up to the place: 送到杭州市 is 杭州市. */
function trimmed(span: Span): Span {
  const lead = /^.*?(?:寄[到往至]|送[到往至]|发[到往至]|地址[是为填的]*|[到在往至是填的您为])(?=[\p{Script=Han}\d]{2,})/u.exec(span.text)?.[0].length ?? 0
  return { start: span.start + lead, end: span.end, text: span.text.slice(lead) }
}

/** 西湖区 is known where 杭州市西湖区 is; a longer run may begin with words that are no place. */
function knownPart(said: string, known: string, part: string): boolean {
  if (/^\d/.test(part)) return hasNumber(known, part.replace(/号$/, ''))
  return /小区|花园|大厦|街道|地区|片区/.test(part) && part.length <= 2 ? true : said.includes(part) || (part.length > 3 && said.includes(part.slice(-3)))
}

function sameStreet(said: string, known: string, street: string): boolean {
  const [number = '', ...name] = street.toLowerCase().split(' ')
  return said.includes(name.join(' ')) && hasNumber(known, number)
}

/** `736 Broadway` where the records have `763 Broadway`: a street by its bare name. */
const houses = (folded: string, known: string): Span[] => [...folded.matchAll(/(?<![\d.,#$€£¥])(\d{1,5}) ([A-Z][a-z]{3,})(?![a-z])/g)].map((match) => ({ ...spanOf(match), number: match[1] ?? '', street: match[2] ?? '' }))
  .filter(({ number, street }) => new RegExp(`\\d ${street}`, 'i').test(known) && !new RegExp(`(?<!\\d)${number} ${street}`, 'i').test(known))

const hasNumber = (known: string, number: string): boolean => new RegExp(`(?<!\\d)${number}${/\d$/.test(number) ? '(?!\\d)' : ''}`).test(known)

/** Texts that hold addresses: a house number counts in these alone. */
const addressTexts = (sources: Sources): string => sources.words
  .filter(({ foreign, where, text }) => !foreign && (/addr|ship_?to|收货|地址|warehouse|return|street|passage/i.test(where) || /[路街巷弄号]|street|road|lane|avenue|drive/i.test(text))).map(({ text }) => text).join('\n')
