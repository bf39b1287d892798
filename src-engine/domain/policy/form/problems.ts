import type { FieldProblem } from '../../../../src-shared/contract/policies.ts'
import { beyondCeilings } from '../../../../src-shared/domain/policy-ceilings.ts'
import { checkPolicy } from '../../../../src-shared/domain/policy-check.ts'
import { Policy } from '../../../../src-shared/domain/policy.ts'
import type { LocalText } from '../../../../src-shared/domain/text.ts'
import { issueWords } from './issue-words.ts'

type Beyond = { say: LocalText; law: string }

/** Why nobody may go further, by the last name of the field. `law`: the rule of the house that says so. */
const BEYOND: Readonly<Record<string, Beyond>> = {
  level: { law: 'AI-08', say: { zh: '这类事情要由人来定，自动处理最多只写草稿。', en: 'A person decides this kind of case; here autopilot can draft at most.' } },
  maxEmotionLevel: { law: 'AI-03', say: { zh: '生气的顾客一定由人接待，请选「不满」或更低。', en: 'An angry customer always gets a person; choose "unhappy" or lower.' } },
  identity: { law: 'PI-04', say: { zh: '没核实身份的人，不能替他办事。', en: 'Nothing is done for somebody nobody vouches for.' } },
  caps: { law: 'AI-08', say: { zh: '会付钱的动作，单笔、每位顾客每天、全店每天三个上限都要填金额。', en: 'Where money leaves, all three caps need an amount: per case, per customer a day, per shop a day.' } },
  actions: { law: 'AI-11', say: { zh: '工作台不会做这个动作。', en: 'The desk has no such action.' } },
  records: { law: 'AI-11', say: { zh: '这一项只用于命令行试算，不能存进店铺策略。', en: 'This is only for trying a policy on the command line; a shop cannot keep it.' } },
}
const UNKNOWN: Beyond = { law: 'AI-11', say: { zh: '没有这个话题或动作。', en: 'There is no such topic or action.' } }

const beyond = (field: string): Beyond => BEYOND[field.split('.').at(-1) ?? ''] ?? UNKNOWN

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[key] : undefined), raw)
}

/** Rules are told by their ids, not by how many stand before them. */
function named(raw: unknown, field: string): string {
  const [part, n = '', ...rest] = field.split('.')
  const id = part === 'rules' ? valueAt(raw, ['rules', n, 'id']) : undefined
  return typeof id === 'string' && id !== '' ? ['rules', id, ...rest].join('.') : field
}

/** A draft as the engine reads it: the policy where it can be one, and everything that keeps it from being saved. */
export function readDraft(raw: unknown): { policy: Policy | null; problems: FieldProblem[] } {
  const parsed = Policy.safeParse(raw)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => {
      const field = issue.path.map(String).join('.')
      return { field: named(raw, field), say: issueWords(issue, field, valueAt(raw, issue.path)), law: null }
    })
    return { policy: null, problems }
  }
  const checked = checkPolicy(raw)
  const unknown = 'problems' in checked ? checked.problems : []
  return {
    policy: parsed.data,
    problems: [
      ...unknown.map(({ field, problem }) => ({ field: named(raw, field), say: issueWords({ code: 'custom', path: [], message: problem }, field, raw), law: null })),
      ...beyondCeilings(parsed.data).map(({ field }) => ({ field, ...beyond(field) })),
    ],
  }
}

/** The rule that keeps rows from being set further than they may. */
export const lawOf = (field: string): string => beyond(field).law
