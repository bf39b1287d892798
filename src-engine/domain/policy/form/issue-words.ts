import type { z } from 'zod'
import type { LocalText } from '../../../../src-shared/domain/text.ts'

/** What the schema says in its own words, for people of both languages. */
const OWN: Readonly<Record<string, LocalText>> = {
  'a time of day such as 09:30': { zh: '请写成 09:30 这样的时间。', en: 'Write a time such as 09:30.' },
  'must differ from the start': { zh: '结束时间要和开始时间不同。', en: 'The end must differ from the start.' },
  'not a time zone such as Asia/Shanghai': { zh: '没有这个时区，请写成 Asia/Shanghai 这样。', en: 'There is no such time zone; write one such as Asia/Shanghai.' },
  'small letters, digits and hyphens': { zh: '只能用小写字母、数字和短横线。', en: 'Use small letters, digits and hyphens.' },
  'no such field': { zh: '没有这个栏目，请检查写法。', en: 'There is no such field; check its spelling.' },
}

/** Shares of one are shown in percent. */
const PERCENT = /(?:confidenceFloor|maxRisk)$/u
const shown = (field: string, limit: number): number => (PERCENT.test(field) ? limit * 100 : limit)

const plain = (zh: string, en: string): LocalText => ({ zh, en })

function missingOrWrong(issue: z.core.$ZodIssueInvalidType, value: unknown): LocalText {
  if (value === undefined) return plain('这里要填。', 'This is needed.')
  if (issue.expected === 'int') return plain('请填整数。', 'Enter a whole number.')
  if (issue.expected === 'number') return plain('请填数字。', 'Enter a number.')
  return plain('这里的内容不对。', 'This is not the kind of value that belongs here.')
}

/**
 * One sentence for one thing that the schema finds wrong.
 * @param value what stands there; undefined: nothing
 */
export function issueWords(issue: z.core.$ZodIssue, field: string, value: unknown): LocalText {
  const own = OWN[issue.message]
  if (own) return own
  switch (issue.code) {
    case 'invalid_type': return missingOrWrong(issue, value)
    case 'too_small': {
      if (issue.origin === 'array') return plain('至少选一项。', 'Choose at least one.')
      if (issue.origin === 'string') return plain('这里要填。', 'This is needed.')
      const least = shown(field, Number(issue.minimum))
      return plain(`不能小于 ${least}。`, `Must be at least ${least}.`)
    }
    case 'too_big': {
      const most = shown(field, Number(issue.maximum))
      return issue.origin === 'number' || issue.origin === 'int' ? plain(`不能大于 ${most}。`, `Must be at most ${most}.`) : plain(`太长了，最多 ${most}。`, `Too long; at most ${most}.`)
    }
    case 'invalid_value': return plain('没有这个选项。', 'There is no such choice.')
    case 'unrecognized_keys': return plain(`不认识：${issue.keys.join('、')}`, `Not known here: ${issue.keys.join(', ')}`)
    case 'invalid_union': return plain('这个条件读不懂，请检查里面的数字。', 'This condition cannot be read; check its numbers.')
    default: return plain(`这里不对：${issue.message}`, `Not right here: ${issue.message}.`)
  }
}
