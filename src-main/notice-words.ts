import type { DeskLanguage } from '../src-shared/domain/text.ts'
import { plainName } from '../src-shared/domain/plain-name.ts'
import type { Waiting } from '../src-shared/contract/shell.ts'
import type { RouteReason } from '../src-shared/domain/routing.ts'
import { isHandOver, isWork, type Notice } from './notices.ts'

/** Longest name told, in characters. */
const NAME_MAX = 24

/** A customer's name where the system draws it: whoever writes a novel for a name gets one line. */
export function shortName(name: string): string {
  const letters = [...plainName(name)]
  return letters.length > NAME_MAX ? `${letters.slice(0, NAME_MAX - 1).join('')}…` : letters.join('')
}

const WORDS = {
  zh: {
    one: { angry: (name: string) => `${name} 在生气`, risk: (name: string) => `${name} 那里有风险`, waits: (name: string) => `${name} 在等您`, promise: (name: string) => `答应 ${name} 的事快到时间了`, ticket: (name: string) => `${name} 的工单快到时间了`, review: (name: string) => `发给 ${name} 的内容等您审核`, offer: (name: string) => `${name} 分给您了，请接起`, transfer: (name: string, by: string) => `${by} 把 ${name} 转给您`, shift: (_name: string, by: string) => `${by} 交班给您，请接收`, 'taken-over': (name: string, by: string) => `${by} 接手了 ${name}` },
    many: (count: number, angry: number) => `${count} 位客户在等您${angry > 0 ? `，${angry} 位在生气` : ''}`,
    promises: (count: number) => `${count} 位客户的事快到时间了`,
    work: (count: number) => `${count} 件事等您处理`,
    first: (name: string) => `最急的是 ${name}`,
    open: '点这里打开',
    others: (count: number) => `另有 ${count} 位客户在等您`,
    between: '；',
  },
  en: {
    one: { angry: (name: string) => `${name} is angry`, risk: (name: string) => `${name}: a risk to look at`, waits: (name: string) => `${name} is waiting for you`, promise: (name: string) => `A promise to ${name} is due`, ticket: (name: string) => `A ticket about ${name} is due`, review: (name: string) => `Something for ${name} waits for your review`, offer: (name: string) => `${name} is offered to you`, transfer: (name: string, by: string) => `${by} hands ${name} on to you`, shift: (_name: string, by: string) => `${by} hands a shift over to you`, 'taken-over': (name: string, by: string) => `${by} took ${name} over` },
    many: (count: number, angry: number) => `${count} customers are waiting for you${angry > 0 ? `, ${angry} ${angry === 1 ? 'is' : 'are'} angry` : ''}`,
    promises: (count: number) => `Promises to ${count} customers are due`,
    work: (count: number) => `${count} things wait for you`,
    first: (name: string) => `Most urgent: ${name}`,
    open: 'Click to open',
    others: (count: number) => `${count} more ${count === 1 ? 'customer is' : 'customers are'} waiting for you`,
    between: '; ',
  },
} as const

const REASONS: Record<DeskLanguage, Partial<Record<RouteReason['code'], string>>> = {
  zh: { 'previous-agent': '您之前接待过这位客户', skill: '您擅长这类问题', language: '您会说客户的语言', 'least-load': '您手上最空', 'only-one': '只有您有空', senior: '客户很生气，需要主管', team: '转给了您的小组', urgent: '快到应答时限', valued: '重要客户', given: '同事转给您', returned: '退回给您' },
  en: { 'previous-agent': 'you answered them before', skill: 'you know the subject', language: 'you speak their language', 'least-load': 'you have most room', 'only-one': 'nobody else has room', senior: 'very angry, needs a supervisor', team: 'handed to your team', urgent: 'the answer is due soon', valued: 'a valued customer', given: 'a colleague gives them to you', returned: 'they come back to you' },
}

/** A hand-over is told by itself, with its reason; whoever else waits is counted beside it. */
function handOverText(first: Waiting, others: number, language: DeskLanguage): { title: string; body: string } {
  const words = WORDS[language]
  const reason = first.handOver?.reason === undefined || first.handOver.reason === null ? undefined : REASONS[language][first.handOver.reason]
  const parts = [...(reason === undefined ? [] : [reason]), others > 0 ? words.others(others) : words.open]
  return { title: words.one[first.why](shortName(first.name), shortName(first.handOver?.by ?? '')), body: parts.join(words.between) }
}

/** What the notification says: how many, how they feel, and one name. Never what they wrote: it may lie on a shared screen. */
export function noticeText({ count, angry, first }: Notice, language: DeskLanguage): { title: string; body: string } {
  if (isHandOver(first)) return handOverText(first, count - 1, language)
  const words = WORDS[language]
  const name = shortName(first.name)
  if (count <= 1) return { title: words.one[first.why](name, ''), body: words.open }
  // Nobody is more urgent than the first: what was promised is all there is.
  const title = first.why === 'promise' ? words.promises(count) : isWork(first) ? words.work(count) : words.many(count, angry)
  return { title, body: words.first(name) }
}
