import type { LocalText } from '../../../../src-shared/domain/text.ts'
import type { ScreenWords } from '../../../app/i18n/use-words.ts'

/** What a place of the policy is called: as the engine calls it, topics, marks and acts as this screen calls them. */
export function rowTitle({ t, local, label }: Pick<ScreenWords, 't' | 'local' | 'label'>, { place, title }: { place: string; title: LocalText | null }): string {
  if (place === 'alwaysPerson') return t('rules.always')
  const code = place.slice(place.lastIndexOf('.') + 1)
  const isCode = place.startsWith('intents.') || place.startsWith('alwaysPerson.')
  return (isCode ? label(code) : null) ?? (title ? local(title) : code)
}
