import type { Finding } from '../../../../src-shared/domain/draft.ts'
import { finding } from '../finding.ts'
import type { Words } from '../sources.ts'
import { NAME_KEY, THING_KEY } from '../source-keys.ts'
import { SURNAME } from '../words/surnames.ts'
import { spanOf, type Looked } from './looked.ts'

const HONORIFIC = new RegExp(`(?<![\\p{Script=Han}])(?:尊敬的|亲爱的)?(${SURNAME})[\\p{Script=Han}]{0,2}?(先生|女士|小姐|太太|老师)|(?:尊敬的|亲爱的)(${SURNAME})(?:先生|女士|小姐|太太|老师)`, 'gu')
const FULL_NAME = new RegExp(`(?:^|[。!?,,\\n]|尊敬的|亲爱的|收件人(?:是|为|:)?\\s?|签收人(?:是|为|:)?\\s?)(?!${SURNAME}\\p{Script=Han}{0,2}(?:先生|女士|小姐|太太|老师))(${SURNAME}[\\p{Script=Han}]{1,2})(?=您好|你好|,[您你])`, 'gu')
const GREETED = /(?:^|[.!?\n]\s*)(?:Hi|Hello|Dear|Hey|Good (?:morning|afternoon|evening)),? (?:(?:Mr|Ms|Mrs|Miss|Dr)\.? )?([A-Z][a-z'-]+(?: [A-Z][a-z'-]+)?)(?=[,!.:;\s]|$)/g
/** Behind a few words: `Quick update, Anna:`. */
const CALLED = /(?:^|[.!?\n]\s*)[A-Z][a-z]+(?: [a-z]+){0,2}, ([A-Z][a-z]{2,})(?=[,:!.])/g
/** Greetings that name nobody. */
const NOBODY = /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|However|But|And|So|Please|Yes|No|There|Sir|Madam|Customer|Friend|Team|All|Valued|Buyer|Everyone|Again|Thanks|Thank|I|We|Your|The|Dear)\b/

/** A person's name by its field: `name`, `customer`, `name.first_name`; neither a record's type nor what is named otherwise. */
function isName({ where, key, text }: Words): boolean {
  const [parent = ''] = where.split('.').slice(-2)
  return text.length <= 40 && /\p{L}/u.test(text) && !/^(?:type|id|status|level|tier)$|_id$|Id$/.test(key) && !THING_KEY.test(where) && (NAME_KEY.test(key) || /name$/i.test(parent))
}

/** A greeting by a name that is not the customer's. */
export function wrongNames({ folded, sources }: Looked): Finding[] {
  const names = sources.words.filter((words) => !words.foreign && words.record >= 0 && isName(words))
  const more = names[0] ? { expected: names[0].text, source: names[0].where } : {}
  const begins = (surname: string): boolean => names.some(({ text }) => text.startsWith(surname))
  const greeted = [...folded.matchAll(HONORIFIC)].filter((match) => !begins(match[1] ?? match[3] ?? '')).map((match) => finding(spanOf(match), 'name', 'warning', named(more, spanOf(match).text)))
  const full = [...folded.matchAll(FULL_NAME)].filter((match) => !names.some(({ text }) => text.includes(match[1] ?? ''))).map((match) => finding(spanOf(match, 1), 'name', 'warning', more))
  const english = [...folded.matchAll(GREETED), ...(names.length > 0 ? folded.matchAll(CALLED) : [])].filter((match) => {
    const said = (match[1] ?? '').toLowerCase()
    return !NOBODY.test(match[1] ?? '') && !names.some(({ text }) => said.split(' ').every((part) => text.toLowerCase().split(/[\s_.-]+/).includes(part)))
  }).map((match) => finding(spanOf(match, 1), 'name', 'warning', more))
  // A full name needs a record to be held against: 高兴 and 安全 begin like names.
  return [...greeted, ...(names.length > 0 ? full : []), ...english]
}

/** 王女士 becomes 李女士: the form of address is kept. */
function named(more: { expected?: string; source?: string }, greeted: string): { expected?: string; source?: string } {
  if (more.expected === undefined || !/^\p{Script=Han}/u.test(more.expected)) return more
  return { ...more, expected: greeted.replace(new RegExp(`${SURNAME}(?=\\p{Script=Han}{0,2}(?:先生|女士|小姐|太太|老师))`, 'u'), more.expected.slice(0, 1)) }
}
