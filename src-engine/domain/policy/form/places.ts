import type { Policy } from '../../../../src-shared/domain/policy.ts'
import type { LocalText } from '../../../../src-shared/domain/text.ts'
import { plain, topicName } from '../names.ts'
import { policySentences } from '../sentences.ts'

/** A part of a policy that is read, compared and changed as one: what it holds, what it is called, and what it says. */
export interface PolicyPlace { readonly value: unknown; readonly title: LocalText; readonly say: readonly LocalText[] }

/** What the policy holds at the place of a row or a rule. */
function valueAt(policy: Policy, at: string): unknown {
  const [part, name] = [at.slice(0, at.indexOf('.')), at.slice(at.indexOf('.') + 1)]
  if (part === 'intents') return policy.intents[name]
  return part === 'actions' ? policy.actions?.[name] : policy.rules?.find(({ id }) => id === name)
}

const ALWAYS: LocalText = { zh: '总是转给人。', en: 'Always goes to a person.' }

function othersOf({ alwaysPerson, zone, guard }: Policy): [string, PolicyPlace][] {
  const { topics, marks, acts } = alwaysPerson
  const always = (part: string, codes: readonly string[], name: (code: string) => LocalText): [string, PolicyPlace][] =>
    codes.map((code) => [`alwaysPerson.${part}.${code}`, { value: true, title: name(code), say: [ALWAYS] }])
  return [
    ...always('topics', topics, topicName), ...always('marks', marks, plain), ...always('acts', acts, plain),
    ...(zone === undefined ? [] : [['zone', { value: zone, title: { zh: '店铺时区', en: 'Time zone of the shop' }, say: [plain(zone)] }] satisfies [string, PolicyPlace]]),
    ...(guard === undefined ? [] : [['guard', { value: guard, title: { zh: '回复检查', en: 'What replies are held to' }, say: Object.entries(guard).map(([name, value]) => plain(`${name}: ${JSON.stringify(value)}`)) }] satisfies [string, PolicyPlace]]),
  ]
}

/** Every place of a policy by its name, in the order of the policy; of none: none. */
export function placesOf(policy: Policy | null): ReadonlyMap<string, PolicyPlace> {
  if (policy === null) return new Map()
  const rows = policySentences(policy).map(({ field, title, sentences }): [string, PolicyPlace] => [field, { value: valueAt(policy, field), title, say: sentences }])
  return new Map([...rows, ...othersOf(policy)])
}

/** The place that a field lies in: of `intents.damaged.caps` it is `intents.damaged`. '' for a field of no single place. */
export function placeOf(field: string): string {
  const [part = '', name] = field.split('.')
  return ['intents', 'actions', 'rules'].includes(part) && name !== undefined ? `${part}.${name}` : ''
}
