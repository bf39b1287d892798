import type { Lexicon } from './lexicon.ts'
import { readNeed } from './need.ts'
import { normalize } from './normalize.ts'
import { numberOf } from './numeral.ts'

/** What an earlier line of the customer says for those after it. */
export interface TheirTurn {
  /** Letters and digits alone, for comparing. */
  readonly letters: string
  readonly pairs: ReadonlySet<string>
  /** Need of the line by its own words, 0..1, and what it leaves of what was before (see `need.ts`). */
  readonly need: number
  readonly rest: number
}
/** What a line of our side says for the customer's next one. */
export interface OurTurn {
  readonly letters: string
  /** Words that ask for patience or pity and nothing else. */
  readonly stock: boolean
  /** Something is refused, or cannot be done. */
  readonly refuses: boolean
  /** Milliseconds within which it promises something; null when it does not. */
  readonly promiseMs: number | null
}
export interface TurnReader { their(text: string): TheirTurn; ours(text: string): OurTurn }

const LONGEST_TURN = 300
/** A stock phrase in a longer answer is politeness around it. In UTF-16 units. */
const STOCK_LONGEST = { zh: 34, other: 90 }
/** Lines whose reading is kept: more than a desk's open conversations together. */
const KEPT = 4000
const HOUR_MS = 3_600_000

const STOCK = /(?:耐心)?等待|稍等|等一下|再等等|(?:您|多多?)(?:的)?(?:理解|谅解|体谅)|不便|(?:核实|核查|查看|处理|跟进|催|验收|审核|联系)(?:中|着)|尽快|高峰|单量(?:较|比较)?大|反馈(?:给|技术|上去)|不好意思哦?|\b(?:patien(?:t|ce)|please (?:wait|hold|allow|bear)|apologi[sz]e|inconvenience|looking into|look into|as soon as possible|high volume|there may be delays|refer to|contact the (?:carrier|courier|seller|manufacturer)|still (?:checking|looking)|will get back to you|sorry to hear)\b/u
const CONTENT = /\d{3,}|单号|链接|已经?(?:为您|给您|帮您)?(?:退|补|换|改|申请|安排|登记|通过|加急)|\b(?:refunded|replaced|sent|booked|approved|escalat\w+)\b/u
const REFUSAL = /无法|没办法|不能(?!.{0,6}[?吗])|不支持|不可以(?![?吗])|(?:改|退|换|查|补|取消|处理|操作|修改)不了|不符合|不在.{0,6}范围|没有查到|\b(?:unable|cannot|can't|couldn't|unfortunately|i'm afraid|not (?:possible|eligible|allowed|available|able)|no exceptions|don't have any|did(?:n't| not) find|policy)\b/u
const WITHIN = /(\d{1,3}|[一二两三四五六七八九十]{1,3}|半)?(?:\s?[-~到至]\s?(\d{1,3}|[一二两三四五六七八九十]{1,3}))?\s?(个?工作日|个?小时|分钟|天|日)(?:之?内|以内|左右|就|会|后|回复|到账|处理)|(?:within|in|takes?|allow)\s(?:about |up to )?(\w+)(?:\s?(?:-|to|or)\s?(\w+))?\s(?:more )?(?:working |business )?(hour|day|minute|week)s?/u
const DAY_WORD = /今天|今晚|\b(?:today|tonight)\b/u
const NEXT_DAY_WORD = /明天|明日|\b(?:tomorrow)\b/u
const UNIT_MS: ReadonlyArray<readonly [RegExp, number]> = [[/小时|hour/u, HOUR_MS], [/分钟|minute/u, HOUR_MS / 60], [/week/u, 7 * 24 * HOUR_MS], [/工作日|天|日|day/u, 24 * HOUR_MS]]

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

function pairsOf(text: string): Set<string> {
  const set = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++) set.add(text.slice(i, i + 2))
  return set
}

/** Time that a line of ours names for something to happen; of a range the later end. */
export function promised(text: string): number | null {
  const match = WITHIN.exec(text)
  if (match !== null) {
    const amount = match[2] ?? match[1] ?? match[5] ?? match[4] ?? ''
    const unit = UNIT_MS.find(([name]) => name.test(match[3] ?? match[6] ?? ''))?.[1]
    const value = numberOf(amount)
    if (unit !== undefined && value !== null) return value * unit
  }
  if (NEXT_DAY_WORD.test(text)) return 48 * HOUR_MS
  return DAY_WORD.test(text) ? 24 * HOUR_MS : null
}

/** The latest readings by text, so that a line is read once and not again with each message after it. */
function kept<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (line) => {
    const text = line.slice(0, LONGEST_TURN)
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= KEPT) known.clear()
    const value = read(text)
    known.set(text, value)
    return value
  }
}

/** Reads earlier lines of a conversation by their own words. Same line, same reading. */
export function createTurnReader(lexicon: Lexicon): TurnReader {
  const folded = (text: string): string => normalize(text, lexicon.simplified).text
  return {
    their: kept((raw) => {
      const text = folded(raw)
      const { strength, rest } = readNeed(text, [])
      const letters = lettersOf(text)
      return { letters, pairs: pairsOf(letters), need: strength, rest }
    }),
    ours: kept((raw) => {
      const text = folded(raw)
      const short = text.length <= (/\p{Script=Han}/u.test(text) ? STOCK_LONGEST.zh : STOCK_LONGEST.other)
      return { letters: lettersOf(text), stock: short && STOCK.test(text) && !CONTENT.test(text), refuses: REFUSAL.test(text), promiseMs: promised(text) }
    }),
  }
}
