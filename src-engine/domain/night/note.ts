import type { DeskLanguage } from '../../../src-shared/domain/text.ts'
import type { SummaryKind, SummaryLine } from '../drafting/dialogue/summary.ts'
import { wallTime } from '../time/wall.ts'
import type { NightTone } from './words.ts'

/** What the morning has to know of one conversation. Times are milliseconds since the epoch. */
export interface NightSummary {
  /** null: nobody waits any more. */
  waitingSince: number | null
  tone: NightTone
  lines: readonly SummaryLine[]
  promises: readonly { words: string; dueAt: number }[]
  /** Automatic replies that went out. */
  answeredAt: readonly number[]
  /** When the customer was told when a person answers; null: was not told. */
  toldAt: number | null
}

interface Words {
  head: Readonly<Record<NightTone, string>>
  done: string
  waits: (time: string) => string
  kinds: Readonly<Record<SummaryKind, string>>
  due: (words: string, time: string) => string
  answered: (times: string) => string
  told: (time: string) => string
  colon: string
}
const WORDS: Readonly<Record<DeskLanguage, Words>> = {
  zh: {
    head: { plain: '夜班交接', upset: '夜班交接 · 顾客很急，请先看', danger: '夜班交接 · 可能有人受伤，请最先看' },
    done: '夜里已经自动答复，供参考', waits: (time) => `${time} 起在等`,
    kinds: { matter: '问什么', order: '订单', given: '已经给了', asked: '我们问了还没答', promised: '我们说过', refused: '我们拒绝过', open: '最后说的' },
    due: (words, time) => `答应的：${words}（${time} 前）`, answered: (times) => `自动答复：${times}`, told: (time) => `${time} 告诉过顾客几点有人`, colon: '：',
  },
  en: {
    head: { plain: 'From the night', upset: 'From the night · upset, please look first', danger: 'From the night · somebody may be hurt, look at once' },
    done: 'Answered automatically in the night; for reading', waits: (time) => `Waiting since ${time}`,
    kinds: { matter: 'About', order: 'Order', given: 'Already given', asked: 'We asked, no answer yet', promised: 'We said', refused: 'We refused', open: 'Last words' },
    due: (words, time) => `Promised: ${words} (by ${time})`, answered: (times) => `Automatic replies: ${times}`, told: (time) => `Told at ${time} when a person answers`, colon: ': ',
  },
}

/** The note for the morning, one fact a line. The same facts give the same note. @param zone IANA zone of the shop */
export function noteWords({ waitingSince, tone, lines, promises, answeredAt, toldAt }: NightSummary, language: DeskLanguage, zone: string): string {
  const words = WORDS[language]
  const time = (at: number): string => {
    const { month, day, hour, minute } = wallTime(at, zone)
    return `${month}/${day} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  }
  return [
    words.head[waitingSince === null ? 'plain' : tone],
    waitingSince === null ? words.done : words.waits(time(waitingSince)),
    ...lines.map(({ kind, words: said }) => `${words.kinds[kind]}${words.colon}${said}`),
    ...promises.map(({ words: said, dueAt }) => words.due(said, time(dueAt))),
    ...(answeredAt.length > 0 ? [words.answered(answeredAt.map(time).join(language === 'zh' ? '、' : ', '))] : []),
    ...(toldAt === null ? [] : [words.told(time(toldAt))]),
  ].join('\n')
}
