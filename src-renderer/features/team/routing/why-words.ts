import type { RouteReason } from '../../../../src-shared/domain/routing.ts'
import type { TopicGroup } from '../../../../src-shared/domain/topic-groups.ts'
import type { ScreenWords } from '../../../app/i18n/use-words.ts'
import { languageName } from '../../../ui/format.ts'

const GROUPS: readonly TopicGroup[] = ['order', 'logistics', 'received', 'return', 'refund', 'price', 'invoice', 'service', 'conflict', 'other']

/** What a person knows about, in words; a skill of the team's own is its own name. */
export function skillName({ t, label }: Pick<ScreenWords, 't' | 'label'>, skill: string): string {
  const group = GROUPS.find((one) => one === skill)
  return group ? t(`skill.${group}`) : label(skill) ?? skill
}

function valueWords(words: ScreenWords, { code, value }: RouteReason): string {
  if (code === 'skill') return skillName(words, value)
  return code === 'language' ? languageName(value, words.language) : value
}

/** Why a conversation is where it is, as a sentence of its reasons. */
export const whyWords = (words: ScreenWords, why: readonly RouteReason[]): string =>
  why.map((reason) => words.t(`route.why.${reason.code}`, { value: valueWords(words, reason) })).join(words.t('list.comma'))
