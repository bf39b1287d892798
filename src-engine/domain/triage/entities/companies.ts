import { before, each, STRENGTH } from './reading.ts'
import type { Add, Reading } from './reading.ts'

const FORM = '有限责任公司|股份有限公司|集团有限公司|有限公司|分公司|事务所|工作室|商行|经营部|合作社|研究院|研究所|委员会|公司|大学|学院|中学|小学|幼儿园|医院|集团'
const NAMED = new RegExp(`(?:发票抬头|抬头|开票名称|单位名称|公司名称?|名称|开给|开成|开到)(?:[:, ]|是|为|开|写|改成|改为|换成){0,4}(?<n>(?!.{0,2}(?:错|不|没|怎么|什么|哪|改|要))[\\p{Script=Han}a-z0-9()·&]{2,30}?(?:${FORM}))(?!司|名|的?(?:名|号|地址))`, 'gu')
const COMPANY = /(?<![\p{Script=Han}a-z0-9])[\p{Script=Han}()a-z0-9]{3,28}?(?:有限责任公司|股份有限公司|有限公司)/gu
const PERSONAL = /(?:抬头(?:[:, ]|是|写|开|就|用){0,3}(?<a>个人)|(?<b>个人)(?:的)?抬头|(?:开|写)(?<c>个人)(?:的|抬头|发票|就行))/gu
const ENGLISH = /(?<![a-z])(?:company(?: name)?|invoice title|bill(?:ed)? to|invoice(?:d)? to|made out to)(?: is|:)? (?<n>[a-z0-9&.' -]{2,40}? (?:ltd|limited|inc|llc|gmbh|corp|corporation|co|plc|pty ltd)(?![a-z])\.?)/gu
/** A verb that ran into the company's name. */
const VERB = /^(?:我们?(?:公司)?(?:是|叫)?|抬头|单位|名称|开|给|是|叫|麻烦|发票|请|帮我)+/u

/** Invoice titles: a company called one or written out with its legal form, or "personal" (个人). */
export function findInvoiceTitles({ text, raw, hasHan, hasLatin }: Reading, add: Add): void {
  const put = (from: number, to: number, value: string, strength: 1 | 4): void => add({ type: 'invoice_title', from, to, value, strength })
  if (hasHan && /抬头|公司|个人|名称|开[给成到]/u.test(text)) {
    each(NAMED, text, (match) => {
      const name = match.groups?.['n'] ?? ''
      const from = match.index + match[0].length - name.length
      if (name.length >= 4 && !/^(?:你们|我们|贵|这家)/u.test(name)) put(from, from + name.length, raw(from, from + name.length).trim(), STRENGTH.named)
    })
    each(COMPANY, text, (match) => {
      const lead = VERB.exec(match[0])?.[0].length ?? 0
      const from = match.index + lead
      const to = match.index + match[0].length
      if (to - from >= 6 && !/(?:供应商|厂家|生产商|快递)(?:是|叫|[: ])*$/u.test(before(text, from, 8))) put(from, to, raw(from, to), STRENGTH.shape)
    })
    each(PERSONAL, text, (match) => {
      const at = match.index + match[0].lastIndexOf('个人')
      put(at, at + 2, 'personal', STRENGTH.named)
    })
  }
  if (hasLatin) {
    each(ENGLISH, text, (match) => {
      const name = match.groups?.['n'] ?? ''
      const from = match.index + match[0].length - name.length
      put(from, from + name.length, raw(from, from + name.length), STRENGTH.named)
    })
  }
}
