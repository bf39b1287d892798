import type { DeskLanguage } from '../src-shared/domain/text.ts'
import { plainName } from '../src-shared/domain/plain-name.ts'
import { isWork, type Notice } from './notices.ts'

/** Longest name told, in characters. */
const NAME_MAX = 24

/** A customer's name where the system draws it: whoever writes a novel for a name gets one line. */
export function shortName(name: string): string {
  const letters = [...plainName(name)]
  return letters.length > NAME_MAX ? `${letters.slice(0, NAME_MAX - 1).join('')}…` : letters.join('')
}

const WORDS = {
  zh: {
    one: { angry: (name: string) => `${name} 在生气`, risk: (name: string) => `${name} 那里有风险`, waits: (name: string) => `${name} 在等您`, promise: (name: string) => `答应 ${name} 的事快到时间了`, ticket: (name: string) => `${name} 的工单快到时间了`, review: (name: string) => `发给 ${name} 的内容等您审核`, offer: (name: string) => `${name} 分给您了，请接起` },
    many: (count: number, angry: number) => `${count} 位客户在等您${angry > 0 ? `，${angry} 位在生气` : ''}`,
    promises: (count: number) => `${count} 位客户的事快到时间了`,
    work: (count: number) => `${count} 件事等您处理`,
    first: (name: string) => `最急的是 ${name}`,
    open: '点这里打开',
  },
  en: {
    one: { angry: (name: string) => `${name} is angry`, risk: (name: string) => `${name}: a risk to look at`, waits: (name: string) => `${name} is waiting for you`, promise: (name: string) => `A promise to ${name} is due`, ticket: (name: string) => `A ticket about ${name} is due`, review: (name: string) => `Something for ${name} waits for your review`, offer: (name: string) => `${name} is offered to you` },
    many: (count: number, angry: number) => `${count} customers are waiting for you${angry > 0 ? `, ${angry} ${angry === 1 ? 'is' : 'are'} angry` : ''}`,
    promises: (count: number) => `Promises to ${count} customers are due`,
    work: (count: number) => `${count} things wait for you`,
    first: (name: string) => `Most urgent: ${name}`,
    open: 'Click to open',
  },
} as const

/** What the notification says: how many, how they feel, and one name. Never what they wrote: it may lie on a shared screen. */
export function noticeText({ count, angry, first }: Notice, language: DeskLanguage): { title: string; body: string } {
  const words = WORDS[language]
  const name = shortName(first.name)
  if (count <= 1) return { title: words.one[first.why](name), body: words.open }
  // Nobody is more urgent than the first: what was promised is all there is.
  const title = first.why === 'promise' ? words.promises(count) : isWork(first) ? words.work(count) : words.many(count, angry)
  return { title, body: words.first(name) }
}
