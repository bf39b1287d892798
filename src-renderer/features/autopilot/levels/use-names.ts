import { levelsEn } from '../../../app/i18n/levels.en.ts'
import { useWords } from '../../../app/i18n/use-words.ts'

const isWord = (key: string): key is keyof typeof levelsEn & `${'level-action' | 'channel.name'}.${string}` => Object.hasOwn(levelsEn, key)

/** What a topic, an action or a channel is called; a code that this window does not know is its own name. */
export function useNames(): (scope: 'intent' | 'action' | 'channel', name: string) => string {
  const { t, label } = useWords()
  return (scope, name) => {
    if (scope === 'intent') return label(name) ?? name
    const key = scope === 'action' ? `level-action.${name}` : `channel.name.${name}`
    return isWord(key) ? t(key) : name
  }
}
