import type { PolicyChange, PolicyChoices, PolicyDraft, PolicySentence } from '../../../../src-shared/contract/policies.ts'
import type { LocalText } from '../../../../src-shared/domain/text.ts'
import { TOPIC_GROUPS } from './groups.ts'
import { valueAt } from './path.ts'

export interface ListedRow {
  place: string
  /** null: it is named by the screen (`alwaysPerson`), or not readable yet. */
  title: LocalText | null
  say: readonly LocalText[] | null
  level: string | null
  isChanged: boolean
  /** It is in the saved version and no more in this one. */
  isGone: boolean
  hasProblem: boolean
}
export interface RowGroup { group: string; rows: ListedRow[] }

interface Parts { draft: PolicyDraft; choices: PolicyChoices; sentences: readonly PolicySentence[]; changes: readonly PolicyChange[]; problems: readonly { field: string }[] }

/** The part of the policy that a change is listed under: what always goes to a person is one. */
export const placeOfChange = (at: string): string => (at.startsWith('alwaysPerson.') ? 'alwaysPerson' : at)

/** The rows of the list by group: what always goes to a person, the general rules, topics as the screen groups them, actions. */
export function rowGroups({ draft, choices, sentences, changes, problems }: Parts): RowGroup[] {
  const said = new Map(sentences.map((one) => [one.at, one]))
  const changed = new Map(changes.map((one) => [placeOfChange(one.at), one]))
  const rules = Array.isArray(draft['rules']) ? draft['rules'].map((rule: { id: string }) => `rules.${rule.id}`) : []
  const here = new Set([...Object.keys(Object(draft['intents'])).map((name) => `intents.${name}`), ...Object.keys(Object(draft['actions'])).map((name) => `actions.${name}`), ...rules])
  const groupOfTopic = new Map(choices.topics.map(({ code, group }) => [`intents.${code}`, group]))
  const row = (place: string): ListedRow => {
    const level = valueAt(draft, [...place.split('.'), 'level'])
    const change = changed.get(place)
    return {
      place, title: said.get(place)?.title ?? change?.title ?? null, say: said.get(place)?.say ?? change?.before ?? null, level: typeof level === 'string' ? level : null,
      isChanged: change !== undefined, isGone: place !== 'alwaysPerson' && !here.has(place), hasProblem: problems.some(({ field }) => field === place || field.startsWith(`${place}.`)),
    }
  }
  const places = [...new Set([...here, ...[...changed.keys()].filter((at) => /^(?:intents|actions|rules)\./u.test(at))])]
  const group = (name: string, of: (place: string) => boolean): RowGroup => ({ group: name, rows: places.filter(of).map(row) })
  return [
    { group: 'always', rows: [row('alwaysPerson')] },
    group('rules', (place) => place.startsWith('rules.')),
    ...TOPIC_GROUPS.map((name) => group(name, (place) => place.startsWith('intents.') && (groupOfTopic.get(place) ?? 'other') === name)),
    group('actions', (place) => place.startsWith('actions.')),
  ].filter(({ rows }) => rows.length > 0)
}
